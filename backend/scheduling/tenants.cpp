// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/scheduling/tenants.h"

#include <algorithm>
#include <utility>

namespace scheduling {

namespace {

Tenant tenantOf(const RunningJob &job, Rooms &rooms, const QDateTime &now)
{
    Tenant tenant{job.id, job.owner, job.preemptible,
                  job.preemptible && !job.leaves && !job.leavesFor};
    tenant.spots = rooms.spotsOf(job.holdings);
    qint64 devices = 0;
    for (const Holding &holding : job.holdings)
        devices += countOf(holding.devices);
    if (const Room *room = rooms.room(job.deviceType)) {
        for (const Spot &spot : tenant.spots)
            tenant.gain += countOf(spot.devices & room->inService(spot.node));
    }
    if (job.startedAt && now.isValid())
        tenant.lost = devices * std::max<qint64>(0, job.startedAt->msecsTo(now));
    return tenant;
}

} // namespace

Tenants::Tenants(const Snapshot &snapshot, Quotas &quotas, Rooms &rooms)
{
    for (const RunningJob &job : snapshot.running) {
        if (job.deviceType)
            add(quotas.poolOf(job.vc, job.deviceType), tenantOf(job, rooms, snapshot.now));
    }
    for (auto &pool : m_pools) // whatever the order of the snapshot's list
        std::sort(pool.begin(), pool.end(),
                  [](const Tenant &a, const Tenant &b) { return a.id < b.id; });
}

const std::vector<Tenant> &Tenants::of(int pool) const
{
    static const std::vector<Tenant> kNobody;
    return size_t(pool) < m_pools.size() ? m_pools[size_t(pool)] : kNobody;
}

void Tenants::add(int pool, const Tenant &tenant)
{
    if (size_t(pool) >= m_pools.size())
        m_pools.resize(size_t(pool) + 1);
    m_pools[size_t(pool)].push_back(tenant);
}

void Tenants::makeRoom(const Ask &ask, const model::JobId &job,
                       const std::vector<model::JobId> &leaving)
{
    int gain = 0;
    for (const model::JobId &id : leaving) {
        for (Tenant &tenant : m_pools[size_t(ask.pool)]) {
            if (tenant.id != id)
                continue;
            tenant.evictable = false;
            gain += std::exchange(tenant.gain, 0);
        }
    }
    add(ask.pool, {job, ask.owner, false, false, ask.wanted()});
    if (gain > ask.wanted())
        add(ask.pool, {{}, {}, true, false, gain - ask.wanted()});
}

int Tenants::gainOf(int pool, const std::vector<model::JobId> &jobs) const
{
    int gain = 0;
    for (const Tenant &tenant : of(pool))
        gain += std::find(jobs.begin(), jobs.end(), tenant.id) != jobs.end() ? tenant.gain : 0;
    return gain;
}

int Tenants::gainOf(int pool, const std::vector<Spot> &spots) const
{
    const auto isThere = [&](const Spot &held) {
        return std::any_of(spots.begin(), spots.end(), [&](const Spot &spot) {
            return spot.node == held.node && (spot.devices & held.devices) != 0;
        });
    };
    int gain = 0;
    for (const Tenant &tenant : of(pool))
        gain += std::any_of(tenant.spots.begin(), tenant.spots.end(), isThere) ? tenant.gain : 0;
    return gain;
}

std::vector<DeviceMask> Tenants::heldBy(int pool, int nodes) const
{
    std::vector<DeviceMask> held(size_t(nodes), 0);
    for (const Tenant &tenant : of(pool)) {
        if (tenant.gain == 0)
            continue;
        for (const Spot &spot : tenant.spots)
            held[size_t(spot.node)] |= spot.devices;
    }
    return held;
}

} // namespace scheduling
