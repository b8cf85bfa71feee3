// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/reconcile/taskspec.h"

#include <QFile>
#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

// Outside every namespace, as the macro demands.
static void loadBootstrap()
{
    Q_INIT_RESOURCE(reconcile);
}

namespace reconcile {

namespace {

struct Role
{
    QString name; // "master", "ps", "worker"
    int index = 0;
};

Role roleOf(const QString &task)
{
    if (task.startsWith("worker"_L1))
        return {u"worker"_s, task.mid(6).toInt()};
    if (task.startsWith("ps"_L1))
        return {u"ps"_s, task.mid(2).toInt()};
    return {u"master"_s, 0};
}

model::DeviceFamily familyOf(const model::Job &job, const QList<model::DeviceTypeInfo> &deviceTypes)
{
    const auto it = std::find_if(deviceTypes.begin(), deviceTypes.end(),
                                 [&](const auto &type) { return type.name == job.deviceType; });
    return it == deviceTypes.end() ? model::DeviceFamily::Gpu : it->family;
}

QList<model::EnvironmentVariable> platformVariables(const model::Job &job, const Role &role,
                                                    bool isNpu)
{
    const bool distributed = job.kind == model::JobKind::Distributed;
    const QString workers = QString::number(distributed ? job.spec.nodes : 1);
    const QString perNode =
        QString::number(distributed ? job.spec.devicesPerNode : job.spec.devices);
    const QString index = QString::number(role.index);
    const QString id = job.id.toString();
    const QString owner = job.owner.toString();
    const QString type = job.deviceType ? job.deviceType->value() : QString();
    return {{u"BERTH_JOB_ID"_s, id},
            {u"BERTH_JOB_NAME"_s, job.name},
            {u"BERTH_VC"_s, job.vc.value()},
            {u"BERTH_USER"_s, job.ownerName},
            {u"BERTH_ROLE"_s, role.name},
            {u"BERTH_ROLE_INDEX"_s, index},
            {u"BERTH_NUM_WORKERS"_s, workers},
            {u"BERTH_DEVICES_PER_NODE"_s, perNode},
            {u"BERTH_DEVICE_TYPE"_s, type},
            {u"DLWS_JOB_ID"_s, id},
            {u"DLWS_VC_NAME"_s, job.vc.value()},
            {u"DLWS_USER_NAME"_s, job.ownerName},
            {u"DLWS_UID"_s, owner},
            {u"DLWS_GID"_s, owner},
            {u"DLWS_ROLE_NAME"_s, role.name},
            {u"DLWS_ROLE_IDX"_s, index},
            {u"DLWS_NUM_PS"_s, distributed ? u"1"_s : u"0"_s},
            {u"DLWS_NUM_WORKER"_s, workers},
            {u"DLWS_WORKER_NUM"_s, workers},
            {u"DLWS_NUM_GPU_PER_WORKER"_s, perNode},
            {u"DLWS_GPU_TYPE"_s, type},
            {u"DLWS_IS_NPU_JOB"_s, isNpu ? u"true"_s : u"false"_s}};
}

QList<model::EnvironmentVariable> environment(const model::Job &job, const Role &role, bool isNpu)
{
    QSet<QString> own;
    for (const auto &variable : job.spec.environment)
        own.insert(variable.name);
    QList<model::EnvironmentVariable> list = platformVariables(job, role, isNpu);
    list.removeIf([&](const auto &variable) {
        return own.contains(variable.name) && !variable.name.startsWith("BERTH_"_L1);
    });
    for (const auto &variable : job.spec.environment) {
        if (!variable.name.startsWith("BERTH_"_L1))
            list.append(variable);
    }
    return list;
}

// argv of a task that runs this shell text.
QStringList argv(const QString &command)
{
    static const QString bootstrap = [] {
        loadBootstrap();
        QFile file(u":/reconcile/bootstrap.sh"_s);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }();
    return {u"/bin/sh"_s, u"-c"_s, bootstrap, u"berth"_s, command};
}

} // namespace

bool runsCommand(const model::Job &job, const QString &task,
                 const QList<model::DeviceTypeInfo> &deviceTypes)
{
    if (job.kind == model::JobKind::Regular)
        return true;
    const auto byFamily = familyOf(job, deviceTypes) == model::DeviceFamily::Npu
                              ? model::RunOn::AllWorkers
                              : model::RunOn::Launcher;
    const bool onWorkers = job.spec.runOn.value_or(byFamily) == model::RunOn::AllWorkers;
    return (roleOf(task).name == "worker"_L1) == onWorkers;
}

QList<engines::TaskSpec> taskSpecs(const model::Job &job, const TaskDefaults &defaults,
                                   const QString &password)
{
    const bool isNpu =
        job.deviceType && familyOf(job, defaults.deviceTypes) == model::DeviceFamily::Npu;
    QList<engines::TaskSpec> specs;
    for (const model::TaskPlacement &placement : job.placement) {
        engines::TaskSpec spec;
        spec.key = {job.id, job.attempt, placement.task};
        spec.node = placement.node;
        spec.image = job.spec.image;
        spec.registry = job.spec.registry;
        if (spec.registry)
            spec.registry->password = password;
        const bool commands = runsCommand(job, placement.task, defaults.deviceTypes);
        spec.command = argv(commands ? job.spec.command : u"sleep infinity"_s);
        spec.environment = environment(job, roleOf(placement.task), isNpu);
        spec.devices = placement.devices;
        spec.hostname = placement.task;
        spec.memoryBytes = defaults.memoryBytes;
        spec.milliCpu = defaults.milliCpu;
        spec.pids = defaults.pids;
        spec.shmBytes = defaults.shmBytes;
        specs.append(spec);
    }
    return specs;
}

} // namespace reconcile
