// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/page.h"
#include "core/model/user.h"

namespace storage {

class Database;

// The people as administrators see and change them. What changes something is called within a
// commit; it checks neither rights nor rules, only that what it points to is there.
class Users
{
public:
    explicit Users(Database &database)
        : m_database(database)
    { }

    // InvalidInput for a limit out of range and for a cursor not made by this very query.
    Result<model::Page<model::UserSummary>> page(const model::UserQuery &query) const;
    Result<model::User> find(model::UserId id) const; // NotFound
    Result<model::PeopleCounts> counts() const;
    // Who have the role System Admin themselves and are not disabled.
    Result<QList<model::UserId>> systemAdmins() const;
    // Of a person's jobs that have not ended, the oldest first.
    Result<QStringList> namesOfActiveJobs(model::UserId id) const;

    // Conflict names username when it is taken. The person must change the password.
    Result<model::UserId> insert(const model::NewUser &user, const QString &passwordHash,
                                 const QDateTime &at);
    Result<> update(model::UserId id, const model::UserChange &change);
    Result<> setPassword(model::UserId id, const QString &passwordHash); // to be changed
    // InvalidInput names what is not there.
    Result<> setRoles(model::UserId id, const QList<model::RoleId> &roles);
    Result<> setGroups(model::UserId id, const QList<model::GroupId> &groups);
    Result<> setVcs(model::UserId id, const QList<model::VcName> &vcs);
    Result<> remove(model::UserId id);
    // Answers with the hashes of the tokens of those that ended.
    Result<QStringList> endSessions(model::UserId id);

private:
    Result<> attach(QList<model::UserSummary> &users) const; // roles and groups
    Result<> attachRights(model::User &user) const;

    Database &m_database;
};

} // namespace storage
