// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/picklist.h"

#include <QDialog>

class QLabel;
class QPushButton;

// Picks any number of users, groups, roles or VCs. Whoever opened it makes the change, then accepts
// the dialog or shows what went wrong.
class PickDialog : public QDialog
{
    Q_OBJECT

public:
    struct Words
    {
        QString title;
        QString help; // what becomes of the choice
        QString purpose; // of the search: "Search roles"
        QString verb; // on the button that does it
    };

    PickDialog(const Words &words, PickList::Source source, QWidget *parent = nullptr);

    PickList &list() const { return *m_list; }
    // What is picked now; only something else can be chosen.
    void setPicked(const QStringList &keys);
    void setLeast(int count); // how many there must be; 0 at first
    void showProblem(const QString &text);

signals:
    void chosen(const QStringList &keys);

private:
    void follow();
    void choose();

    PickList *m_list;
    QLabel *m_problem;
    QPushButton *m_verb;
    QStringList m_before;
    int m_least = 0;
};
