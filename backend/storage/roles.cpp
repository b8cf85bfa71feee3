// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/roles.h"

#include "backend/storage/peoplerow.h"
#include "backend/storage/rights.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace storage {

namespace {

const Pairing kUsers{u"account_role"_s, u"role"_s, u"account"_s, u"add"_s};
const Pairing kGroups{u"group_role"_s, u"role"_s, u"people_group"_s, u"add"_s};

} // namespace

Result<QList<model::Role>> Roles::all() const
{
    QHash<int, QStringList> words;
    TRY_VOID(
        m_database.forEach(u"SELECT role, permission FROM role_permission"_s, {},
                           [&](const Row &row) { words[row.integer(0)].append(row.text(1)); }));
    TRY_ASSIGN(auto roles,
               m_database.all<model::Role>(
                   u"SELECT id, name, description, preset, (SELECT count(*) FROM account_role "
                   "WHERE role = role.id), (SELECT count(*) FROM group_role WHERE role = role.id) "
                   "FROM role ORDER BY id"_s,
                   {}, [&](const Row &row) {
                       return model::Role{.id = model::RoleId(row.integer(0)),
                                          .name = row.text(1),
                                          .description = row.text(2),
                                          .preset = row.flag(3),
                                          .permissions =
                                              rights::permissionsOf(words.value(row.integer(0))),
                                          .users = row.integer(4),
                                          .groups = row.integer(5)};
                   }));
    return roles;
}

Result<model::Role> Roles::find(model::RoleId id) const
{
    TRY_ASSIGN(const auto roles, all());
    const auto it =
        std::find_if(roles.begin(), roles.end(), [&](const auto &role) { return role.id == id; });
    if (it == roles.end())
        return Error{ErrorCode::NotFound, u"no such role"_s, u"id"_s};
    return *it;
}

Result<model::RoleHolders> Roles::holders(model::RoleId id) const
{
    TRY_VOID(find(id).map([](const auto &) { return true; }));
    model::RoleHolders holders;
    TRY_ASSIGN(holders.users,
               m_database.all<model::UserName>(
                   u"SELECT id, username, nickname FROM account JOIN account_role ON account = id "
                   "WHERE role = ? ORDER BY username_lower"_s,
                   {id.value()}, [](const Row &row) {
                       return model::UserName{model::UserId(row.integer(0)), row.text(1),
                                              row.text(2)};
                   }));
    TRY_ASSIGN(holders.groups,
               m_database.all<model::GroupName>(
                   u"SELECT id, name FROM people_group JOIN group_role ON people_group = id "
                   "WHERE role = ? ORDER BY lower(name)"_s,
                   {id.value()}, [](const Row &row) {
                       return model::GroupName{model::GroupId(row.integer(0)), row.text(1)};
                   }));
    return holders;
}

Result<> Roles::checkName(const QString &name, int exceptId) const
{
    TRY_ASSIGN(const bool isTaken, isNameTaken(m_database, u"role"_s, name, exceptId));
    return isTaken ? Result<>(Error{ErrorCode::Conflict, u"the name is taken"_s, u"name"_s})
                   : Result<>();
}

Result<> Roles::writePermissions(int id, const QList<model::Permission> &permissions)
{
    TRY_VOID(m_database.run(u"DELETE FROM role_permission WHERE role = ?"_s, {id}));
    for (const model::Permission permission : permissions) {
        TRY_VOID(m_database.run(u"INSERT INTO role_permission (role, permission) VALUES (?, ?) "
                                "ON CONFLICT DO NOTHING"_s,
                                {id, QString(json::nameOf(permission))}));
    }
    return {};
}

Result<model::RoleId> Roles::insert(const model::RoleForm &role)
{
    TRY_VOID(checkName(role.name, 0));
    TRY_ASSIGN(const int id, nextId(m_database, u"role"_s));
    TRY_VOID(
        m_database.run(u"INSERT INTO role (id, name, description, preset) VALUES (?, ?, ?, 0)"_s,
                       {id, role.name, role.description}));
    TRY_VOID(writePermissions(id, role.permissions));
    return model::RoleId(id);
}

Result<> Roles::update(model::RoleId id, const model::RoleForm &role)
{
    TRY_VOID(checkName(role.name, id.value()));
    TRY_VOID(m_database.run(u"UPDATE role SET name = ?, description = ? WHERE id = ?"_s,
                            {role.name, role.description, id.value()}));
    return writePermissions(id.value(), role.permissions);
}

Result<> Roles::giveTo(model::RoleId id, model::UserId user)
{
    return addItem(m_database, kUsers, id.value(), user.value());
}

Result<> Roles::giveTo(model::RoleId id, model::GroupId group)
{
    return addItem(m_database, kGroups, id.value(), group.value());
}

Result<> Roles::takeFrom(model::RoleId id, model::UserId user)
{
    return removeItem(m_database, kUsers, id.value(), user.value());
}

Result<> Roles::takeFrom(model::RoleId id, model::GroupId group)
{
    return removeItem(m_database, kGroups, id.value(), group.value());
}

Result<> Roles::remove(model::RoleId id)
{
    TRY_VOID(m_database.run(u"DELETE FROM role WHERE id = ?"_s, {id.value()}));
    return {};
}

} // namespace storage
