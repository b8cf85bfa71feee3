// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/peopletext.h"

using model::Permission;

QString PeopleText::permission(Permission permission)
{
    switch (permission) {
    case Permission::SubmitTrainingJob:
        return tr("Submit training job");
    case Permission::ManageVc:
        return tr("Manage VC");
    case Permission::ViewVc:
        return tr("View VC");
    case Permission::ViewAllUsersJobs:
        return tr("View all users jobs");
    case Permission::ManageAllUsersJobs:
        return tr("View and manage all users jobs");
    case Permission::ViewClusterStatus:
        return tr("View cluster status");
    case Permission::Manager:
        //: The permission to look after users, groups and roles
        return tr("Manager");
    }
    Q_UNREACHABLE();
}

QString PeopleText::explanation(Permission permission)
{
    switch (permission) {
    case Permission::SubmitTrainingJob:
        return tr("Submit training jobs and edge inferences");
    case Permission::ManageVc:
        return tr("Add, modify and delete virtual clusters");
    case Permission::ViewVc:
        return tr("See virtual clusters without changing them");
    case Permission::ViewAllUsersJobs:
        return tr("See everybody's jobs without acting on them");
    case Permission::ManageAllUsersJobs:
        return tr("See everybody's jobs, pause, resume and kill them");
    case Permission::ViewClusterStatus:
        return tr("See nodes, devices and who uses them");
    case Permission::Manager:
        return tr("Look after users, groups and roles");
    }
    Q_UNREACHABLE();
}

QString PeopleText::permissions(const QList<Permission> &permissions)
{
    QStringList words;
    for (const auto &[permission, name] : json::EnumNames<Permission>::table) {
        if (permissions.contains(permission))
            words << PeopleText::permission(permission);
    }
    return names(words);
}

QString PeopleText::type(const model::Role &role)
{
    //: Of a role
    return role.preset ? tr("Preset") : tr("Custom");
}

QString PeopleText::description(const model::Role &role)
{
    if (!role.preset)
        return role.description;
    return role.permissions.contains(Permission::Manager)
               ? tr("All permissions")
               : tr("Submit jobs, see the cluster, its virtual clusters and everybody's jobs");
}

QString PeopleText::names(const QStringList &names)
{
    //: Between the names of a list
    return names.join(tr(", "));
}

QString PeopleText::namesOf(const QList<model::VcName> &list)
{
    QStringList result;
    for (const model::VcName &each : list)
        result << each.toString();
    return names(result);
}
