// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/group.h"

namespace model {

// A line of the user list.
struct UserSummary
{
    UserId id;
    QString username;
    QString nickname;
    QString phone;
    QString email;
    bool disabled = false;
    QDateTime createdAt;
    QList<RoleName> roles; // own ones
    QList<GroupName> groups;
    bool systemAdmin = false; // has the role System Admin, also through a group

    bool operator==(const UserSummary &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("id"_L1, &UserSummary::id),
                          json::field("username"_L1, &UserSummary::username),
                          json::field("nickname"_L1, &UserSummary::nickname),
                          json::defaulted("phone"_L1, &UserSummary::phone),
                          json::defaulted("email"_L1, &UserSummary::email),
                          json::defaulted("disabled"_L1, &UserSummary::disabled),
                          json::field("createdAt"_L1, &UserSummary::createdAt),
                          json::field("roles"_L1, &UserSummary::roles),
                          json::field("groups"_L1, &UserSummary::groups),
                          json::defaulted("systemAdmin"_L1, &UserSummary::systemAdmin)};
    }
};

// A person as administrators see them.
struct User
{
    UserSummary summary;
    QString note;
    std::optional<QDateTime> signedInAt;
    QList<VcName> vcs; // given to the person; those of groups come on top
    QList<VcName> groupVcs; // through groups
    QList<Permission> permissions; // in effect: of own roles and of all groups' roles
    int activeJobs = 0; // a person with active jobs is not deleted
    bool lastSystemAdmin = false; // the only one who has the role and is not disabled

    bool operator==(const User &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("summary"_L1, &User::summary),
                          json::defaulted("note"_L1, &User::note),
                          json::field("signedInAt"_L1, &User::signedInAt),
                          json::field("vcs"_L1, &User::vcs),
                          json::field("groupVcs"_L1, &User::groupVcs),
                          json::field("permissions"_L1, &User::permissions),
                          json::field("activeJobs"_L1, &User::activeJobs),
                          json::defaulted("lastSystemAdmin"_L1, &User::lastSystemAdmin)};
    }
};

enum class UserOrder { Username, Nickname, Phone, Email, CreatedAt };

// Which people a list shows, and how.
struct UserQuery
{
    static constexpr int kMaxLimit = 1000;

    QString text; // part of username, nickname, phone or email, any case
    std::optional<GroupId> group; // its members
    std::optional<RoleId> role; // who have it themselves
    UserOrder order = UserOrder::Username;
    bool descending = false;
    int limit = 50; // 1…kMaxLimit
    QString cursor; // `next` of the page before

    bool operator==(const UserQuery &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::defaulted("text"_L1, &UserQuery::text),
                          json::field("group"_L1, &UserQuery::group),
                          json::field("role"_L1, &UserQuery::role),
                          json::defaulted("order"_L1, &UserQuery::order),
                          json::defaulted("descending"_L1, &UserQuery::descending),
                          json::defaulted("limit"_L1, &UserQuery::limit),
                          json::defaulted("cursor"_L1, &UserQuery::cursor)};
    }
};

struct NewUser
{
    QString username;
    QString nickname;
    QString phone;
    QString email;
    QString note;

    bool operator==(const NewUser &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("username"_L1, &NewUser::username),
                          json::field("nickname"_L1, &NewUser::nickname),
                          json::defaulted("phone"_L1, &NewUser::phone),
                          json::defaulted("email"_L1, &NewUser::email),
                          json::defaulted("note"_L1, &NewUser::note)};
    }
};

// Several people at once: all of them or none.
struct NewUsers
{
    static constexpr int kMost = 10;

    QList<NewUser> users; // 1…kMost
    QList<RoleId> roles; // at least one, for each of them

    bool operator==(const NewUsers &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("users"_L1, &NewUsers::users),
                          json::field("roles"_L1, &NewUsers::roles)};
    }
};

// A password made by the server; shown this once. The person must change it at the next sign-in.
struct NewPassword
{
    UserId id;
    QString username;
    QString password;

    bool operator==(const NewPassword &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("id"_L1, &NewPassword::id),
                          json::field("username"_L1, &NewPassword::username),
                          json::field("password"_L1, &NewPassword::password)};
    }
};

// All that may be changed of a person besides rights; what is left out becomes empty.
struct UserChange
{
    QString nickname;
    QString phone;
    QString email;
    QString note;
    bool disabled = false; // ends every session

    bool operator==(const UserChange &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("nickname"_L1, &UserChange::nickname),
                          json::defaulted("phone"_L1, &UserChange::phone),
                          json::defaulted("email"_L1, &UserChange::email),
                          json::defaulted("note"_L1, &UserChange::note),
                          json::defaulted("disabled"_L1, &UserChange::disabled)};
    }
};

struct VcNames
{
    QList<VcName> vcs;

    bool operator==(const VcNames &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("vcs"_L1, &VcNames::vcs)};
    }
};

// What the User Dashboard begins with.
struct PeopleCounts
{
    int users = 0;
    int groups = 0;
    int roles = 0; // presets too
    int customRoles = 0;

    bool operator==(const PeopleCounts &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("users"_L1, &PeopleCounts::users),
                          json::field("groups"_L1, &PeopleCounts::groups),
                          json::field("roles"_L1, &PeopleCounts::roles),
                          json::field("customRoles"_L1, &PeopleCounts::customRoles)};
    }
};

} // namespace model

template <>
struct json::EnumNames<model::UserOrder>
{
    using Order = model::UserOrder;
    static constexpr std::array table{std::pair{Order::Username, QLatin1StringView("username")},
                                      std::pair{Order::Nickname, QLatin1StringView("nickname")},
                                      std::pair{Order::Phone, QLatin1StringView("phone")},
                                      std::pair{Order::Email, QLatin1StringView("email")},
                                      std::pair{Order::CreatedAt, QLatin1StringView("created_at")}};
};
