// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/codec.h"
#include "core/model/ids.h"

namespace model {

enum class Permission {
    SubmitTrainingJob,
    ManageVc,
    ViewVc,
    ViewAllUsersJobs,
    ManageAllUsersJobs,
    ViewClusterStatus,
    Manager, // users, groups and roles
};

// A person as the person's own session knows them; the rights rules read this.
struct Account
{
    UserId id;
    QString username;
    QString nickname;
    QList<Permission> permissions; // of own roles and of all own groups' roles
    QList<VcName> vcs; // usable; a System Admin sees all
    bool mustChangePassword = false; // still has a password that somebody else made
    bool systemAdmin = false; // has the role System Admin, also through a group

    bool has(Permission permission) const { return permissions.contains(permission); }

    bool operator==(const Account &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("id"_L1, &Account::id),
                          json::field("username"_L1, &Account::username),
                          json::field("nickname"_L1, &Account::nickname),
                          json::field("permissions"_L1, &Account::permissions),
                          json::field("vcs"_L1, &Account::vcs),
                          json::defaulted("mustChangePassword"_L1, &Account::mustChangePassword),
                          json::defaulted("systemAdmin"_L1, &Account::systemAdmin)};
    }
};

struct SignIn
{
    QString username;
    QString password;

    bool operator==(const SignIn &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("username"_L1, &SignIn::username),
                          json::field("password"_L1, &SignIn::password)};
    }
};

// A session just opened. The token is shown this once; the server keeps only its hash.
struct Session
{
    QString token;
    QDateTime expiresAt; // at the latest; earlier when idle
    Account account;

    bool operator==(const Session &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("token"_L1, &Session::token),
                          json::field("expiresAt"_L1, &Session::expiresAt),
                          json::field("account"_L1, &Session::account)};
    }
};

struct PasswordChange
{
    QString currentPassword;
    QString newPassword;

    bool operator==(const PasswordChange &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("currentPassword"_L1, &PasswordChange::currentPassword),
                          json::field("newPassword"_L1, &PasswordChange::newPassword)};
    }
};

} // namespace model

template <>
struct json::EnumNames<model::Permission>
{
    using Permission = model::Permission;
    static constexpr std::array table{
        std::pair{Permission::SubmitTrainingJob, QLatin1StringView("submit_training_job")},
        std::pair{Permission::ManageVc, QLatin1StringView("manage_vc")},
        std::pair{Permission::ViewVc, QLatin1StringView("view_vc")},
        std::pair{Permission::ViewAllUsersJobs, QLatin1StringView("view_all_users_jobs")},
        std::pair{Permission::ManageAllUsersJobs, QLatin1StringView("manage_all_users_jobs")},
        std::pair{Permission::ViewClusterStatus, QLatin1StringView("view_cluster_status")},
        std::pair{Permission::Manager, QLatin1StringView("manager")}};
};
