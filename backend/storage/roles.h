// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/group.h"

namespace storage {

class Database;

// The roles and who has them. What changes something is called within a commit; it checks neither
// rights nor rules, only that names differ and that what it points to is there.
class Roles
{
public:
    explicit Roles(Database &database)
        : m_database(database)
    { }

    Result<QList<model::Role>> all() const; // the presets first, then as they were made
    Result<model::Role> find(model::RoleId id) const; // NotFound
    Result<model::RoleHolders> holders(model::RoleId id) const;

    // Conflict names name when it is taken, InvalidInput what is not there.
    Result<model::RoleId> insert(const model::RoleForm &role);
    Result<> update(model::RoleId id, const model::RoleForm &role);
    Result<> giveTo(model::RoleId id, model::UserId user);
    Result<> giveTo(model::RoleId id, model::GroupId group);
    Result<> takeFrom(model::RoleId id, model::UserId user);
    Result<> takeFrom(model::RoleId id, model::GroupId group);
    Result<> remove(model::RoleId id);

private:
    Result<> checkName(const QString &name, int exceptId) const;
    Result<> writePermissions(int id, const QList<model::Permission> &permissions);

    Database &m_database;
};

} // namespace storage
