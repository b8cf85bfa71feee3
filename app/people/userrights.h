// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/people/usercommands.h"
#include "core/model/job.h"

#include <QWidget>

class DetailSection;
class FactList;
class QLabel;

// A person's roles, groups, virtual clusters, the permissions that come of them, and active jobs.
class UserRights : public QWidget
{
    Q_OBJECT

public:
    explicit UserRights(QWidget *parent = nullptr);

    void setUser(const model::User &user, const UserCommands &commands);
    // Those that may be seen; without them their number stands alone.
    void setJobs(const QList<model::JobSummary> &jobs);
    void retranslate();

signals:
    void actionRequested(const QString &action);

private:
    void showJobs();

    QLabel *m_roles;
    QLabel *m_groups;
    FactList *m_vcs;
    QLabel *m_permissions;
    QLabel *m_jobs;
    DetailSection *m_roleSection;
    DetailSection *m_groupSection;
    DetailSection *m_vcSection;
    DetailSection *m_permissionSection;
    DetailSection *m_jobSection;
    QList<model::JobSummary> m_active;
    int m_activeCount = 0;
};
