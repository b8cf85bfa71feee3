// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/user.h"

#include <optional>

// What may be done with people, groups and roles: the same answer greys out a button and refuses a
// request. All of it needs the permission Manager. Beyond that:
//
//   Nobody gives, takes away or takes over rights that he does not hold himself. A role is given,
//   taken, made, changed and deleted only by those who hold every permission of it; a group is
//   changed, filled and deleted only by those who hold every permission of its roles; a person is
//   changed, disabled, given a new password, moved and deleted only by those who hold every
//   permission that the person has. And only System Admins touch what has the role System Admin:
//   the role itself, the people and the groups that have it.
//
// covers() is that rule; all functions here go through it. VCs carry no permissions: a Manager gives
// every VC to those whom he may change.
namespace rules {

// What somebody, a role or a group may do, or lets do.
struct Rights
{
    QList<model::Permission> permissions;
    bool systemAdmin = false;
};

Rights rightsOf(const model::Account &account);
Rights rightsOf(const model::Role &role);
Rights rightsOf(const QList<model::RoleName> &roles, const QList<model::Role> &all);

// Why not.
enum class PeopleRefusal {
    NotManager,
    BeyondOwnRights, // the other has, or the role gives, what the person does not hold
    SystemAdminsOnly,
    SystemAdminKeepsRoles, // of those who have the role themselves; it is taken at the role
    SystemAdminStays, // the same when deleting
    LastSystemAdmin, // one who has the role and is not disabled has to stay
    Oneself, // nobody disables or deletes himself
    ActiveJobs,
    PresetRole,
};

Error error(PeopleRefusal refusal);

// The rule above: none when everything of `rights` is the person's own.
std::optional<PeopleRefusal> covers(const model::Account &me, const Rights &rights);

enum class UserAction {
    Change,
    Disable,
    Enable,
    SetRoles,
    SetGroups,
    SetVcs,
    ResetPassword,
    Delete
};

// Why the person cannot do it now; nothing when it is possible. What only the whole person tells
// (permissions, active jobs, the last System Admin) is no obstacle in the shorter form.
std::optional<PeopleRefusal> refusalOf(UserAction action, const model::Account &me,
                                       const model::UserSummary &user);
std::optional<PeopleRefusal> refusalOf(UserAction action, const model::Account &me,
                                       const model::User &user);

// `roles` are all roles of the platform.
enum class GroupAction { Change, SetRoles, SetVcs, ChangeMembers, Delete };
std::optional<PeopleRefusal> refusalOf(GroupAction action, const model::Account &me,
                                       const model::GroupSummary &group,
                                       const QList<model::Role> &roles);

// Give: also take from people and groups. Change asks for the rights before the change; those after
// it are checked with covers().
enum class RoleAction { Give, Change, Delete };
std::optional<PeopleRefusal> refusalOf(RoleAction action, const model::Account &me,
                                       const model::Role &role);

// A new role or a changed one with these permissions.
std::optional<PeopleRefusal> refusalOf(const model::RoleForm &form, const model::Account &me);

} // namespace rules
