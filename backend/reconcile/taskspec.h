// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/engine.h"
#include "backend/volumes/volumes.h"
#include "core/model/cluster.h"
#include "core/model/job.h"

namespace reconcile {

// What the configuration says of every task; 0 is no limit.
struct TaskDefaults
{
    qint64 memoryBytes = 0;
    qint64 milliCpu = 0;
    qint64 pids = 0;
    qint64 shmBytes = 0;
    QList<model::DeviceTypeInfo> deviceTypes;
};

// The tasks of a placed job, one for each placement, ready for the engine. The environment is
// product knowledge: the platform's names first, the person's after them and winning, except over
// the BERTH_ ones. `password` is that of the job's registry; every task sees the mounts, and
// its first process is the bootstrap that lies in their runtime directory.
QList<engines::TaskSpec> taskSpecs(const model::Job &job, const TaskDefaults &defaults,
                                   const QString &password, const QList<engines::Mount> &mounts);

// What runs in every task beside the command: the bootstrap, and the services it offers.
QList<volumes::RuntimeFile> taskPrograms();

// Whether the task runs the job's command; a distributed job's other tasks wait to be used.
bool runsCommand(const model::Job &job, const QString &task,
                 const QList<model::DeviceTypeInfo> &deviceTypes);

} // namespace reconcile
