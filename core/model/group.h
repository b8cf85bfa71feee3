// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/role.h"

namespace model {

// A group as others point to it.
struct GroupName
{
    GroupId id;
    QString name;

    bool operator==(const GroupName &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("id"_L1, &GroupName::id),
                          json::field("name"_L1, &GroupName::name)};
    }
};

// A line of the group list. Members have the group's roles and may use its VCs.
struct GroupSummary
{
    GroupId id;
    QString name;
    QString description;
    QDateTime createdAt;
    int members = 0;
    QList<RoleName> roles;
    QList<VcName> vcs;

    bool operator==(const GroupSummary &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("id"_L1, &GroupSummary::id),
                          json::field("name"_L1, &GroupSummary::name),
                          json::field("description"_L1, &GroupSummary::description),
                          json::field("createdAt"_L1, &GroupSummary::createdAt),
                          json::field("members"_L1, &GroupSummary::members),
                          json::field("roles"_L1, &GroupSummary::roles),
                          json::field("vcs"_L1, &GroupSummary::vcs)};
    }
};

// A group with all its members.
struct Group
{
    GroupSummary summary;
    QList<UserName> members; // by username

    bool operator==(const Group &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("summary"_L1, &Group::summary),
                          json::field("members"_L1, &Group::members)};
    }
};

struct NewGroup
{
    QString name;
    QString description;
    QList<RoleId> roles; // at least one

    bool operator==(const NewGroup &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("name"_L1, &NewGroup::name),
                          json::field("description"_L1, &NewGroup::description),
                          json::field("roles"_L1, &NewGroup::roles)};
    }
};

struct GroupChange
{
    QString name;
    QString description;

    bool operator==(const GroupChange &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("name"_L1, &GroupChange::name),
                          json::field("description"_L1, &GroupChange::description)};
    }
};

struct GroupIds
{
    QList<GroupId> groups;

    bool operator==(const GroupIds &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("groups"_L1, &GroupIds::groups)};
    }
};

// People who come to a group or a role and who leave it; who is there or away already is no mistake.
struct MembersChange
{
    QList<UserId> add;
    QList<UserId> remove;

    bool operator==(const MembersChange &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::defaulted("add"_L1, &MembersChange::add),
                          json::defaulted("remove"_L1, &MembersChange::remove)};
    }
};

// The same for groups and a role.
struct HoldersChange
{
    QList<GroupId> add;
    QList<GroupId> remove;

    bool operator==(const HoldersChange &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::defaulted("add"_L1, &HoldersChange::add),
                          json::defaulted("remove"_L1, &HoldersChange::remove)};
    }
};

// Who has a role.
struct RoleHolders
{
    QList<UserName> users; // by username
    QList<GroupName> groups; // by name

    bool operator==(const RoleHolders &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("users"_L1, &RoleHolders::users),
                          json::field("groups"_L1, &RoleHolders::groups)};
    }
};

} // namespace model
