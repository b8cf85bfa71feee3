// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/scheduling/planner.h"
#include "backend/scheduling/reasons.h"

// How the planner reads what earlier plans left, and how it writes its own.
namespace scheduling {

void Planner::readPromises()
{
    const Snapshot &snapshot = m_table.snapshot;
    QHash<model::JobId, QList<model::JobId>> leaving;
    QHash<model::JobId, QList<qsizetype>> madeRoom;
    for (const RunningJob &job : snapshot.running) {
        if (job.leavesFor)
            leaving[*job.leavesFor].append(job.id);
    }
    for (qsizetype i = 0; i < snapshot.queue.size(); ++i) {
        if (const auto &job = snapshot.queue[i].madeRoomFor)
            madeRoom[*job].append(i);
    }
    if (leaving.isEmpty() && madeRoom.isEmpty())
        return;
    for (qsizetype i = 0; i < snapshot.queue.size(); ++i) {
        const model::JobId &id = snapshot.queue[i].id;
        if (const auto jobs = leaving.value(id); !jobs.isEmpty())
            m_leaving[i] = Ids(jobs.begin(), jobs.end());
        if (const auto jobs = madeRoom.value(id); !jobs.isEmpty())
            m_madeRoom[i] = std::vector<qsizetype>(jobs.begin(), jobs.end());
    }
}

void Planner::readReservations()
{
    const Snapshot &snapshot = m_table.snapshot;
    QHash<model::JobId, const Reservation *> byJob;
    for (const Reservation &reservation : snapshot.reservations)
        byJob.insert(reservation.job, &reservation);
    if (byJob.isEmpty())
        return;
    for (const qsizetype job : m_table.order) {
        const auto it = byJob.constFind(m_table.job(job).id);
        if (it == byJob.constEnd())
            continue;
        const Ask &ask = m_table.ask(job);
        const Spots spots = m_table.rooms.spotsOf((*it)->devices);
        const bool isPromise = m_leaving.contains(job) || m_madeRoom.contains(job);
        if (!m_table.reservations.suits(ask, spots)
            || (!isPromise && m_reserved.contains(ask.pool)))
            continue;
        m_table.reservations.hold(job, *ask.room, spots);
        if (!isPromise)
            m_reserved[ask.pool] = job;
    }
}

QList<Holding> Planner::holdingsOf(const Spots &spots) const
{
    QList<Holding> holdings;
    for (const Spot &spot : spots)
        holdings.append({m_table.rooms.name(spot.node), spot.devices});
    return holdings;
}

Plan Planner::result()
{
    Plan plan;
    for (const qsizetype job : m_table.order) {
        if (const auto it = m_starts.find(job); it != m_starts.end())
            plan.start.append(it->second);
        if (const auto it = m_evictions.find(job); it != m_evictions.end()) {
            for (const model::JobId &victim : it->second)
                plan.evict.append({victim, m_table.job(job).id});
        }
        if (m_table.reservations.holds(job))
            plan.reservations.append(
                {m_table.job(job).id, holdingsOf(m_table.reservations.spotsOf(job))});
    }
    Reasons reasons(m_table);
    std::vector<int> positions(size_t(m_table.quotas.pools()), 0);
    for (const qsizetype job : m_table.order) {
        if (m_table.started[size_t(job)])
            continue;
        const int position = ++positions[size_t(m_table.ask(job).pool)];
        plan.waiting.append({m_table.job(job).id, reasons.of(job), position});
    }
    return plan;
}

} // namespace scheduling
