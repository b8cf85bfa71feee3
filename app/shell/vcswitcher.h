// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

#include <QToolButton>

class QFrame;
class QLineEdit;
class QListWidget;

// The VC the person works in, and a searchable list of the others.
class VcSwitcher : public QToolButton
{
    Q_OBJECT

public:
    explicit VcSwitcher(QWidget *parent = nullptr);

    void setVcs(const QList<model::VcName> &names, const model::VcName &current);
    void openList();

signals:
    void chosen(const model::VcName &name);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill();
    void choose();
    void retranslate();

    QFrame *m_popup;
    QLineEdit *m_search;
    QListWidget *m_list;
    QList<model::VcName> m_names;
    model::VcName m_current;
};
