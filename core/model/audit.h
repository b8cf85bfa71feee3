// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/codec.h"
#include "core/model/ids.h"

namespace model {

// What somebody did. Template actions are those on a team's.
enum class AuditAction {
    SignedIn,
    SignInRefused,
    SignedOut,
    SignedUp,
    PasswordChanged,
    PasswordReset,
    SessionsEnded,
    IdentityBound,
    IdentityUnbound,
    SshKeyAdded,
    SshKeyRemoved,
    ProfileChanged,
    UserCreated,
    UserChanged,
    UserDeleted,
    UserRolesChanged,
    UserGroupsChanged,
    UserVcsChanged,
    GroupCreated,
    GroupChanged,
    GroupDeleted,
    GroupMembersChanged,
    GroupRolesChanged,
    GroupVcsChanged,
    RoleCreated,
    RoleChanged,
    RoleDeleted,
    RoleHoldersChanged,
    VcCreated,
    VcChanged,
    VcDeleted,
    NodeCordoned,
    NodeUncordoned,
    NodeDrained,
    JobSubmitted,
    JobPaused,
    JobResumed,
    JobKilled,
    JobPriorityChanged,
    JobEndpointOpened,
    JobEndpointClosed,
    TemplateSaved,
    TemplateDeleted,
};

enum class AuditSubject { User, Group, Role, Vc, Node, Job, Template };

// Who did what to whom, when and from where. Entries are only ever added.
struct AuditEntry
{
    qint64 sequence = 0; // grows with every entry
    QDateTime at;
    UserId actor; // 0: the operator on the machine itself
    QString actorName;
    QString address; // the peer's; empty for the operator
    AuditAction action = AuditAction::SignedIn;
    AuditSubject subject = AuditSubject::User;
    QString subjectId;
    QString subjectName;
    QJsonObject before; // what changed, as it was; never a secret
    QJsonObject after; // and as it became

    bool operator==(const AuditEntry &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("sequence"_L1, &AuditEntry::sequence),
                          json::field("at"_L1, &AuditEntry::at),
                          json::field("actor"_L1, &AuditEntry::actor),
                          json::field("actorName"_L1, &AuditEntry::actorName),
                          json::defaulted("address"_L1, &AuditEntry::address),
                          json::field("action"_L1, &AuditEntry::action),
                          json::field("subject"_L1, &AuditEntry::subject),
                          json::field("subjectId"_L1, &AuditEntry::subjectId),
                          json::field("subjectName"_L1, &AuditEntry::subjectName),
                          json::defaulted("before"_L1, &AuditEntry::before),
                          json::defaulted("after"_L1, &AuditEntry::after)};
    }
};

// Which entries, newest first.
struct AuditQuery
{
    static constexpr int kMaxLimit = 1000;

    QString text; // part of the actor's or subject's name or of the address, any case
    QList<AuditAction> actions; // empty: all
    std::optional<AuditSubject> subject;
    QString subjectId;
    std::optional<UserId> actor;
    std::optional<QDateTime> from;
    std::optional<QDateTime> until; // exclusive
    int limit = 100; // 1…kMaxLimit
    QString cursor; // `next` of the page before

    bool operator==(const AuditQuery &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::defaulted("text"_L1, &AuditQuery::text),
                          json::defaulted("actions"_L1, &AuditQuery::actions),
                          json::field("subject"_L1, &AuditQuery::subject),
                          json::defaulted("subjectId"_L1, &AuditQuery::subjectId),
                          json::field("actor"_L1, &AuditQuery::actor),
                          json::field("from"_L1, &AuditQuery::from),
                          json::field("until"_L1, &AuditQuery::until),
                          json::defaulted("limit"_L1, &AuditQuery::limit),
                          json::defaulted("cursor"_L1, &AuditQuery::cursor)};
    }
};

} // namespace model

template <>
struct json::EnumNames<model::AuditAction>
{
    using Action = model::AuditAction;
    static constexpr std::array table{
        std::pair{Action::SignedIn, QLatin1StringView("signed_in")},
        std::pair{Action::SignInRefused, QLatin1StringView("sign_in_refused")},
        std::pair{Action::SignedOut, QLatin1StringView("signed_out")},
        std::pair{Action::SignedUp, QLatin1StringView("signed_up")},
        std::pair{Action::PasswordChanged, QLatin1StringView("password_changed")},
        std::pair{Action::PasswordReset, QLatin1StringView("password_reset")},
        std::pair{Action::SessionsEnded, QLatin1StringView("sessions_ended")},
        std::pair{Action::IdentityBound, QLatin1StringView("identity_bound")},
        std::pair{Action::IdentityUnbound, QLatin1StringView("identity_unbound")},
        std::pair{Action::SshKeyAdded, QLatin1StringView("ssh_key_added")},
        std::pair{Action::SshKeyRemoved, QLatin1StringView("ssh_key_removed")},
        std::pair{Action::ProfileChanged, QLatin1StringView("profile_changed")},
        std::pair{Action::UserCreated, QLatin1StringView("user_created")},
        std::pair{Action::UserChanged, QLatin1StringView("user_changed")},
        std::pair{Action::UserDeleted, QLatin1StringView("user_deleted")},
        std::pair{Action::UserRolesChanged, QLatin1StringView("user_roles_changed")},
        std::pair{Action::UserGroupsChanged, QLatin1StringView("user_groups_changed")},
        std::pair{Action::UserVcsChanged, QLatin1StringView("user_vcs_changed")},
        std::pair{Action::GroupCreated, QLatin1StringView("group_created")},
        std::pair{Action::GroupChanged, QLatin1StringView("group_changed")},
        std::pair{Action::GroupDeleted, QLatin1StringView("group_deleted")},
        std::pair{Action::GroupMembersChanged, QLatin1StringView("group_members_changed")},
        std::pair{Action::GroupRolesChanged, QLatin1StringView("group_roles_changed")},
        std::pair{Action::GroupVcsChanged, QLatin1StringView("group_vcs_changed")},
        std::pair{Action::RoleCreated, QLatin1StringView("role_created")},
        std::pair{Action::RoleChanged, QLatin1StringView("role_changed")},
        std::pair{Action::RoleDeleted, QLatin1StringView("role_deleted")},
        std::pair{Action::RoleHoldersChanged, QLatin1StringView("role_holders_changed")},
        std::pair{Action::VcCreated, QLatin1StringView("vc_created")},
        std::pair{Action::VcChanged, QLatin1StringView("vc_changed")},
        std::pair{Action::VcDeleted, QLatin1StringView("vc_deleted")},
        std::pair{Action::NodeCordoned, QLatin1StringView("node_cordoned")},
        std::pair{Action::NodeUncordoned, QLatin1StringView("node_uncordoned")},
        std::pair{Action::NodeDrained, QLatin1StringView("node_drained")},
        std::pair{Action::JobSubmitted, QLatin1StringView("job_submitted")},
        std::pair{Action::JobPaused, QLatin1StringView("job_paused")},
        std::pair{Action::JobResumed, QLatin1StringView("job_resumed")},
        std::pair{Action::JobKilled, QLatin1StringView("job_killed")},
        std::pair{Action::JobPriorityChanged, QLatin1StringView("job_priority_changed")},
        std::pair{Action::JobEndpointOpened, QLatin1StringView("job_endpoint_opened")},
        std::pair{Action::JobEndpointClosed, QLatin1StringView("job_endpoint_closed")},
        std::pair{Action::TemplateSaved, QLatin1StringView("template_saved")},
        std::pair{Action::TemplateDeleted, QLatin1StringView("template_deleted")}};
};

template <>
struct json::EnumNames<model::AuditSubject>
{
    using Subject = model::AuditSubject;
    static constexpr std::array table{std::pair{Subject::User, QLatin1StringView("user")},
                                      std::pair{Subject::Group, QLatin1StringView("group")},
                                      std::pair{Subject::Role, QLatin1StringView("role")},
                                      std::pair{Subject::Vc, QLatin1StringView("vc")},
                                      std::pair{Subject::Node, QLatin1StringView("node")},
                                      std::pair{Subject::Job, QLatin1StringView("job")},
                                      std::pair{Subject::Template, QLatin1StringView("template")}};
};
