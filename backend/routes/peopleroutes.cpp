// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/routes/peopleroutes.h"

#include "backend/http/router.h"
#include "backend/routes/callerof.h"
#include "backend/routes/routes.h"
#include "backend/services/auditservice.h"
#include "backend/services/groupservice.h"
#include "backend/services/roleservice.h"
#include "backend/services/userservice.h"
#include "core/api/people.h"

namespace routes {

using namespace Qt::Literals::StringLiterals;
using http::Call;
using model::Nothing;

namespace {

QString idOf(const Call &call)
{
    return call.path.value(u"id"_s);
}

void addUsers(http::Router &router, services::UserService &users)
{
    router.on(api::peopleCounts,
              [&users](const Call &call, const Nothing &) { return users.counts(call.account); });
    router.on(api::listUsers, [&users](const Call &call, const model::UserQuery &query) {
        return users.list(call.account, query);
    });
    router.on(api::createUsers, [&users](const Call &call, const model::NewUsers &form) {
        return users.create(callerOf(call), form);
    });
    router.on(api::getUser, [&users](const Call &call, const Nothing &) {
        return users.get(call.account, idOf(call));
    });
    router.on(api::changeUser, [&users](const Call &call, const model::UserChange &change) {
        return users.change(callerOf(call), idOf(call), change);
    });
    router.on(api::setUserRoles, [&users](const Call &call, const model::RoleIds &ids) {
        return users.setRoles(callerOf(call), idOf(call), ids.roles);
    });
    router.on(api::setUserGroups, [&users](const Call &call, const model::GroupIds &ids) {
        return users.setGroups(callerOf(call), idOf(call), ids.groups);
    });
    router.on(api::setUserVcs, [&users](const Call &call, const model::VcNames &names) {
        return users.setVcs(callerOf(call), idOf(call), names.vcs);
    });
    router.on(api::resetPassword, [&users](const Call &call, const Nothing &) {
        return users.resetPassword(callerOf(call), idOf(call));
    });
    router.on(api::deleteUser, [&users](const Call &call, const Nothing &) {
        return users.remove(callerOf(call), idOf(call));
    });
}

void addGroups(http::Router &router, services::GroupService &groups)
{
    router.on(api::listGroups,
              [&groups](const Call &call, const Nothing &) { return groups.list(call.account); });
    router.on(api::createGroup, [&groups](const Call &call, const model::NewGroup &form) {
        return groups.create(callerOf(call), form);
    });
    router.on(api::getGroup, [&groups](const Call &call, const Nothing &) {
        return groups.get(call.account, idOf(call));
    });
    router.on(api::changeGroup, [&groups](const Call &call, const model::GroupChange &change) {
        return groups.change(callerOf(call), idOf(call), change);
    });
    router.on(api::setGroupRoles, [&groups](const Call &call, const model::RoleIds &ids) {
        return groups.setRoles(callerOf(call), idOf(call), ids.roles);
    });
    router.on(api::setGroupVcs, [&groups](const Call &call, const model::VcNames &names) {
        return groups.setVcs(callerOf(call), idOf(call), names.vcs);
    });
    router.on(api::changeMembers, [&groups](const Call &call, const model::MembersChange &change) {
        return groups.changeMembers(callerOf(call), idOf(call), change);
    });
    router.on(api::deleteGroup, [&groups](const Call &call, const Nothing &) {
        return groups.remove(callerOf(call), idOf(call));
    });
}

void addRoles(http::Router &router, services::RoleService &roles)
{
    router.on(api::listRoles,
              [&roles](const Call &call, const Nothing &) { return roles.list(call.account); });
    router.on(api::createRole, [&roles](const Call &call, const model::RoleForm &form) {
        return roles.create(callerOf(call), form);
    });
    router.on(api::changeRole, [&roles](const Call &call, const model::RoleForm &form) {
        return roles.change(callerOf(call), idOf(call), form);
    });
    router.on(api::roleHolders, [&roles](const Call &call, const Nothing &) {
        return roles.holders(call.account, idOf(call));
    });
    router.on(api::changeRoleUsers, [&roles](const Call &call, const model::MembersChange &users) {
        return roles.changeUsers(callerOf(call), idOf(call), users);
    });
    router.on(api::changeRoleGroups,
              [&roles](const Call &call, const model::HoldersChange &groups) {
                  return roles.changeGroups(callerOf(call), idOf(call), groups);
              });
    router.on(api::deleteRole, [&roles](const Call &call, const Nothing &) {
        return roles.remove(callerOf(call), idOf(call));
    });
}

} // namespace

void addPeopleRoutes(http::Router &router, const Services &services)
{
    addUsers(router, services.users);
    addGroups(router, services.groups);
    addRoles(router, services.roles);
    auto &audit = services.audit;
    router.on(api::listAudit, [&audit](const Call &call, const model::AuditQuery &query) {
        return audit.list(call.account, query);
    });
}

} // namespace routes
