// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/icons.h"
#include "core/model/job.h"
#include "core/model/page.h"

#include <QFrame>
#include <QTimer>

#include <functional>

class ChoiceList;
class LiveStore;
class QLineEdit;
class Workbench;

// Ctrl+K: goes to a page, a VC or a job by a part of its name, or does what the user menu does.
class CommandPalette : public QFrame
{
    Q_OBJECT

public:
    CommandPalette(Workbench &workbench, LiveStore &store, QWidget *parent);

    void openOver(const QWidget *widget);

private:
    struct Choice
    {
        QString text;
        QString kind; // "Page", "VC", …
        Icon icon = Icon::Home;
        std::function<void()> act;
    };

    void addFixed();
    void addAction(const QString &text, Icon icon, const std::function<void()> &act);
    void filter();
    void askForJobs();
    void takeJobs(const model::Page<model::JobSummary> &page);
    void showChoices();
    void choose(int row);

    Workbench &m_workbench;
    LiveStore &m_store;
    QLineEdit *m_search;
    ChoiceList *m_list;
    QTimer m_pause; // between typing and asking the server
    QList<Choice> m_fixed;
    QList<Choice> m_jobs;
    QList<Choice> m_shown;
};
