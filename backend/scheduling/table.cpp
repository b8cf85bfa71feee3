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
    , order(scheduling::order(all.queue))
    , asks(readQueue())
    , backfill(quotas.pools())
    , started(size_t(all.queue.size()), 0)
{ }

// Read in the order of memory, then put into that of the queue.
std::vector<Ask> Table::readQueue()
{
    std::vector<Ask> read;
    read.reserve(size_t(snapshot.queue.size()));
    std::vector<std::optional<Room *>> known; // by pool
    for (const QueuedJob &job : snapshot.queue) {
        const int pool = quotas.poolOf(job.vc, job.deviceType);
        if (size_t(pool) >= known.size())
            known.resize(size_t(pool) + 1);
        std::optional<Room *> &room = known[size_t(pool)];
        if (!room)
            room = rooms.room(job.deviceType);
        read.push_back({job.id, pool, job.tasks, job.devices, job.owner, job.preemptible,
                        job.kind == model::JobKind::Distributed, job.madeRoomFor.has_value(),
                        *room});
    }
    std::vector<Ask> result;
    result.reserve(read.size());
    for (const qsizetype index : order) {
        result.push_back(read[size_t(index)]);
        if (result.back().madeRoom)
            returned.emplace_back(qsizetype(result.size()) - 1, *snapshot.queue[index].madeRoomFor);
    }
    return result;
}

} // namespace scheduling
