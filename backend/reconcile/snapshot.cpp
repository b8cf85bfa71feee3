// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/reconcile/snapshot.h"

namespace reconcile {

namespace {

scheduling::NodeView viewOf(const model::Node &node)
{
    scheduling::NodeView view;
    view.name = node.name;
    view.deviceType = node.deviceType;
    view.schedulable = node.state == model::NodeState::Ready;
    for (const model::Device &device : node.devices) {
        const auto bit = scheduling::deviceBit(device.index);
        view.devices |= bit;
        view.healthy |= device.healthy ? bit : 0;
    }
    return view;
}

scheduling::Policy policyOf(const QList<model::DeviceTypeInfo> &deviceTypes)
{
    scheduling::Policy policy;
    for (const auto &type : deviceTypes) {
        scheduling::LinkGroups groups{type.name, {}};
        for (const auto &group : type.linkGroups) {
            scheduling::DeviceMask mask = 0;
            for (const int index : group)
                mask |= scheduling::deviceBit(index);
            groups.groups.append(mask);
        }
        policy.linkGroups.append(groups);
    }
    return policy;
}

} // namespace

scheduling::QueuedJob queuedOf(const model::Job &job)
{
    const bool distributed = job.kind == model::JobKind::Distributed;
    scheduling::QueuedJob queued;
    queued.id = job.id;
    queued.vc = job.vc;
    queued.owner = job.owner;
    queued.deviceType = job.deviceType;
    queued.kind = job.kind;
    queued.tasks = distributed ? job.spec.nodes : 1;
    queued.devices = distributed ? job.spec.devicesPerNode : job.spec.devices;
    queued.preemptible = job.preemptible;
    queued.priority = job.priority;
    queued.submittedAt = job.submittedAt;
    queued.stranded = job.stranded;
    queued.madeRoomFor = job.madeRoomFor;
    return queued;
}

scheduling::RunningJob runningOf(const model::Job &job)
{
    scheduling::RunningJob running{job.id, job.vc, job.owner, job.deviceType, job.preemptible};
    running.startedAt = job.startedAt;
    running.leaves = job.withdrawn || job.state == model::JobState::Pausing
                     || job.state == model::JobState::Killing;
    running.leavesFor = job.madeRoomFor;
    for (const model::TaskPlacement &task : job.placement) {
        scheduling::Holding holding{task.node, 0};
        for (const int index : task.devices)
            holding.devices |= scheduling::deviceBit(index);
        running.holdings.append(holding);
    }
    return running;
}

scheduling::Snapshot makeSnapshot(const QList<model::Node> &nodes,
                                  const QList<model::VirtualCluster> &vcs,
                                  const QList<model::DeviceTypeInfo> &deviceTypes)
{
    scheduling::Snapshot snapshot;
    snapshot.nodes.reserve(nodes.size());
    for (const auto &node : nodes)
        snapshot.nodes.append(viewOf(node));
    for (const auto &vc : vcs) {
        for (const auto &quota : vc.quotas)
            snapshot.quotas.append(
                {vc.name, quota.deviceType, quota.deviceNumber, quota.maxAvailable});
    }
    snapshot.policy = policyOf(deviceTypes);
    return snapshot;
}

} // namespace reconcile
