// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/peopleactions.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace rules {

namespace {

using Refusal = std::optional<PeopleRefusal>;

bool hasRole(const QList<model::RoleName> &roles, const model::RoleId &id)
{
    return std::any_of(roles.begin(), roles.end(), [&](const auto &role) { return role.id == id; });
}

// What the role System Admin and the person's own place forbid, whoever asks.
Refusal refusalByStanding(UserAction action, const model::Account &me,
                          const model::UserSummary &user)
{
    const bool isOwnAdmin = hasRole(user.roles, model::kSystemAdminRole);
    if (action == UserAction::SetRoles && isOwnAdmin)
        return PeopleRefusal::SystemAdminKeepsRoles;
    if (action != UserAction::Delete && action != UserAction::Disable)
        return {};
    if (user.id == me.id)
        return PeopleRefusal::Oneself;
    if (action == UserAction::Delete && isOwnAdmin)
        return PeopleRefusal::SystemAdminStays;
    return {};
}

Refusal refusalOfTouching(const model::Account &me, const Rights &rights)
{
    return me.has(model::Permission::Manager) ? covers(me, rights) : PeopleRefusal::NotManager;
}

QString words(PeopleRefusal refusal)
{
    switch (refusal) {
    case PeopleRefusal::NotManager:
        return u"needs the permission manager"_s;
    case PeopleRefusal::BeyondOwnRights:
        return u"this touches permissions that you do not hold yourself"_s;
    case PeopleRefusal::SystemAdminsOnly:
        return u"only System Admins touch what has the role System Admin"_s;
    case PeopleRefusal::SystemAdminKeepsRoles:
        return u"the roles of a System Admin cannot be changed; take the role System Admin first"_s;
    case PeopleRefusal::SystemAdminStays:
        return u"a System Admin cannot be deleted; take the role System Admin first"_s;
    case PeopleRefusal::LastSystemAdmin:
        return u"there must be a System Admin who is not disabled"_s;
    case PeopleRefusal::Oneself:
        return u"nobody disables or deletes himself"_s;
    case PeopleRefusal::ActiveJobs:
        return u"the person has active jobs"_s;
    case PeopleRefusal::PresetRole:
        return u"a preset role can be neither changed nor deleted"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

Rights rightsOf(const model::Account &account)
{
    return {account.permissions, account.systemAdmin};
}

Rights rightsOf(const model::Role &role)
{
    return {role.permissions, role.id == model::kSystemAdminRole};
}

Rights rightsOf(const QList<model::RoleName> &roles, const QList<model::Role> &all)
{
    Rights rights;
    for (const model::Role &role : all) {
        if (!hasRole(roles, role.id))
            continue;
        rights.permissions += role.permissions;
        rights.systemAdmin |= role.id == model::kSystemAdminRole;
    }
    return rights;
}

Error error(PeopleRefusal refusal)
{
    const bool isMissingRight = refusal == PeopleRefusal::NotManager
                                || refusal == PeopleRefusal::BeyondOwnRights
                                || refusal == PeopleRefusal::SystemAdminsOnly;
    return {isMissingRight ? ErrorCode::Forbidden : ErrorCode::Conflict, words(refusal), {}};
}

std::optional<PeopleRefusal> covers(const model::Account &me, const Rights &rights)
{
    if (me.systemAdmin)
        return {};
    if (rights.systemAdmin)
        return PeopleRefusal::SystemAdminsOnly;
    const bool holdsAll =
        std::all_of(rights.permissions.begin(), rights.permissions.end(),
                    [&](model::Permission permission) { return me.has(permission); });
    return holdsAll ? Refusal() : PeopleRefusal::BeyondOwnRights;
}

std::optional<PeopleRefusal> refusalOf(UserAction action, const model::Account &me,
                                       const model::UserSummary &user)
{
    const Refusal touching = refusalOfTouching(me, {{}, user.systemAdmin});
    return touching ? touching : refusalByStanding(action, me, user);
}

std::optional<PeopleRefusal> refusalOf(UserAction action, const model::Account &me,
                                       const model::User &user)
{
    if (const auto known = refusalOf(action, me, user.summary))
        return known;
    if (const auto beyond = covers(me, {user.permissions, user.summary.systemAdmin}))
        return beyond;
    if (action == UserAction::Disable && user.lastSystemAdmin)
        return PeopleRefusal::LastSystemAdmin;
    if (action == UserAction::Delete && user.activeJobs > 0)
        return PeopleRefusal::ActiveJobs;
    return {};
}

std::optional<PeopleRefusal> refusalOf(GroupAction, const model::Account &me,
                                       const model::GroupSummary &group,
                                       const QList<model::Role> &roles)
{
    return refusalOfTouching(me, rightsOf(group.roles, roles));
}

std::optional<PeopleRefusal> refusalOf(RoleAction action, const model::Account &me,
                                       const model::Role &role)
{
    const bool isManager = me.has(model::Permission::Manager);
    if (isManager && role.preset && action != RoleAction::Give)
        return PeopleRefusal::PresetRole;
    return refusalOfTouching(me, rightsOf(role));
}

std::optional<PeopleRefusal> refusalOf(const model::RoleForm &form, const model::Account &me)
{
    return refusalOfTouching(me, {form.permissions, false});
}

} // namespace rules
