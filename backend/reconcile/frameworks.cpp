// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/reconcile/frameworks.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reconcile {

namespace {

constexpr int kTorchPort = 29500; // where the processes of a distributed PyTorch job meet
constexpr int kTensorFlowPort = 2222; // of each member of a TensorFlow cluster

bool isDistributed(const model::Job &job)
{
    return job.kind == model::JobKind::Distributed;
}

QString workerName(int index)
{
    return u"worker"_s % QString::number(index);
}

QList<model::EnvironmentVariable> torchVariables(const model::Job &job, const Role &role)
{
    const bool distributed = isDistributed(job);
    QList<model::EnvironmentVariable> list{
        {u"MASTER_ADDR"_s, distributed ? workerName(0) : u"localhost"_s},
        {u"MASTER_PORT"_s, QString::number(kTorchPort)},
        {u"WORLD_SIZE"_s, QString::number(distributed ? job.spec.nodes : 1)}};
    if (role.role != TaskRole::ParameterServer)
        list.append({u"RANK"_s, QString::number(role.index)});
    return list;
}

// Only those who are in the cluster have a place in it.
QList<model::EnvironmentVariable> tensorFlowVariables(const model::Job &job, const Role &role,
                                                      bool onWorkers)
{
    if (!isDistributed(job) || (onWorkers && role.role != TaskRole::Worker))
        return {};
    const QString port = u':' % QString::number(kTensorFlowPort);
    QJsonArray workers;
    for (int i = 0; i < job.spec.nodes; ++i)
        workers.append(QString(workerName(i) % port));
    QJsonObject cluster{{"worker"_L1, workers}};
    if (!onWorkers)
        cluster.insert("ps"_L1, QJsonArray{QString(u"ps0"_s % port)});
    const QJsonObject config{
        {"cluster"_L1, cluster},
        {"task"_L1, QJsonObject{{"type"_L1, role.name()}, {"index"_L1, role.index}}}};
    return {
        {u"TF_CONFIG"_s, QString::fromUtf8(QJsonDocument(config).toJson(QJsonDocument::Compact))}};
}

// A task without devices has no rank.
QList<model::EnvironmentVariable> mindSporeVariables(const model::Job &job, const Role &role,
                                                     const QList<int> &devices)
{
    QList<model::EnvironmentVariable> list{
        {u"RANK_TABLE_FILE"_s, u"/job/hccl_ms.json"_s},
        {u"RANK_SIZE"_s, QString::number(job.spec.totalDevices())}};
    if (!devices.isEmpty()) {
        list.append({u"RANK_ID"_s, QString::number(role.index * devices.size())});
        list.append({u"DEVICE_ID"_s, QString::number(devices.first())});
    }
    return list;
}

} // namespace

QString Role::name() const
{
    switch (role) {
    case TaskRole::Master:
        return u"master"_s;
    case TaskRole::ParameterServer:
        return u"ps"_s;
    case TaskRole::Worker:
        return u"worker"_s;
    }
    Q_UNREACHABLE();
}

Role roleOf(const QString &task)
{
    if (task.startsWith("worker"_L1))
        return {TaskRole::Worker, task.mid(6).toInt()};
    if (task.startsWith("ps"_L1))
        return {TaskRole::ParameterServer, task.mid(2).toInt()};
    return {TaskRole::Master, 0};
}

model::DeviceFamily familyOf(const model::Job &job, const QList<model::DeviceTypeInfo> &deviceTypes)
{
    const auto it = std::find_if(deviceTypes.begin(), deviceTypes.end(),
                                 [&](const auto &type) { return type.name == job.deviceType; });
    return it == deviceTypes.end() ? model::DeviceFamily::Gpu : it->family;
}

bool runsOnWorkers(const model::Job &job, const QList<model::DeviceTypeInfo> &deviceTypes)
{
    const auto byFamily = familyOf(job, deviceTypes) == model::DeviceFamily::Npu
                              ? model::RunOn::AllWorkers
                              : model::RunOn::Launcher;
    return job.spec.runOn.value_or(byFamily) == model::RunOn::AllWorkers;
}

QStringList tasksOf(const model::Job &job)
{
    if (!isDistributed(job))
        return {u"main"_s};
    QStringList tasks{u"ps0"_s};
    for (int i = 0; i < job.spec.nodes; ++i)
        tasks.append(workerName(i));
    return tasks;
}

QList<model::EnvironmentVariable>
frameworkVariables(const model::Job &job, const model::TaskPlacement &task,
                   const QList<model::DeviceTypeInfo> &deviceTypes)
{
    const Role role = roleOf(task.task);
    auto list = torchVariables(job, role);
    list += tensorFlowVariables(job, role, runsOnWorkers(job, deviceTypes));
    if (familyOf(job, deviceTypes) == model::DeviceFamily::Npu && job.spec.totalDevices() > 0)
        list += mindSporeVariables(job, role, task.devices);
    return list;
}

// A worker without devices still runs one process: MPI takes no host with none.
QByteArray hostfile(const model::Job &job)
{
    if (!isDistributed(job))
        return "localhost slots=" + QByteArray::number(std::max(job.spec.devices, 1)) + '\n';
    QByteArray text;
    const QByteArray places = QByteArray::number(std::max(job.spec.devicesPerNode, 1));
    for (int i = 0; i < job.spec.nodes; ++i)
        text += workerName(i).toLatin1() + " slots=" + places + '\n';
    return text;
}

} // namespace reconcile
