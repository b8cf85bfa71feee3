// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/group.h"

namespace storage {

class Database;

// The groups. What changes something is called within a commit; it checks neither rights nor rules,
// only that names differ and that what it points to is there.
class Groups
{
public:
    explicit Groups(Database &database)
        : m_database(database)
    { }

    Result<QList<model::GroupSummary>> all() const; // by name
    Result<model::Group> find(model::GroupId id) const; // NotFound

    // Conflict names name when it is taken, InvalidInput what is not there.
    Result<model::GroupId> insert(const model::NewGroup &group, const QDateTime &at);
    Result<> update(model::GroupId id, const model::GroupChange &change);
    Result<> setRoles(model::GroupId id, const QList<model::RoleId> &roles);
    Result<> setVcs(model::GroupId id, const QList<model::VcName> &vcs);
    Result<> addMember(model::GroupId id, model::UserId user);
    Result<> removeMember(model::GroupId id, model::UserId user);
    Result<> remove(model::GroupId id);

private:
    // Of one group, or of all.
    Result<QList<model::GroupSummary>> read(const QString &where, const QVariantList &values) const;
    Result<> checkName(const QString &name, int exceptId) const;

    Database &m_database;
};

} // namespace storage
