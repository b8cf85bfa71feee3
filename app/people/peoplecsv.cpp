// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/peoplecsv.h"

#include "app/pages/tablecsv.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace {

void add(QByteArray &csv, const QStringList &cells)
{
    QStringList safe;
    for (const QString &cell : cells)
        safe << csvCell(cell);
    csv += safe.join(u',').toUtf8() + "\r\n";
}

QString time(const QDateTime &at)
{
    return at.isValid() ? at.toUTC().toString(Qt::ISODate) : QString();
}

template <typename Named>
QString names(const QList<Named> &list)
{
    QStringList result;
    for (const Named &each : list)
        result << each.name;
    return result.join(u';');
}

QString names(const QList<model::VcName> &list)
{
    QStringList result;
    for (const model::VcName &each : list)
        result << each.toString();
    return result.join(u';');
}

QString words(const QList<model::Permission> &permissions)
{
    QStringList result;
    for (const model::Permission each : permissions)
        result << json::nameOf(each);
    return result.join(u';');
}

QString text(const QJsonObject &object)
{
    return object.isEmpty()
               ? QString()
               : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

QByteArray peoplecsv::of(const QList<model::UserSummary> &users)
{
    QByteArray csv("id,username,nickname,phone,email,roles,groups,disabled,created\r\n");
    for (const model::UserSummary &user : users) {
        add(csv, {user.id.toString(), user.username, user.nickname, user.phone, user.email,
                  names(user.roles), names(user.groups), user.disabled ? u"yes"_s : u"no"_s,
                  time(user.createdAt)});
    }
    return csv;
}

QByteArray peoplecsv::of(const QList<model::GroupSummary> &groups)
{
    QByteArray csv("id,name,description,roles,vcs,members,created\r\n");
    for (const model::GroupSummary &group : groups) {
        add(csv, {group.id.toString(), group.name, group.description, names(group.roles),
                  names(group.vcs), QString::number(group.members), time(group.createdAt)});
    }
    return csv;
}

QByteArray peoplecsv::of(const QList<model::Role> &roles)
{
    QByteArray csv("id,name,description,preset,permissions,users,groups\r\n");
    for (const model::Role &role : roles) {
        add(csv,
            {role.id.toString(), role.name, role.description, role.preset ? u"yes"_s : u"no"_s,
             words(role.permissions), QString::number(role.users), QString::number(role.groups)});
    }
    return csv;
}

QByteArray peoplecsv::of(const QList<model::AuditEntry> &entries)
{
    QByteArray csv("sequence,time,actor_id,actor,address,action,subject,subject_id,subject_name,"
                   "before,after\r\n");
    for (const model::AuditEntry &entry : entries) {
        add(csv, {QString::number(entry.sequence), time(entry.at), entry.actor.toString(),
                  entry.actorName, entry.address, json::nameOf(entry.action),
                  json::nameOf(entry.subject), entry.subjectId, entry.subjectName,
                  text(entry.before), text(entry.after)});
    }
    return csv;
}

QByteArray peoplecsv::of(const QList<model::NewPassword> &passwords)
{
    QByteArray csv("username,password\r\n");
    for (const model::NewPassword &each : passwords)
        add(csv, {each.username, each.password});
    return csv;
}
