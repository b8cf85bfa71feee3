// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/reconcile/taskspec.h"

#include "backend/reconcile/frameworks.h"

#include <QFile>
#include <QSet>

using namespace Qt::Literals::StringLiterals;

// Outside every namespace, as the macro demands.
static void loadPrograms()
{
    Q_INIT_RESOURCE(reconcile);
}

namespace reconcile {

namespace {

const QString kBootstrap = u"bootstrap.sh"_s;
const QString kServices = u"services.sh"_s;

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
    return {{u"HOME"_s, u"/home/"_s % job.ownerName},
            {u"USER"_s, job.ownerName},
            {u"LOGNAME"_s, job.ownerName},
            {u"BERTH_JOB_ID"_s, id},
            {u"BERTH_JOB_NAME"_s, job.name},
            {u"BERTH_VC"_s, job.vc.value()},
            {u"BERTH_USER"_s, job.ownerName},
            {u"BERTH_ROLE"_s, role.name()},
            {u"BERTH_ROLE_INDEX"_s, index},
            {u"BERTH_NUM_WORKERS"_s, workers},
            {u"BERTH_DEVICES_PER_NODE"_s, perNode},
            {u"BERTH_DEVICE_TYPE"_s, type},
            {u"BERTH_HOSTS"_s, tasksOf(job).join(u',')},
            {u"DLWS_JOB_ID"_s, id},
            {u"DLWS_VC_NAME"_s, job.vc.value()},
            {u"DLWS_USER_NAME"_s, job.ownerName},
            {u"DLWS_UID"_s, owner},
            {u"DLWS_GID"_s, owner},
            {u"DLWS_ROLE_NAME"_s, role.name()},
            {u"DLWS_ROLE_IDX"_s, index},
            {u"DLWS_NUM_PS"_s, distributed ? u"1"_s : u"0"_s},
            {u"DLWS_NUM_WORKER"_s, workers},
            {u"DLWS_WORKER_NUM"_s, workers},
            {u"DLWS_NUM_GPU_PER_WORKER"_s, perNode},
            {u"DLWS_GPU_TYPE"_s, type},
            {u"DLWS_IS_NPU_JOB"_s, isNpu ? u"true"_s : u"false"_s}};
}

QList<model::EnvironmentVariable> environment(const model::Job &job,
                                              const model::TaskPlacement &task,
                                              const QList<model::DeviceTypeInfo> &deviceTypes)
{
    QSet<QString> own;
    for (const auto &variable : job.spec.environment)
        own.insert(variable.name);
    const bool isNpu = job.deviceType && familyOf(job, deviceTypes) == model::DeviceFamily::Npu;
    auto list = platformVariables(job, roleOf(task.task), isNpu);
    list += frameworkVariables(job, task, deviceTypes);
    list.removeIf([&](const auto &variable) {
        return own.contains(variable.name) && !variable.name.startsWith("BERTH_"_L1);
    });
    for (const auto &variable : job.spec.environment) {
        if (!variable.name.startsWith("BERTH_"_L1))
            list.append(variable);
    }
    return list;
}

// Without a runtime directory, where nothing really runs, there is no bootstrap either.
QStringList argv(const model::Job &job, const QString &task, const QString &command,
                 bool hasRuntime)
{
    if (!hasRuntime)
        return {u"/bin/sh"_s, u"-c"_s, command};
    const bool isGang = job.kind == model::JobKind::Distributed;
    return {u"/bin/sh"_s,
            QString::fromLatin1(volumes::kRuntimeTarget) % u'/' % kBootstrap,
            job.owner.toString(),
            job.ownerName,
            task,
            QString::number(isGang ? job.attempt : 0),
            command};
}

} // namespace

QList<volumes::RuntimeFile> taskPrograms()
{
    static const auto read = [](const QString &name) {
        loadPrograms();
        QFile file(u":/reconcile/"_s % name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    static const QByteArray bootstrap = read(kBootstrap);
    static const QByteArray services = read(kServices);
    return {{kBootstrap, bootstrap}, {kServices, services, 0750}};
}

bool runsCommand(const model::Job &job, const QString &task,
                 const QList<model::DeviceTypeInfo> &deviceTypes)
{
    if (job.kind == model::JobKind::Regular)
        return true;
    return (roleOf(task).role == TaskRole::Worker) == runsOnWorkers(job, deviceTypes);
}

QList<engines::TaskSpec> taskSpecs(const model::Job &job, const TaskDefaults &defaults,
                                   const QString &password, const QList<engines::Mount> &mounts)
{
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
        spec.command = argv(job, placement.task, commands ? job.spec.command : u"sleep infinity"_s,
                            !mounts.isEmpty());
        spec.environment = environment(job, placement, defaults.deviceTypes);
        spec.mounts = mounts;
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
