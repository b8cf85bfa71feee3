// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/userlist.h"
#include "app/people/pagedread.h"
#include "app/people/peoplepage.h"

class ListFrame;
class Prompt;
class QComboBox;
class UserCommands;

// All people: searched, sorted and read a page at a time by the server.
class UsersPage final : public PeoplePage
{
    Q_OBJECT

public:
    UsersPage(LiveStore &store, Prompt &prompt, QWidget *parent = nullptr);

    QString title() const override;
    // Writes all people that the search and the filters leave.
    void exportTo(const QString &path);

signals:
    void exported(bool done);

protected:
    void retranslate() override;
    void read() override;

private:
    void listen();
    void dressTable();
    void readFilters();
    template <typename Named>
    void fill(QComboBox *box, const QString &all, const QList<Named> &names);
    void follow();
    void sortBy(int column, Qt::SortOrder order);
    void showRows(bool isOther);
    void showState();
    void showSelection();
    bool isFiltered() const;
    void openUser(int row);
    QList<model::UserSummary> usersOf(const QModelIndexList &rows) const;

    SystemClock m_clock;
    UserList *m_list;
    ListFrame *m_frame;
    QComboBox *m_role;
    QComboBox *m_group;
    UserCommands *m_commands;
    PagedRead<model::UserQuery, model::UserSummary> *m_read;
    model::UserQuery m_query;
    QTimer m_typing; // a search is sent when the person pauses
};
