// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/account.h"
#include "core/model/cluster.h"
#include "core/model/job.h"
#include "core/model/vc.h"

// A small cluster, its people and jobs, for tests of the console.
namespace samples {

using namespace Qt::Literals::StringLiterals;

inline model::Account account()
{
    return {model::UserId(30001),
            u"alice"_s,
            u"Alice"_s,
            {model::Permission::SubmitTrainingJob, model::Permission::ViewAllUsersJobs},
            {model::VcName(u"platform"_s), model::VcName(u"vision"_s)}};
}

inline const model::DeviceType kNpu{u"huawei_npu_arm64"_s};

inline model::Cluster cluster()
{
    model::Cluster cluster;
    cluster.name = u"Lab"_s;
    cluster.version = u"0.1.0"_s;
    cluster.engine = u"simulated"_s;
    cluster.engineReachable = true;
    cluster.deviceTypes = {{.name = kNpu,
                            .family = model::DeviceFamily::Npu,
                            .counts = {0, 1, 2, 4, 8},
                            .linkGroups = {{0, 1, 2, 3}, {4, 5, 6, 7}},
                            .nodes = 2,
                            .devices = 16,
                            .largestNode = 8}};
    return cluster;
}

inline model::VcStatus vc(const QString &name, int used = 0)
{
    return {model::VcName(name),
            {{.deviceType = kNpu,
              .deviceNumber = 16,
              .maxAvailable = 8,
              .used = used,
              .available = qMin(16 - used, 8)}},
            0};
}

inline model::JobSummary job(int number, model::JobState state = model::JobState::Queued)
{
    model::JobSummary job;
    job.id = model::JobId(QUuid::createUuidV5(QUuid(), QString::number(number)));
    job.name = u"job-%1"_s.arg(number);
    job.vc = model::VcName(u"platform"_s);
    job.owner = model::UserId(30001);
    job.ownerName = u"alice"_s;
    job.state = state;
    job.deviceType = kNpu;
    job.devices = 1;
    job.submittedAt = QDateTime::fromSecsSinceEpoch(1700000000 + number, Qt::UTC);
    job.revision = 1;
    return job;
}

} // namespace samples
