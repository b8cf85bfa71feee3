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

// All that a pass of the planner keeps count of. Jobs are known by their place in the order.
struct Table
{
    explicit Table(const Snapshot &snapshot);

    qsizetype jobs() const { return qsizetype(asks.size()); }
    const QueuedJob &job(qsizetype place) const { return snapshot.queue[order[size_t(place)]]; }
    const Ask &ask(qsizetype place) const { return asks[size_t(place)]; }
    bool waits(qsizetype place) const
    {
        return !started[size_t(place)] && !promises.contains(place);
    }

    const Snapshot &snapshot;
    Quotas quotas;
    Rooms rooms;
    Tenants tenants;
    Reservations reservations;
    std::vector<qsizetype> order;
    std::vector<std::pair<qsizetype, model::JobId>> returned; // and who they made room for
    std::vector<Ask> asks;
    Backfill backfill;
    std::vector<char> started;
    QHash<qsizetype, Promise> promises;
    QHash<qsizetype, qsizetype> behind; // those who made room, and the job that has not started yet

private:
    std::vector<Ask> readQueue();
};

} // namespace scheduling
