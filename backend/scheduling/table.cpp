// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/scheduling/table.h"

#include "backend/scheduling/order.h"

namespace scheduling {

Table::Table(const Snapshot &all)
    : snapshot(all)
    , quotas(all)
    , rooms(all)
    , tenants(all, quotas, rooms)
    , reservations(rooms)
    , asks(readQueue())
    , order(scheduling::order(all.queue))
    , backfill(quotas.pools())
    , started(size_t(all.queue.size()), 0)
{ }

std::vector<Ask> Table::readQueue()
{
    std::vector<Ask> result;
    result.reserve(size_t(snapshot.queue.size()));
    std::vector<std::optional<Room *>> known; // by pool
    for (const QueuedJob &job : snapshot.queue) {
        const int pool = quotas.poolOf(job.vc, job.deviceType);
        if (size_t(pool) >= known.size())
            known.resize(size_t(pool) + 1);
        std::optional<Room *> &room = known[size_t(pool)];
        if (!room)
            room = rooms.room(job.deviceType);
        result.push_back({pool, job.tasks, job.devices, job.owner, job.preemptible,
                          job.kind == model::JobKind::Distributed, *room});
    }
    return result;
}

} // namespace scheduling
