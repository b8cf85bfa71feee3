// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/account.h"

namespace model {

// The preset roles.
inline const RoleId kSystemAdminRole(1); // may do everything, and alone touches what has this role
inline const RoleId kUserRole(2);

// A role as others point to it.
struct RoleName
{
    RoleId id;
    QString name;

    bool operator==(const RoleName &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("id"_L1, &RoleName::id),
                          json::field("name"_L1, &RoleName::name)};
    }
};

// A person as others point to him or her.
struct UserName
{
    UserId id;
    QString username;
    QString nickname;

    bool operator==(const UserName &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("id"_L1, &UserName::id),
                          json::field("username"_L1, &UserName::username),
                          json::field("nickname"_L1, &UserName::nickname)};
    }
};

// A named set of permissions, given to people and to groups.
struct Role
{
    RoleId id;
    QString name;
    QString description;
    bool preset = false; // System Admin and User: never changed, never deleted
    QList<Permission> permissions;
    int users = 0; // who have it themselves
    int groups = 0;

    bool operator==(const Role &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("id"_L1, &Role::id),
                          json::field("name"_L1, &Role::name),
                          json::field("description"_L1, &Role::description),
                          json::field("preset"_L1, &Role::preset),
                          json::field("permissions"_L1, &Role::permissions),
                          json::field("users"_L1, &Role::users),
                          json::field("groups"_L1, &Role::groups)};
    }
};

// What a person fills in for a new role and for a changed one.
struct RoleForm
{
    QString name;
    QString description;
    QList<Permission> permissions; // at least one

    bool operator==(const RoleForm &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("name"_L1, &RoleForm::name),
                          json::field("description"_L1, &RoleForm::description),
                          json::field("permissions"_L1, &RoleForm::permissions)};
    }
};

struct RoleIds
{
    QList<RoleId> roles;

    bool operator==(const RoleIds &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("roles"_L1, &RoleIds::roles)};
    }
};

} // namespace model
