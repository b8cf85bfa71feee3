// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/peopledesk.h"
#include "core/model/page.h"

namespace services {

// The groups, for those who look after people. Who may touch which is said by core/rules/
// peopleactions.h.
class GroupService
{
public:
    explicit GroupService(PeopleDesk &desk) // outlives the service
        : m_desk(desk)
    { }

    Result<model::Items<model::GroupSummary>> list(const model::Account &account) const;
    Result<model::Group> get(const model::Account &account, const QString &id) const;

    // Conflict names name when it is taken.
    QFuture<Result<model::GroupSummary>> create(const Caller &caller, const model::NewGroup &group);
    QFuture<Result<model::Group>> change(const Caller &caller, const QString &id,
                                         const model::GroupChange &change);
    QFuture<Result<model::Group>> setRoles(const Caller &caller, const QString &id,
                                           const QList<model::RoleId> &roles);
    QFuture<Result<model::Group>> setVcs(const Caller &caller, const QString &id,
                                         const QList<model::VcName> &vcs);
    QFuture<Result<model::Group>> changeMembers(const Caller &caller, const QString &id,
                                                const model::MembersChange &members);
    QFuture<Result<model::Nothing>> remove(const Caller &caller, const QString &id);

private:
    // Finds the group, checks the action, lets `edit` change things.
    using Edit = std::function<Result<>(PeopleChange &change, const model::Group &group)>;
    QFuture<Result<model::Group>> act(const Caller &caller, const QString &id,
                                      rules::GroupAction action, const Edit &edit);

    PeopleDesk &m_desk;
};

} // namespace services
