// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/scheduling/prospects.h"

namespace scheduling {

Prospects::Prospects(const Snapshot &snapshot)
{
    for (const QuotaView &quota : snapshot.quotas)
        m_left.insert({quota.vc, quota.deviceType}, quota.deviceNumber);
    QHash<model::NodeName, DeviceMask> held;
    for (const RunningJob &job : snapshot.running) {
        const PoolName pool{job.vc, job.deviceType};
        for (const Holding &holding : job.holdings) {
            held[holding.node] |= holding.devices;
            m_left[pool] -= countOf(holding.devices);
        }
        if (job.preemptible && !job.leaves && !job.leavesFor)
            m_evictable.insert(pool);
    }
    for (const NodeView &node : snapshot.nodes) {
        if (!node.deviceType || !node.schedulable)
            continue;
        Counts &counts = m_nodesWith[*node.deviceType];
        for (int free = countOf(node.healthy & ~held.value(node.name)); free > 0; --free)
            ++counts[size_t(free)];
    }
}

bool Prospects::mayServe(const PoolName &pool, int tasks, int devices, bool preemptible) const
{
    if (devices < 1 || devices > kMostDevicesPerNode || !pool.type)
        return false;
    if (!preemptible && m_evictable.contains(pool))
        return true;
    const auto nodes = m_nodesWith.constFind(*pool.type);
    return nodes != m_nodesWith.constEnd() && (*nodes)[size_t(devices)] >= tasks
           && devices * tasks <= m_left.value(pool);
}

} // namespace scheduling
