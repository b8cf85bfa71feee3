// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/scheduling/planner.h"
#include "backend/scheduling/reasons.h"

// How the planner reads what earlier plans left, and how it writes its own.
namespace scheduling {

void Planner::readPromises()
{
    QHash<model::JobId, Ids> leaving;
    QHash<model::JobId, std::vector<qsizetype>> madeRoom;
    for (const RunningJob &job : m_table.snapshot.running) {
        if (job.leavesFor)
            leaving[*job.leavesFor].push_back(job.id);
    }
    for (const auto &[job, inFavourOf] : m_table.returned)
        madeRoom[inFavourOf].push_back(job);
    if (leaving.isEmpty() && madeRoom.isEmpty())
        return;
    for (qsizetype job = 0; job < m_table.jobs(); ++job) {
        const model::JobId &id = m_table.ask(job).id;
        if (const auto it = leaving.constFind(id); it != leaving.constEnd())
            m_leaving[job] = *it;
        if (const auto it = madeRoom.constFind(id); it != madeRoom.constEnd())
            m_madeRoom[job] = *it;
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
    for (qsizetype job = 0; job < m_table.jobs(); ++job) {
        const auto it = byJob.constFind(m_table.ask(job).id);
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
    for (const auto &[job, start] : m_starts)
        plan.start.append(start);
    for (const auto &[job, victims] : m_evictions) {
        for (const model::JobId &victim : victims)
            plan.evict.append({victim, m_table.ask(job).id});
    }
    for (const qsizetype job : m_table.reservations.jobs())
        plan.reservations.append(
            {m_table.ask(job).id, holdingsOf(m_table.reservations.spotsOf(job))});
    Reasons reasons(m_table);
    std::vector<int> positions(size_t(m_table.quotas.pools()), 0);
    plan.waiting.reserve(m_table.jobs() - plan.start.size());
    for (qsizetype job = 0; job < m_table.jobs(); ++job) {
        if (m_table.started[size_t(job)])
            continue;
        const Ask &ask = m_table.ask(job);
        plan.waiting.append({ask.id, reasons.of(job), ++positions[size_t(ask.pool)],
                             m_table.backfill.head(ask.pool) == job});
    }
    return plan;
}

} // namespace scheduling
