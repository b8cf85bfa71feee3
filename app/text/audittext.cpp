// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/audittext.h"

#include "app/text/format.h"
#include "app/text/peopletext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

using model::AuditAction;
using namespace Qt::Literals::StringLiterals;

QString AuditText::action(AuditAction action)
{
    if (action <= AuditAction::ProfileChanged)
        return ofPerson(action);
    if (action <= AuditAction::RoleHoldersChanged)
        return ofRights(action);
    return action <= AuditAction::NodeDrained ? ofCluster(action) : ofJob(action);
}

QString AuditText::ofPerson(AuditAction action)
{
    switch (action) {
    case AuditAction::SignedIn:
        return tr("Signed in");
    case AuditAction::SignInRefused:
        return tr("Sign-in refused");
    case AuditAction::SignedOut:
        return tr("Signed out");
    case AuditAction::SignedUp:
        return tr("Signed up");
    case AuditAction::PasswordChanged:
        return tr("Password changed");
    case AuditAction::PasswordReset:
        return tr("Password reset");
    case AuditAction::SessionsEnded:
        return tr("Sessions ended");
    case AuditAction::IdentityBound:
        return tr("Sign-in account bound");
    case AuditAction::IdentityUnbound:
        return tr("Sign-in account unbound");
    case AuditAction::SshKeyAdded:
        return tr("SSH key added");
    case AuditAction::SshKeyRemoved:
        return tr("SSH key removed");
    default:
        return tr("Profile changed");
    }
}

QString AuditText::ofRights(AuditAction action)
{
    switch (action) {
    case AuditAction::UserCreated:
        return tr("User created");
    case AuditAction::UserChanged:
        return tr("User changed");
    case AuditAction::UserDeleted:
        return tr("User deleted");
    case AuditAction::UserRolesChanged:
        return tr("Roles of a user changed");
    case AuditAction::UserGroupsChanged:
        return tr("Groups of a user changed");
    case AuditAction::UserVcsChanged:
        return tr("VCs of a user changed");
    case AuditAction::GroupCreated:
        return tr("Group created");
    case AuditAction::GroupChanged:
        return tr("Group changed");
    case AuditAction::GroupDeleted:
        return tr("Group deleted");
    case AuditAction::GroupMembersChanged:
        return tr("Members of a group changed");
    case AuditAction::GroupRolesChanged:
        return tr("Roles of a group changed");
    case AuditAction::GroupVcsChanged:
        return tr("VCs of a group changed");
    case AuditAction::RoleCreated:
        return tr("Role created");
    case AuditAction::RoleChanged:
        return tr("Role changed");
    case AuditAction::RoleDeleted:
        return tr("Role deleted");
    default:
        return tr("Holders of a role changed");
    }
}

QString AuditText::ofCluster(AuditAction action)
{
    switch (action) {
    case AuditAction::VcCreated:
        return tr("VC created");
    case AuditAction::VcChanged:
        return tr("VC changed");
    case AuditAction::VcDeleted:
        return tr("VC deleted");
    case AuditAction::NodeCordoned:
        return tr("Node cordoned");
    case AuditAction::NodeUncordoned:
        return tr("Node uncordoned");
    default:
        return tr("Node drained");
    }
}

QString AuditText::ofJob(AuditAction action)
{
    switch (action) {
    case AuditAction::JobSubmitted:
        return tr("Job submitted");
    case AuditAction::JobPaused:
        return tr("Job paused");
    case AuditAction::JobResumed:
        return tr("Job resumed");
    case AuditAction::JobKilled:
        return tr("Job killed");
    case AuditAction::JobPriorityChanged:
        return tr("Priority of a job changed");
    case AuditAction::JobEndpointOpened:
        return tr("Endpoint of a job opened");
    case AuditAction::JobEndpointClosed:
        return tr("Endpoint of a job closed");
    case AuditAction::TemplateSaved:
        return tr("Template saved");
    default:
        return tr("Template deleted");
    }
}

QString AuditText::subject(model::AuditSubject subject)
{
    using Subject = model::AuditSubject;
    switch (subject) {
    case Subject::User:
        return tr("User");
    case Subject::Group:
        return tr("Group");
    case Subject::Role:
        return tr("Role");
    case Subject::Vc:
        //: Short for virtual cluster
        return tr("VC");
    case Subject::Node:
        return tr("Node");
    case Subject::Job:
        return tr("Job");
    case Subject::Template:
        return tr("Template");
    }
    Q_UNREACHABLE();
}

QString AuditText::actor(const model::AuditEntry &entry)
{
    if (!entry.actorName.isEmpty())
        return entry.actorName;
    //: Who works on the server itself, without an account
    return tr("Operator");
}

QStringList AuditText::changes(const model::AuditEntry &entry)
{
    QStringList keys = entry.before.keys();
    for (const QString &key : entry.after.keys()) {
        if (!keys.contains(key))
            keys << key;
    }
    QStringList lines;
    for (const QString &key : std::as_const(keys)) {
        const QJsonValue before = entry.before.value(key);
        const QJsonValue after = entry.after.value(key);
        if (before == after)
            continue;
        //: Something and its value
        const QString only = tr("%1: %2");
        if (before.isUndefined() || after.isUndefined())
            lines << only.arg(field(key), value(before.isUndefined() ? after : before));
        else
            //: Something, its value before and after
            lines << tr("%1: %2 → %3").arg(field(key), value(before), value(after));
    }
    return lines;
}

QString AuditText::value(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? tr("yes") : tr("no");
    case QJsonValue::Double:
        return QLocale().toString(value.toInteger());
    case QJsonValue::String: {
        if (const auto permission = json::fromName<model::Permission>(value.toString()))
            return PeopleText::permission(*permission);
        return value.toString().isEmpty() ? Format::none() : value.toString();
    }
    case QJsonValue::Array: {
        QStringList words;
        for (const QJsonValue &each : value.toArray())
            words << AuditText::value(each);
        return words.isEmpty() ? Format::none() : PeopleText::names(words);
    }
    case QJsonValue::Object: {
        if (const QJsonValue name = value.toObject().value("name"_L1); name.isString())
            return name.toString();
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    }
    default:
        return Format::none();
    }
}

QString AuditText::field(const QString &key)
{
    const QPair<QLatin1StringView, QString> words[] = {
        {"username"_L1, tr("Username")},
        {"nickname"_L1, tr("Nickname")},
        {"phone"_L1, tr("Phone")},
        {"email"_L1, tr("Email")},
        {"note"_L1, tr("Note")},
        {"disabled"_L1, tr("Disabled")},
        {"name"_L1, tr("Name")},
        {"description"_L1, tr("Description")},
        {"permissions"_L1, tr("Permissions")},
        {"roles"_L1, tr("Roles")},
        {"groups"_L1, tr("Groups")},
        {"users"_L1, tr("Users")},
        {"members"_L1, tr("Members")},
        {"vcs"_L1, tr("VCs")},
        {"quotas"_L1, tr("Quotas")},
        {"state"_L1, tr("State")},
        {"reason"_L1, tr("Reason")},
        {"priority"_L1, tr("Priority")},
        {"provider"_L1, tr("Provider")},
        {"sessions"_L1, tr("Sessions")},
        {"sshKey"_L1, tr("SSH key")},
        {"vc"_L1, tr("VC")},
        {"image"_L1, tr("Docker image")},
        {"devices"_L1, tr("Devices")},
        {"jobs"_L1, tr("Jobs")},
    };
    for (const auto &[name, word] : words) {
        if (key == name)
            return word;
    }
    return key;
}
