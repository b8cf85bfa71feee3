// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/sessionlist.h"
#include "app/widgets/rowaction.h"
#include "core/base/result.h"
#include "core/model/page.h"

#include <QWidget>

class LiveStore;
class Prompt;
class QLabel;
class QPushButton;
class TableView;

// Where the person is signed in, and the end of it.
class SessionsPane : public QWidget
{
    Q_OBJECT

public:
    SessionsPane(LiveStore &store, Prompt &prompt, QWidget *parent = nullptr);

    void load();
    void retranslate();

private:
    QList<RowAction> offers(const QModelIndexList &rows) const;
    void take(const Result<model::Items<model::OpenSession>> &sessions);
    void end(const model::OpenSession &session);
    void askToEndOthers();
    void finish(const Result<model::Nothing> &ended);
    int others() const;

    LiveStore &m_store;
    Prompt &m_prompt;
    SystemClock m_clock;
    SessionList *m_list;
    TableView *m_table;
    QLabel *m_problem;
    QPushButton *m_endOthers;
};
