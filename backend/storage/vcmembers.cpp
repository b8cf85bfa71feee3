// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/database.h"
#include "backend/storage/dialect.h"
#include "backend/storage/vcstore.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace storage {

namespace {

using Accounts = QList<int>;

// One query for each table and not for each VC. A row holds all accounts of its key, since tens of
// thousands of rows take longer to come than to be put together.
template <typename Key>
Result<QHash<Key, Accounts>> grouped(Database &database, const QString &key, const QString &table)
{
    QHash<Key, Accounts> lists;
    const QString sql =
        u"SELECT %1, %2 FROM %3 GROUP BY %1"_s.arg(key, dialect::joined(u"account"_s), table);
    const auto read = [&](const Row &row) {
        Accounts &accounts = lists[QVariant(row.text(0)).value<Key>()];
        const QString text = row.text(1);
        for (const QStringView id : QStringView(text).split(u','))
            accounts.append(id.toInt());
    };
    TRY_VOID(database.forEach(sql, {}, read));
    return lists;
}

// Everybody by name, and the place of each account among them.
struct Names
{
    QStringList usernames;
    QHash<int, int> places;
};

Result<Names> namesOf(Database &database)
{
    Names names;
    const auto read = [&](const Row &row) {
        names.places.insert(row.integer(0), int(names.usernames.size()));
        names.usernames.append(row.text(1));
    };
    TRY_VOID(
        database.forEach(u"SELECT id, username FROM account ORDER BY username_lower"_s, {}, read));
    return names;
}

VcStore::Members membersOf(const Accounts &accounts, const Names &names, int most)
{
    QList<int> places;
    places.reserve(accounts.size());
    for (const int account : accounts)
        places.append(names.places.value(account));
    std::sort(places.begin(), places.end());
    places.erase(std::unique(places.begin(), places.end()), places.end());
    VcStore::Members members{int(places.size()), {}};
    for (const int place : std::as_const(places).first(std::min<qsizetype>(most, places.size())))
        members.first.append(names.usernames.at(place));
    return members;
}

} // namespace

Result<QHash<model::VcName, VcStore::Members>> VcStore::allMembers(int most) const
{
    TRY_ASSIGN(auto accounts, grouped<QString>(m_database, u"vc"_s, u"account_vc"_s));
    TRY_ASSIGN(const auto groups, grouped<int>(m_database, u"people_group"_s, u"group_member"_s));
    const auto add = [&](const Row &row) { accounts[row.text(0)] += groups[row.integer(1)]; };
    TRY_VOID(m_database.forEach(u"SELECT vc, people_group FROM group_vc"_s, {}, add));
    TRY_ASSIGN(const auto names, namesOf(m_database));
    QHash<model::VcName, Members> all;
    for (auto it = accounts.cbegin(); it != accounts.cend(); ++it)
        all.insert(model::VcName(it.key()), membersOf(*it, names, most));
    return all;
}

} // namespace storage
