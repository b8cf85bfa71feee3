// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/cluster.h"
#include "core/model/job.h"

// What the tasks of a job are to each other, in the words of the frameworks that run in them. All of
// it is known before a container starts: tasks have names, and not addresses.
namespace reconcile {

enum class TaskRole {
    Master, // the one task of a regular job
    ParameterServer, // "ps0": the launcher of a distributed job, without devices
    Worker,
};

struct Role
{
    TaskRole role = TaskRole::Master;
    int index = 0;

    QString name() const; // "master", "ps", "worker"
};

// Of the task of this name.
Role roleOf(const QString &task);

model::DeviceFamily familyOf(const model::Job &job,
                             const QList<model::DeviceTypeInfo> &deviceTypes);

// Whether the job's command runs on all workers, and not on the launcher. Of distributed jobs.
bool runsOnWorkers(const model::Job &job, const QList<model::DeviceTypeInfo> &deviceTypes);

// The tasks of a job: "main", or "ps0", "worker0", …
QStringList tasksOf(const model::Job &job);

// What PyTorch, TensorFlow and MindSpore read. One process for each worker.
QList<model::EnvironmentVariable>
frameworkVariables(const model::Job &job, const model::TaskPlacement &task,
                   const QList<model::DeviceTypeInfo> &deviceTypes);

// What mpirun and horovodrun read: where processes run, and how many in each place.
QByteArray hostfile(const model::Job &job);

} // namespace reconcile
