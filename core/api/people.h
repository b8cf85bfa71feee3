// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/endpoint.h"
#include "core/model/audit.h"
#include "core/model/page.h"
#include "core/model/user.h"

// People, groups, roles and what was done: all of it needs the permission Manager. Changes of rights
// take effect with the next request and are refused with Conflict where a protected role, the last
// System Admin or an active job stands in the way.
namespace api {

using namespace Qt::Literals::StringLiterals;

inline constexpr Endpoint<model::Nothing, model::PeopleCounts> peopleCounts{
    Verb::Get, "/api/v1/people/counts"_L1, Access::needs(model::Permission::Manager),
    "How many users, groups and roles there are"_L1};

inline constexpr Endpoint<model::UserQuery, model::Page<model::UserSummary>> listUsers{
    Verb::Get, "/api/v1/users"_L1, Access::needs(model::Permission::Manager),
    "People, a page at a time"_L1};

// All or none; an error's field is users[i].username and the like.
inline constexpr Endpoint<model::NewUsers, model::Items<model::NewPassword>> createUsers{
    Verb::Post, "/api/v1/users"_L1, Access::needs(model::Permission::Manager),
    "Make accounts with passwords of the server's choice"_L1};

inline constexpr Endpoint<model::Nothing, model::User> getUser{
    Verb::Get, "/api/v1/users/{id}"_L1, Access::needs(model::Permission::Manager),
    "A person with rights and VCs"_L1};

inline constexpr Endpoint<model::UserChange, model::User> changeUser{
    Verb::Put, "/api/v1/users/{id}"_L1, Access::needs(model::Permission::Manager),
    "Change what is known of a person, disable and enable"_L1};

// Conflict for a person with the role System Admin.
inline constexpr Endpoint<model::RoleIds, model::User> setUserRoles{
    Verb::Put, "/api/v1/users/{id}/roles"_L1, Access::needs(model::Permission::Manager),
    "Give a person these roles"_L1};

inline constexpr Endpoint<model::GroupIds, model::User> setUserGroups{
    Verb::Put, "/api/v1/users/{id}/groups"_L1, Access::needs(model::Permission::Manager),
    "Put a person into these groups"_L1};

inline constexpr Endpoint<model::VcNames, model::User> setUserVcs{
    Verb::Put, "/api/v1/users/{id}/vcs"_L1, Access::needs(model::Permission::Manager),
    "Let a person use these VCs"_L1};

// Ends every session of the person.
inline constexpr Endpoint<model::Nothing, model::NewPassword> resetPassword{
    Verb::Post, "/api/v1/users/{id}/password"_L1, Access::needs(model::Permission::Manager),
    "Give a person a new password"_L1};

// Conflict while the person has active jobs, which the detail names, and for a System Admin.
inline constexpr Endpoint<model::Nothing, model::Nothing> deleteUser{
    Verb::Delete, "/api/v1/users/{id}"_L1, Access::needs(model::Permission::Manager),
    "Delete a person"_L1};

inline constexpr Endpoint<model::Nothing, model::Items<model::GroupSummary>> listGroups{
    Verb::Get, "/api/v1/groups"_L1, Access::needs(model::Permission::Manager), "All groups"_L1};

inline constexpr Endpoint<model::NewGroup, model::GroupSummary> createGroup{
    Verb::Post, "/api/v1/groups"_L1, Access::needs(model::Permission::Manager), "Make a group"_L1};

inline constexpr Endpoint<model::Nothing, model::Group> getGroup{
    Verb::Get, "/api/v1/groups/{id}"_L1, Access::needs(model::Permission::Manager),
    "A group with its members"_L1};

inline constexpr Endpoint<model::GroupChange, model::Group> changeGroup{
    Verb::Put, "/api/v1/groups/{id}"_L1, Access::needs(model::Permission::Manager),
    "Rename or describe a group"_L1};

inline constexpr Endpoint<model::RoleIds, model::Group> setGroupRoles{
    Verb::Put, "/api/v1/groups/{id}/roles"_L1, Access::needs(model::Permission::Manager),
    "Give a group these roles"_L1};

inline constexpr Endpoint<model::VcNames, model::Group> setGroupVcs{
    Verb::Put, "/api/v1/groups/{id}/vcs"_L1, Access::needs(model::Permission::Manager),
    "Let a group use these VCs"_L1};

inline constexpr Endpoint<model::MembersChange, model::Group> changeMembers{
    Verb::Post, "/api/v1/groups/{id}/members"_L1, Access::needs(model::Permission::Manager),
    "Let people come to a group and leave it"_L1};

inline constexpr Endpoint<model::Nothing, model::Nothing> deleteGroup{
    Verb::Delete, "/api/v1/groups/{id}"_L1, Access::needs(model::Permission::Manager),
    "Delete a group; its members lose what it gave them"_L1};

inline constexpr Endpoint<model::Nothing, model::Items<model::Role>> listRoles{
    Verb::Get, "/api/v1/roles"_L1, Access::needs(model::Permission::Manager), "All roles"_L1};

inline constexpr Endpoint<model::RoleForm, model::Role> createRole{
    Verb::Post, "/api/v1/roles"_L1, Access::needs(model::Permission::Manager), "Make a role"_L1};

// Conflict for a preset role.
inline constexpr Endpoint<model::RoleForm, model::Role> changeRole{
    Verb::Put, "/api/v1/roles/{id}"_L1, Access::needs(model::Permission::Manager),
    "Change a role"_L1};

inline constexpr Endpoint<model::Nothing, model::RoleHolders> roleHolders{
    Verb::Get, "/api/v1/roles/{id}/holders"_L1, Access::needs(model::Permission::Manager),
    "Who has a role"_L1};

inline constexpr Endpoint<model::MembersChange, model::RoleHolders> changeRoleUsers{
    Verb::Post, "/api/v1/roles/{id}/users"_L1, Access::needs(model::Permission::Manager),
    "Give a role to people and take it from them"_L1};

inline constexpr Endpoint<model::HoldersChange, model::RoleHolders> changeRoleGroups{
    Verb::Post, "/api/v1/roles/{id}/groups"_L1, Access::needs(model::Permission::Manager),
    "Give a role to groups and take it from them"_L1};

// Conflict for a preset role.
inline constexpr Endpoint<model::Nothing, model::Nothing> deleteRole{
    Verb::Delete, "/api/v1/roles/{id}"_L1, Access::needs(model::Permission::Manager),
    "Delete a role; its holders lose what it permits"_L1};

inline constexpr Endpoint<model::AuditQuery, model::Page<model::AuditEntry>> listAudit{
    Verb::Get, "/api/v1/audit"_L1, Access::needs(model::Permission::Manager),
    "Who did what, newest first"_L1};

} // namespace api
