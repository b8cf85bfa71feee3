// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/audit.h"
#include "core/model/page.h"
#include "core/model/user.h"
#include "tests/app/support/samples.h"

#include <QJsonArray>

#include <array>

// People, groups, roles and what was done, for tests and for looking at pages.
namespace samples {

// The same moment however often a sample is made: two of the same number are equal.
inline QDateTime now()
{
    static const QDateTime moment = QDateTime::currentDateTimeUtc();
    return moment;
}

inline const model::RoleName kAdminRole{model::RoleId(1), u"System Admin"_s};
inline const model::RoleName kUserRole{model::RoleId(2), u"User"_s};

// Mona looks after people; she is user 30001.
inline model::Account manager()
{
    model::Account account = samples::account();
    account.username = u"mona"_s;
    account.nickname = u"Mona"_s;
    account.permissions << model::Permission::ManageAllUsersJobs << model::Permission::ViewVc
                        << model::Permission::ViewClusterStatus << model::Permission::Manager;
    return account;
}

inline QList<model::Role> roles()
{
    using Permission = model::Permission;
    QList<Permission> all;
    for (const auto &[permission, name] : json::EnumNames<Permission>::table)
        all << permission;
    return {{kAdminRole.id, kAdminRole.name, u"All permissions"_s, true, all, 1, 0},
            {kUserRole.id,
             kUserRole.name,
             u"The usual"_s,
             true,
             {Permission::SubmitTrainingJob, Permission::ViewVc, Permission::ViewAllUsersJobs,
              Permission::ViewClusterStatus},
             38,
             2},
            {model::RoleId(3),
             u"Operators"_s,
             u"Look after everybody's jobs"_s,
             false,
             {Permission::ManageAllUsersJobs, Permission::ViewClusterStatus},
             4,
             1}};
}

inline QList<model::GroupSummary> groups()
{
    const auto at = now().addDays(-40);
    return {{model::GroupId(1),
             u"vision"_s,
             u"Image models"_s,
             at,
             12,
             {kUserRole},
             {model::VcName(u"vision"_s)}},
            {model::GroupId(2),
             u"language"_s,
             u"Language models 语言模型"_s,
             at.addDays(3),
             7,
             {kUserRole, {model::RoleId(3), u"Operators"_s}},
             {model::VcName(u"platform"_s), model::VcName(u"vision"_s)}}};
}

inline model::UserSummary user(int number)
{
    constexpr std::array kNames{"ada", "wangwei", "lihua", "noor", "tomas", "bob"};
    constexpr std::array kNicknames{"Ada", "王伟", "李华", "Noor", "Tomás", "Bob"};
    const size_t which = size_t(number) % kNames.size();
    model::UserSummary user;
    user.id = model::UserId(30001 + number);
    user.username = QString::fromLatin1(kNames[which]) + u"%1"_s.arg(number, 4, 10, QChar(u'0'));
    user.nickname = QString::fromUtf8(kNicknames[which]);
    user.email = user.username + u"@lab.example"_s;
    user.phone = number % 3 == 0 ? QString() : u"138%1"_s.arg(number, 8, 10, QChar(u'0'));
    user.disabled = number % 9 == 8;
    user.createdAt = now().addDays(-number % 300);
    user.roles = {number == 0 ? kAdminRole : kUserRole};
    if (number % 2 == 1)
        user.groups = {{model::GroupId(1), u"vision"_s}};
    if (number % 5 == 4)
        user.groups << model::GroupName{model::GroupId(2), u"language"_s};
    return user;
}

inline QList<model::UserSummary> users(int first, int count)
{
    QList<model::UserSummary> users;
    for (int number = first; number < first + count; ++number)
        users << user(number);
    return users;
}

inline model::User wholeUser(int number)
{
    model::User whole;
    whole.summary = user(number);
    whole.note = u"Works on the new cluster"_s;
    whole.signedInAt = now().addSecs(-3000);
    whole.vcs = {model::VcName(u"platform"_s)};
    if (!whole.summary.groups.isEmpty())
        whole.groupVcs = {model::VcName(u"vision"_s)};
    whole.permissions = roles()[number == 0 ? 0 : 1].permissions;
    return whole;
}

inline model::Group wholeGroup(int number)
{
    model::Group group;
    group.summary = groups()[number];
    for (int member = 0; member < group.summary.members; ++member) {
        const auto each = user(2 * member + 1);
        group.members << model::UserName{each.id, each.username, each.nickname};
    }
    return group;
}

inline model::AuditEntry auditEntry(int number)
{
    using Action = model::AuditAction;
    constexpr std::array kActions{Action::UserChanged, Action::SignedIn, Action::UserRolesChanged,
                                  Action::GroupMembersChanged, Action::JobKilled};
    model::AuditEntry entry;
    entry.sequence = 1000 - number;
    entry.at = now().addSecs(-number * 977);
    entry.actor = model::UserId(30001);
    entry.actorName = u"mona"_s;
    entry.address = u"10.0.4.17"_s;
    entry.action = kActions[size_t(number) % kActions.size()];
    entry.subjectId = user(number + 1).id.toString();
    entry.subjectName = user(number + 1).username;
    if (entry.action == Action::UserChanged) {
        entry.before = {{u"nickname"_s, u"Ada"_s}, {u"phone"_s, QString()}};
        entry.after = {{u"nickname"_s, u"Ada L."_s}, {u"phone"_s, u"13800000000"_s}};
    } else if (entry.action == Action::UserRolesChanged) {
        entry.before = {{u"roles"_s, QJsonArray{u"User"_s}}};
        entry.after = {{u"roles"_s, QJsonArray{u"User"_s, u"Operators"_s}}};
    } else if (entry.action == Action::JobKilled) {
        entry.subject = model::AuditSubject::Job;
        entry.subjectName = u"resnet50-imagenet"_s;
    }
    return entry;
}

// Entries of a log of so many; the cursor is the place of the next one.
inline model::Page<model::AuditEntry> auditPage(int first, int end, int total)
{
    model::Page<model::AuditEntry> page;
    for (int number = first; number < end; ++number)
        page.items << auditEntry(number);
    page.total = total;
    if (end < total)
        page.next = QString::number(end);
    return page;
}

} // namespace samples
