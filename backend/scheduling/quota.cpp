// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/scheduling/quota.h"

#include "core/base/share.h"

#include <algorithm>
#include <map>

namespace scheduling {

namespace {

quint64 userKey(int pool, model::UserId user)
{
    return quint64(pool) << 32 | quint32(user.value());
}

DeviceMask outOfService(const NodeView &node)
{
    if (!node.deviceType)
        return 0;
    return node.schedulable ? node.devices & ~node.healthy : node.devices;
}

// Devices of each type that take no work and that nobody holds.
std::map<QString, int> unschedulableDevices(const Snapshot &snapshot)
{
    QHash<model::NodeName, DeviceMask> held; // of nodes with such devices
    for (const NodeView &node : snapshot.nodes) {
        if (outOfService(node) != 0)
            held.insert(node.name, 0);
    }
    std::map<QString, int> devices;
    if (held.isEmpty())
        return devices;
    for (const RunningJob &job : snapshot.running) {
        for (const Holding &holding : job.holdings) {
            if (const auto it = held.find(holding.node); it != held.end())
                *it |= holding.devices;
        }
    }
    for (const NodeView &node : snapshot.nodes) {
        if (const DeviceMask out = outOfService(node))
            devices[node.deviceType->value()] += countOf(out & ~held.value(node.name));
    }
    return devices;
}

} // namespace

Quotas::Quotas(const Snapshot &snapshot)
{
    for (const QuotaView &quota : snapshot.quotas) {
        Pool &pool = m_pools[size_t(poolOf(quota.vc, quota.deviceType))];
        pool.total = pool.usable = quota.deviceNumber;
        pool.mostPerUser = quota.maxAvailable;
    }
    shareUnschedulable(snapshot);
    for (const RunningJob &job : snapshot.running) {
        int devices = 0;
        for (const Holding &holding : job.holdings)
            devices += countOf(holding.devices);
        take(poolOf(job.vc, job.deviceType), job.owner, devices, job.preemptible);
    }
}

int Quotas::poolOf(const model::VcName &vc, const std::optional<model::DeviceType> &type)
{
    const PoolName name{vc, type};
    if (const auto it = m_names.constFind(name); it != m_names.constEnd())
        return *it;
    m_pools.emplace_back();
    return *m_names.insert(name, int(m_pools.size()) - 1);
}

int Quotas::freeOfUser(int pool, model::UserId user) const
{
    const int most = m_pools[size_t(pool)].mostPerUser;
    return std::max(0, most - m_users.value(userKey(pool, user)));
}

void Quotas::take(int pool, model::UserId user, int devices, bool preemptible)
{
    m_pools[size_t(pool)].held += devices;
    if (preemptible)
        return;
    m_pools[size_t(pool)].firm += devices;
    m_users[userKey(pool, user)] += devices;
}

void Quotas::promise(int pool, model::UserId user, int devices, int gain)
{
    m_pools[size_t(pool)].owed += std::max(0, devices - gain);
    m_pools[size_t(pool)].firm += devices;
    m_users[userKey(pool, user)] += devices;
}

void Quotas::shareUnschedulable(const Snapshot &snapshot)
{
    for (const auto &[type, devices] : unschedulableDevices(snapshot)) {
        std::map<QString, int> pools; // by VC, so that the shares do not depend on the list's order
        for (const QuotaView &quota : snapshot.quotas) {
            if (quota.deviceType.value() == type)
                pools.emplace(quota.vc.value(), poolOf(quota.vc, quota.deviceType));
        }
        std::vector<int> weights;
        weights.reserve(pools.size());
        for (const auto &[vc, pool] : pools)
            weights.push_back(std::max(0, m_pools[size_t(pool)].total));
        const std::vector<int> shares = shareOut(devices, weights);
        size_t i = 0;
        for (const auto &[vc, pool] : pools)
            m_pools[size_t(pool)].usable -= shares[i++];
    }
}

} // namespace scheduling
