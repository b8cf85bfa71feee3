// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/accountstore.h"
#include "backend/storage/auditlog.h"
#include "backend/storage/committer.h"
#include "backend/storage/groups.h"
#include "backend/storage/roles.h"
#include "backend/storage/users.h"

namespace storage {

// Whom a change of people, groups or roles concerns, to be told after its commit.
struct Concerned
{
    QList<model::UserId> users; // their facts or rights may be others
    bool everybody = false; // instead of naming many
    QStringList endedSessions; // hashes of their tokens
};

// People, groups, roles and what was done to them, changed together in one transaction. The account
// store tells of it.
class PeopleStore
{
public:
    PeopleStore(Database &database, Committer &committer, AccountStore &accounts)
        : m_committer(committer)
        , m_accounts(accounts)
        , m_users(database)
        , m_groups(database)
        , m_roles(database)
        , m_audit(database)
    { }

    // Also within `work`: then they read what it has written.
    Users &users() { return m_users; }
    Groups &groups() { return m_groups; }
    Roles &roles() { return m_roles; }
    AuditLog &audit() { return m_audit; }
    const AccountStore &accounts() const { return m_accounts; }

    // A future that ends well means on disk, with all that `work` did; else nothing of it is there.
    template <typename T>
    QFuture<Result<T>> write(const std::function<Result<T>(Concerned &concerned)> &work)
    {
        const auto concerned = std::make_shared<Concerned>();
        return m_committer.write<T>([work, concerned]() -> Result<T> { return work(*concerned); },
                                    [this, concerned](const T &) { tell(*concerned); });
    }

    // After a commit of somebody else that concerned people.
    void tell(const Concerned &concerned);

private:
    Committer &m_committer;
    AccountStore &m_accounts;
    Users m_users;
    Groups m_groups;
    Roles m_roles;
    AuditLog m_audit;
};

} // namespace storage
