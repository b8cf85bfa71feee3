// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/scheduling/ask.h"
#include "backend/scheduling/quota.h"
#include "backend/scheduling/rooms.h"

#include <vector>

namespace scheduling {

// A job that holds devices of a pool, or is about to.
struct Tenant
{
    model::JobId id;
    model::UserId owner;
    bool preemptible = false;
    bool evictable = false; // runs, is preemptible and does not leave already
    int gain = 0; // devices that can be used again when it has left
    qint64 lost = 0; // device-milliseconds of work that an eviction would throw away
    std::vector<Spot> spots = {};
};

// Who holds what, by pool.
class Tenants
{
public:
    Tenants(const Snapshot &snapshot, Quotas &quotas, Rooms &rooms);

    const std::vector<Tenant> &of(int pool) const;
    void add(int pool, const Tenant &tenant);

    // The `leaving` make room for a job that is not preemptible. They cannot be evicted again, and
    // what they give up is that job's as far as it asks for it.
    void makeRoom(const Ask &ask, const model::JobId &job,
                  const std::vector<model::JobId> &leaving);

    int gainOf(int pool, const std::vector<model::JobId> &jobs) const;
    // What is given up when all have left that hold any of these devices.
    int gainOf(int pool, const std::vector<Spot> &spots) const;
    // The devices of each node that the pool will have back from its jobs.
    std::vector<DeviceMask> heldBy(int pool, int nodes) const;

private:
    std::vector<std::vector<Tenant>> m_pools;
};

} // namespace scheduling
