// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/models/userlist.h"
#include "app/people/pagedlistpage.h"

class Prompt;
class QComboBox;
class UserCommands;

// All people: searched, sorted and read a page at a time by the server.
class UsersPage final : public PagedListPage<UserList, model::UserQuery>
{
    Q_OBJECT

public:
    UsersPage(LiveStore &store, Prompt &prompt);

    QString title() const override;

protected:
    void retranslate() override;
    void read() override;
    Words words(int total) const override;
    void fill(model::UserQuery &query) const override;
    bool isFiltered() const override;
    void clearFilters() override;
    void showSelection() override;

private:
    void dressTable();
    void listen();
    void readFilters();
    template <typename Named>
    void fill(QComboBox *box, const QString &all, const QList<Named> &names);
    void sortBy(int column, Qt::SortOrder order);
    QList<model::UserSummary> usersOf(const QModelIndexList &rows) const;

    QComboBox *m_role;
    QComboBox *m_group;
    UserCommands *m_commands;
    model::UserOrder m_order = model::UserOrder::Username;
    bool m_isDescending = false;
};
