// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/clusterservice.h"

#include "core/base/log.h"
#include "core/base/share.h"
#include "core/rules/jobactions.h"

#include <algorithm>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace services {

namespace {

// Who is on a node.
struct NodeHolders
{
    QHash<int, model::DeviceHolder> devices; // by index
    QList<model::DeviceHolder> guests; // hold none of its devices
};
using Holders = QHash<model::NodeName, NodeHolders>;

bool holdsDevicesOf(const model::Job &job, const model::NodeName &node)
{
    return std::ranges::any_of(job.placement, [&node](const model::TaskPlacement &place) {
        return place.node == node && !place.devices.isEmpty();
    });
}

Holders holdersOf(const storage::JobStore &jobs)
{
    Holders holders;
    for (const model::Job &job : jobs.active()) {
        if (!holdsDevices(job.state))
            continue;
        const model::DeviceHolder holder{job.id, job.name, job.ownerName, job.preemptible, job.vc};
        for (const model::TaskPlacement &place : job.placement) {
            NodeHolders &node = holders[place.node];
            for (const int device : place.devices)
                node.devices.insert(device, holder);
            if (place.devices.isEmpty() && !holdsDevicesOf(job, place.node)
                && !node.guests.contains(holder))
                node.guests.append(holder);
        }
    }
    return holders;
}

model::Node withHolders(model::Node node, const Holders &holders)
{
    const auto held = holders.value(node.name);
    for (model::Device &device : node.devices) {
        if (const auto it = held.devices.constFind(device.index); it != held.devices.constEnd())
            device.holder = *it;
    }
    node.guests = held.guests;
    return node;
}

model::DeviceTypeInfo &entryFor(QList<model::DeviceTypeInfo> &types, const model::DeviceType &name)
{
    const auto it = std::find_if(types.begin(), types.end(),
                                 [&](const auto &type) { return type.name == name; });
    if (it != types.end())
        return *it;
    model::DeviceTypeInfo unknown;
    unknown.name = name;
    if (name.value().contains("npu"_L1, Qt::CaseInsensitive))
        unknown.family = model::DeviceFamily::Npu;
    types.append(unknown);
    return types.last();
}

// Devices that take no work and that nobody holds, by type.
QHash<model::DeviceType, int> unschedulableDevices(const QList<model::Node> &nodes,
                                                   const Holders &holders)
{
    QHash<model::DeviceType, int> counts;
    for (const model::Node &node : nodes) {
        if (!node.deviceType)
            continue;
        const auto held = holders.value(node.name);
        for (const model::Device &device : node.devices) {
            const bool works = node.state == model::NodeState::Ready && device.healthy;
            counts[*node.deviceType] += !works && !held.devices.contains(device.index) ? 1 : 0;
        }
    }
    return counts;
}

// The plan shares them out in the same way, over the VCs in the order of their names.
UnschedulableShares shareUnschedulable(const QHash<model::DeviceType, int> &devices,
                                       const QList<model::VirtualCluster> &vcs)
{
    UnschedulableShares shares;
    for (auto it = devices.begin(); it != devices.end(); ++it) {
        std::map<QString, int> given;
        for (const model::VirtualCluster &vc : vcs) {
            for (const model::VcQuota &quota : vc.quotas) {
                if (quota.deviceType == it.key())
                    given.emplace(vc.name.value(), quota.deviceNumber);
            }
        }
        std::vector<int> weights;
        weights.reserve(given.size());
        for (const auto &[name, number] : given)
            weights.push_back(number);
        const std::vector<int> parts = shareOut(it.value(), weights);
        size_t part = 0;
        for (const auto &[name, number] : given)
            shares.insert({model::VcName(name), it.key()}, parts[part++]);
    }
    return shares;
}

model::VcStatus statusOf(const model::VirtualCluster &vc, const QList<const model::Job *> &jobs,
                         model::UserId me, const UnschedulableShares &shares)
{
    model::VcStatus status{vc.name, {}, 0};
    for (const model::VcQuota &quota : vc.quotas) {
        model::VcUsage usage;
        usage.deviceType = quota.deviceType;
        usage.deviceNumber = quota.deviceNumber;
        usage.maxAvailable = quota.maxAvailable;
        usage.unschedulable = shares.value({vc.name, quota.deviceType});
        status.usage.append(usage);
    }
    for (const model::Job *job : jobs) {
        status.activeJobs += job->state == model::JobState::Running ? 1 : 0;
        for (model::VcUsage &usage : status.usage) {
            if (!holdsDevices(job->state) || job->deviceType != usage.deviceType)
                continue;
            (job->preemptible ? usage.preemptibleUsed : usage.used) += job->devices;
            usage.usedByMe += job->owner == me && !job->preemptible ? job->devices : 0;
        }
    }
    for (model::VcUsage &usage : status.usage) {
        const int inVc = usage.deviceNumber - usage.used - usage.preemptibleUsed;
        usage.available = std::max(0, std::min(inVc, usage.maxAvailable - usage.usedByMe));
    }
    return status;
}

} // namespace

JobsOfVcs jobsOfVcs(const storage::JobStore &jobs)
{
    JobsOfVcs all;
    for (const model::Job &job : jobs.active())
        all[job.vc].append(&job);
    return all;
}

ClusterService::ClusterService(const ClusterSources &sources, ClusterSettings settings)
    : m_from(sources)
    , m_settings(std::move(settings))
{
    connect(&m_from.nodes, &engines::NodeBook::nodeChanged, this,
            [this](const model::Node &node) { emit nodeChanged(node.name); });
    connect(&m_from.nodes, &engines::NodeBook::nodesChanged, this, &ClusterService::takeNodes);
    connect(&m_from.engine, &engines::ContainerEngine::changed, this,
            &ClusterService::clusterChanged);
    connect(&m_from.vcs, &storage::VcStore::vcChanged, this, &ClusterService::vcChanged);
    if (isKnown())
        takeNodes();
}

bool ClusterService::isKnown() const
{
    return m_from.nodes.isKnown();
}

model::Cluster ClusterService::cluster() const
{
    const engines::EngineInfo info = m_from.engine.info();
    return {.name = m_settings.name,
            .version = m_settings.version,
            .engine = info.kind,
            .engineDetail = info.detail,
            .engineReachable = info.reachable,
            .supportAddress = m_settings.supportAddress,
            .sendsSupport = m_settings.sendsSupport,
            .deviceTypes = deviceTypes()};
}

QList<model::DeviceTypeInfo> ClusterService::deviceTypes() const
{
    QList<model::DeviceTypeInfo> types = m_settings.deviceTypes;
    for (const model::Node &node : m_from.nodes.nodes()) {
        if (!node.deviceType)
            continue;
        model::DeviceTypeInfo &type = entryFor(types, *node.deviceType);
        const int devices = int(node.devices.size());
        ++type.nodes;
        type.devices += devices;
        type.largestNode = std::max(type.largestNode, devices);
    }
    return types;
}

Result<model::Items<model::Node>> ClusterService::nodes(const model::Account &account) const
{
    if (!account.has(model::Permission::ViewClusterStatus))
        return Error{ErrorCode::Forbidden, u"needs the right to view the cluster's status"_s, {}};
    const Holders holders = holdersOf(m_from.jobs);
    model::Items<model::Node> items;
    for (const model::Node &node : m_from.nodes.nodes())
        items.items.append(withHolders(node, holders));
    return items;
}

QList<model::Node> ClusterService::nodesWithHolders(const QList<model::NodeName> &names) const
{
    const Holders holders = holdersOf(m_from.jobs);
    QList<model::Node> nodes;
    for (const model::NodeName &name : names) {
        if (const model::Node *node = m_from.nodes.find(name))
            nodes.append(withHolders(*node, holders));
    }
    return nodes;
}

bool ClusterService::maySee(const model::Account &account, const model::VcName &vc) const
{
    return rules::mayUse(account, vc) || account.has(model::Permission::ViewVc)
           || account.has(model::Permission::ManageVc);
}

Result<model::Items<model::VcStatus>> ClusterService::vcs(const model::Account &account) const
{
    const auto shares = shareUnschedulable(
        unschedulableDevices(m_from.nodes.nodes(), holdersOf(m_from.jobs)), m_from.vcs.all());
    const JobsOfVcs jobs = jobsOfVcs(m_from.jobs);
    model::Items<model::VcStatus> items;
    for (const model::VirtualCluster &vc : m_from.vcs.all()) {
        if (maySee(account, vc.name))
            items.items.append(statusOf(vc, jobs.value(vc.name), account.id, shares));
    }
    return items;
}

Result<rules::JobLimits> ClusterService::limits(const model::VcName &name) const
{
    const model::VirtualCluster *vc = m_from.vcs.find(name);
    if (!vc)
        return Error{ErrorCode::NotFound, u"no such virtual cluster"_s, u"vc"_s};
    return rules::JobLimits{vc->quotas, deviceTypes()};
}

void ClusterService::takeNodes()
{
    followCluster();
    if (const auto types = deviceTypes(); types != m_lastTypes) {
        m_lastTypes = types;
        emit clusterChanged();
    }
}

// As long as there is one VC and nobody has said what it has, it has everything.
void ClusterService::followCluster()
{
    if (m_from.vcs.all().size() != 1)
        return;
    const model::VirtualCluster &only = m_from.vcs.all().first();
    if (!m_from.vcs.followsCluster(only.name))
        return;
    QList<model::VcQuota> everything;
    for (const model::DeviceTypeInfo &type : deviceTypes()) {
        if (type.devices > 0)
            everything.append({type.name, type.devices, type.devices});
    }
    std::sort(everything.begin(), everything.end(),
              [](const auto &a, const auto &b) { return a.deviceType < b.deviceType; });
    if (everything != only.quotas) {
        whenDone(m_from.vcs.followCluster(only.name, everything), this, [](const Result<> &done) {
            if (!done)
                qCWarning(logDaemon).noquote() << "Quotas not stored:" << done.error().detail;
        });
    }
}

} // namespace services
