// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/scheduling/ask.h"
#include "backend/scheduling/backfill.h"
#include "backend/scheduling/quota.h"
#include "backend/scheduling/reservation.h"
#include "backend/scheduling/rooms.h"
#include "backend/scheduling/tenants.h"

#include <QHash>

#include <vector>

namespace scheduling {

// What a job that others make room for waits for.
struct Promise
{
    int leaving = 0; // jobs
    int coming = 0; // devices that are not free yet
};

// All that a pass of the planner keeps count of. Jobs are known by their index in the queue.
struct Table
{
    explicit Table(const Snapshot &snapshot);

    const QueuedJob &job(qsizetype index) const { return snapshot.queue[index]; }
    const Ask &ask(qsizetype index) const { return asks[size_t(index)]; }
    bool waits(qsizetype index) const
    {
        return !started[size_t(index)] && !promises.contains(index);
    }

    const Snapshot &snapshot;
    Quotas quotas;
    Rooms rooms;
    Tenants tenants;
    Reservations reservations;
    std::vector<Ask> asks;
    std::vector<qsizetype> order;
    Backfill backfill;
    std::vector<char> started;
    QHash<qsizetype, Promise> promises;
    QHash<qsizetype, qsizetype> behind; // those who made room, and the job that has not started yet

private:
    std::vector<Ask> readQueue();
};

} // namespace scheduling
