// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/users.h"

#include "backend/storage/peoplerow.h"
#include "backend/storage/rights.h"

using namespace Qt::Literals::StringLiterals;

namespace storage {

namespace {

template <typename List>
QVariantList valuesOf(const List &ids)
{
    QVariantList values;
    for (const auto &id : ids)
        values.append(id.value());
    return values;
}

Result<QList<model::VcName>> vcsOf(Database &database, const QString &sql, model::UserId id)
{
    return database.all<model::VcName>(sql, {id.value()},
                                       [](const Row &row) { return model::VcName(row.text(0)); });
}

} // namespace

Result<> Users::attachRights(model::User &user) const
{
    const model::UserId id = user.summary.id;
    TRY_ASSIGN(user.vcs,
               vcsOf(m_database, u"SELECT vc FROM account_vc WHERE account = ? ORDER BY vc"_s, id));
    TRY_ASSIGN(user.groupVcs,
               vcsOf(m_database,
                     u"SELECT DISTINCT vc FROM group_member JOIN group_vc ON "
                     "group_vc.people_group = group_member.people_group WHERE account = ? "
                     "ORDER BY vc"_s,
                     id));
    TRY_ASSIGN(user.permissions, rights::permissions(m_database, id));
    TRY_ASSIGN(const auto jobs,
               m_database.first<int>(u"SELECT count(*) FROM job WHERE owner = ? AND active = 1"_s,
                                     {id.value()}, [](const Row &row) { return row.integer(0); }));
    user.activeJobs = jobs.value_or(0);
    TRY_ASSIGN(const auto admins, rights::systemAdmins(m_database));
    user.lastSystemAdmin = admins == QList{id};
    return {};
}

Result<model::PeopleCounts> Users::counts() const
{
    TRY_ASSIGN(const auto counts,
               m_database.first<model::PeopleCounts>(
                   u"SELECT (SELECT count(*) FROM account), (SELECT count(*) FROM people_group), "
                   "(SELECT count(*) FROM role), (SELECT count(*) FROM role WHERE preset = 0)"_s,
                   {}, [](const Row &row) {
                       return model::PeopleCounts{row.integer(0), row.integer(1), row.integer(2),
                                                  row.integer(3)};
                   }));
    return counts.value_or(model::PeopleCounts{});
}

Result<QList<model::UserId>> Users::systemAdmins() const
{
    return rights::systemAdmins(m_database);
}

Result<QStringList> Users::namesOfActiveJobs(model::UserId id) const
{
    TRY_ASSIGN(
        const auto names,
        m_database.all<QString>(u"SELECT name, id FROM job WHERE owner = ? AND active = 1 ORDER BY "
                                "submitted_at, id"_s,
                                {id.value()}, [](const Row &row) -> QString {
                                    return row.text(0) % u" (" % row.text(1).left(8) % u')';
                                }));
    return QStringList(names);
}

Result<model::UserId> Users::insert(const model::NewUser &user, const QString &passwordHash,
                                    const QDateTime &at)
{
    TRY_ASSIGN(const auto taken,
               m_database.first<int>(u"SELECT 1 FROM account WHERE username_lower = ?"_s,
                                     {user.username.toLower()},
                                     [](const Row &row) { return row.integer(0); }));
    if (taken)
        return Error{ErrorCode::Conflict, u"the username is taken"_s, u"username"_s};
    TRY_ASSIGN(const int id, nextId(m_database, u"account"_s));
    TRY_VOID(m_database.run(
        u"INSERT INTO account (id, username, username_lower, nickname, phone, email, note, "
        "password_hash, must_change_password, disabled, created_at) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, 0, ?)"_s,
        {id, user.username, user.username.toLower(), user.nickname, user.phone, user.email,
         user.note, passwordHash, toSql(at)}));
    TRY_VOID(refreshSearch(m_database, model::UserId(id)));
    return model::UserId(id);
}

Result<> Users::update(model::UserId id, const model::UserChange &change)
{
    TRY_VOID(m_database.run(u"UPDATE account SET nickname = ?, phone = ?, email = ?, note = ?, "
                            "disabled = ? WHERE id = ?"_s,
                            {change.nickname, change.phone, change.email, change.note,
                             int(change.disabled), id.value()}));
    return refreshSearch(m_database, id);
}

Result<> Users::setPassword(model::UserId id, const QString &passwordHash)
{
    TRY_VOID(m_database.run(u"UPDATE account SET password_hash = ?, must_change_password = 1 "
                            "WHERE id = ?"_s,
                            {passwordHash, id.value()}));
    return {};
}

Result<> Users::setRoles(model::UserId id, const QList<model::RoleId> &roles)
{
    return setItems(m_database, {u"account_role"_s, u"account"_s, u"role"_s, u"roles"_s},
                    id.value(), valuesOf(roles));
}

Result<> Users::setGroups(model::UserId id, const QList<model::GroupId> &groups)
{
    return setItems(m_database, {u"group_member"_s, u"account"_s, u"people_group"_s, u"groups"_s},
                    id.value(), valuesOf(groups));
}

Result<> Users::setVcs(model::UserId id, const QList<model::VcName> &vcs)
{
    return setItems(m_database, {u"account_vc"_s, u"account"_s, u"vc"_s, u"vcs"_s}, id.value(),
                    valuesOf(vcs));
}

Result<> Users::remove(model::UserId id)
{
    TRY_VOID(m_database.run(u"DELETE FROM account WHERE id = ?"_s, {id.value()}));
    return {};
}

Result<QStringList> Users::endSessions(model::UserId id)
{
    TRY_ASSIGN(const auto ended,
               m_database.all<QString>(u"SELECT token_hash FROM session WHERE account = ?"_s,
                                       {id.value()}, [](const Row &row) { return row.text(0); }));
    TRY_VOID(m_database.run(u"DELETE FROM session WHERE account = ?"_s, {id.value()}));
    return QStringList(ended);
}

} // namespace storage
