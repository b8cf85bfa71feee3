// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/peopledesk.h"
#include "core/model/page.h"

namespace services {

// The roles, for those who look after people. Who may touch which is said by core/rules/
// peopleactions.h.
class RoleService
{
public:
    explicit RoleService(PeopleDesk &desk) // outlives the service
        : m_desk(desk)
    { }

    Result<model::Items<model::Role>> list(const model::Account &account) const;
    Result<model::RoleHolders> holders(const model::Account &account, const QString &id) const;

    // Conflict names name when it is taken.
    QFuture<Result<model::Role>> create(const Caller &caller, const model::RoleForm &form);
    QFuture<Result<model::Role>> change(const Caller &caller, const QString &id,
                                        const model::RoleForm &form);
    // The one way to take System Admin from somebody.
    QFuture<Result<model::RoleHolders>> changeUsers(const Caller &caller, const QString &id,
                                                    const model::MembersChange &users);
    QFuture<Result<model::RoleHolders>> changeGroups(const Caller &caller, const QString &id,
                                                     const model::HoldersChange &groups);
    QFuture<Result<model::Nothing>> remove(const Caller &caller, const QString &id);

private:
    PeopleDesk &m_desk;
};

} // namespace services
