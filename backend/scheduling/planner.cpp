// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/scheduling/planner.h"

#include "backend/scheduling/placement.h"
#include "backend/scheduling/preemption.h"
#include "backend/scheduling/reasons.h"

#include <algorithm>

namespace scheduling {

Plan plan(const Snapshot &snapshot)
{
    return Planner(snapshot).plan();
}

Plan Planner::plan()
{
    readPromises();
    readReservations();
    for (qsizetype job = 0; job < m_table.jobs(); ++job) {
        if (m_leaving.contains(job) || m_madeRoom.contains(job))
            keepPromise(job);
    }
    // What starts and who leaves changes what others may do: again, until nothing changes.
    for (size_t before = 0, after = 1; before != after;) {
        before = m_starts.size() + m_evictions.size();
        settlePools();
        serveQueue();
        after = m_starts.size() + m_evictions.size();
    }
    return result();
}

void Planner::serveQueue()
{
    for (int pool = 0; pool < m_table.quotas.pools(); ++pool) {
        if (!m_reserved.contains(pool))
            m_table.backfill.clear(pool);
    }
    for (qsizetype job = 0; job < m_table.jobs(); ++job) {
        if (m_table.waits(job))
            serve(job);
    }
    // What later jobs hold by now may be worth waiting for.
    for (int pool = 0; pool < m_table.quotas.pools(); ++pool) {
        if (const auto head = m_table.backfill.head(pool); head && !m_reserved.contains(pool))
            keep(*head, {});
    }
}

void Planner::keepPromise(qsizetype job)
{
    const Ask &ask = m_table.ask(job);
    if (!ask.room || ask.devices == 0 || ask.preemptible)
        return;
    const Spots wish = m_table.reservations.lift(job, *ask.room);
    const Pool &pool = m_table.quotas.pool(ask.pool);
    const int wanted = ask.wanted();
    if (neverStarts(ask, m_table.quotas) || wanted > pool.leftForFirm()
        || wanted > m_table.quotas.freeOfUser(ask.pool, ask.owner) || start(job, wish))
        return;
    const Ids leaving = m_leaving.contains(job) ? m_leaving.at(job) : Ids();
    const int gain = m_table.tenants.gainOf(ask.pool, leaving);
    if (leaving.empty() || wanted > pool.left() + gain)
        return;
    if (const Spots spots = findBeside(ask, spotsOf(ask, leaving), wish); !spots.empty())
        promise(job, spots, leaving);
}

// Where one pool's first job no longer needs what was kept for it, others may start.
void Planner::settlePools()
{
    std::vector<int> pools;
    m_queues.clear();
    if (m_reserved.empty())
        return;
    for (qsizetype job = 0; job < m_table.jobs(); ++job) {
        const int pool = m_table.ask(job).pool;
        if (const auto it = m_reserved.find(pool); it != m_reserved.end()) {
            m_queues[pool].push_back(job);
            if (it->second == job)
                pools.push_back(pool);
        }
    }
    for (bool again = true; again;) {
        again = false;
        for (const int pool : pools)
            again = (m_reserved.contains(pool) && settle(pool)) || again;
    }
}

bool Planner::settle(int pool)
{
    const qsizetype first = m_reserved.at(pool);
    Room &room = *m_table.ask(first).room;
    const Spots taken = m_table.reservations.takenFor(first);
    const Spots wish = m_table.reservations.lift(first, room);
    m_reserved.erase(pool);
    m_hopeless.clear();
    m_table.backfill.clear(pool);
    for (const qsizetype job : m_queues[pool]) {
        if (m_table.waits(job))
            serve(job, job == first ? wish : Spots());
        if (m_table.backfill.head(pool))
            break;
    }
    return std::any_of(taken.begin(), taken.end(), [&](const Spot &spot) {
        return (room.free(spot.node) & spot.devices) != 0;
    });
}

void Planner::serve(qsizetype job, const Spots &wish)
{
    const Ask &ask = m_table.ask(job);
    if (ask.devices == 0) {
        startWithoutDevices(job);
        return;
    }
    const int wanted = ask.wanted();
    Backfill &backfill = m_table.backfill;
    if (backfill.head(ask.pool) == job)
        return;
    if (m_leaving.contains(job))
        keepPromise(job); // what was in its way may be so no longer
    if (!m_table.waits(job))
        return;
    const bool isPossible = !neverStarts(ask, m_table.quotas)
                            && wanted <= m_table.quotas.pool(ask.pool).usable
                            && ask.tasks <= ask.room->nodesInService(ask.devices);
    if (!isPossible || m_table.behind.contains(job))
        return;
    if (!ask.preemptible && wanted > m_table.quotas.freeOfUser(ask.pool, ask.owner)) {
        backfill.holdPerson(job, ask, m_table.quotas, m_table.tenants);
        return;
    }
    if (wanted > backfill.spareOfPerson(ask))
        return;
    if (wanted <= backfill.spare(ask) && start(job, wish))
        return;
    if (!ask.preemptible && preempt(job))
        return;
    if (backfill.head(ask.pool))
        return;
    backfill.hold(job, ask, m_table.quotas, m_table.tenants);
    keep(job, wish);
}

bool Planner::start(qsizetype job, const Spots &wish)
{
    const Ask &ask = m_table.ask(job);
    if (ask.wanted() > m_table.quotas.pool(ask.pool).left()
        || ask.room->nodesWith(ask.devices) < ask.tasks)
        return false;
    const Spots spots = findBeside(ask, {}, wish);
    if (spots.empty())
        return false;
    for (const Spot &spot : spots)
        ask.room->take(spot);
    m_table.backfill.take(ask);
    m_table.quotas.take(ask.pool, ask.owner, ask.wanted(), ask.preemptible);
    const model::JobId &id = ask.id;
    m_table.tenants.add(ask.pool, {id, ask.owner, ask.preemptible, false, ask.wanted(), 0, spots});
    m_table.started[size_t(job)] = 1;
    m_starts[job] = {id, placementOf(m_table.job(job).kind, holdingsOf(spots))};
    return true;
}

bool Planner::startWithoutDevices(qsizetype job)
{
    const auto &type = m_table.job(job).deviceType;
    const Ask &ask = m_table.ask(job);
    if (m_table.rooms.nodesForNoDevices(type) < ask.tasks)
        return false;
    Spots spots;
    for (const int node : m_table.rooms.findForNoDevices(type, ask.tasks)) {
        m_table.rooms.takeForNoDevices(node);
        spots.push_back({node, 0});
    }
    m_table.started[size_t(job)] = 1;
    m_starts[job] = {ask.id, placementOf(m_table.job(job).kind, holdingsOf(spots))};
    return true;
}

// Those that make room for the job already count as gone: they are not enough, or no longer.
bool Planner::preempt(qsizetype job)
{
    const Ask &ask = m_table.ask(job);
    const Pool &pool = m_table.quotas.pool(ask.pool);
    const Backfill &backfill = m_table.backfill;
    const Ids leaving = m_leaving.contains(job) ? m_leaving.at(job) : Ids();
    const std::tuple shape{ask.pool, ask.tasks, ask.devices};
    if (ask.wanted() > std::min(pool.leftForFirm(), backfill.spareForFirm(ask.pool))
        || (leaving.empty() && m_hopeless.contains(shape)))
        return false;
    const int missing = ask.wanted() - pool.left() - m_table.tenants.gainOf(ask.pool, leaving);
    const Spots given = spotsOf(ask, leaving);
    for (const Spot &spot : given)
        ask.room->give(spot);
    Ids victims = chooseVictims(ask, missing, m_table.tenants, m_table.reservations);
    for (const Spot &spot : given)
        ask.room->take(spot);
    if (victims.empty()) {
        m_hopeless.insert(shape);
        return false;
    }
    const Ids chosen = victims;
    victims.insert(victims.end(), leaving.begin(), leaving.end());
    if (ask.wanted() - m_table.tenants.gainOf(ask.pool, victims) > backfill.spareForAll(ask.pool))
        return false;
    m_evictions[job] = chosen;
    const Spots spots = findBeside(ask, spotsOf(ask, victims), {});
    Q_ASSERT(!spots.empty());
    promise(job, spots, victims);
    return true;
}

void Planner::promise(qsizetype job, const Spots &spots, const Ids &leaving)
{
    const Ask &ask = m_table.ask(job);
    const int gain = m_table.tenants.gainOf(ask.pool, leaving);
    Promise promise{int(leaving.size()), 0};
    for (const Spot &spot : spots)
        promise.coming += countOf(spot.devices & ~ask.room->free(spot.node));
    m_table.quotas.promise(ask.pool, ask.owner, ask.wanted(), gain);
    m_table.backfill.take(ask, gain);
    m_table.tenants.makeRoom(ask, ask.id, leaving);
    m_table.reservations.hold(job, *ask.room, spots);
    m_table.promises.insert(job, promise);
    if (const auto it = m_madeRoom.find(job); it != m_madeRoom.end()) {
        for (const qsizetype victim : it->second)
            m_table.behind.insert(victim, job);
    }
}

// Devices for the first job of its pool: those that were kept for it before, if they still suit it,
// and if the quota allows for it when they have been given up.
void Planner::keep(qsizetype job, const Spots &wish)
{
    const Ask &ask = m_table.ask(job);
    const int left = m_table.quotas.pool(ask.pool).left();
    const bool isGood = m_table.reservations.suits(ask, wish)
                        && ask.wanted() <= left + m_table.tenants.gainOf(ask.pool, wish);
    const Spots spots =
        isGood ? wish : m_table.reservations.choose(ask, std::max(0, left), m_table.tenants);
    if (spots.empty())
        return;
    m_table.reservations.hold(job, *ask.room, spots);
    m_reserved[ask.pool] = job;
}

// A place among what is free and what `given` will be; where it was wished for, if it can be.
Planner::Spots Planner::findBeside(const Ask &ask, const Spots &given, const Spots &wish) const
{
    for (const Spot &spot : given)
        ask.room->give(spot);
    const bool isGood = m_table.reservations.suits(ask, wish) && isFree(ask, wish);
    const Spots spots = isGood ? wish : ask.room->find(ask.devices, ask.tasks);
    for (const Spot &spot : given)
        ask.room->take(spot);
    return spots;
}

// What of the jobs' devices is of use to others.
Planner::Spots Planner::spotsOf(const Ask &ask, const Ids &jobs) const
{
    Spots spots;
    for (const Tenant &tenant : m_table.tenants.of(ask.pool)) {
        if (std::find(jobs.begin(), jobs.end(), tenant.id) == jobs.end())
            continue;
        for (const Spot &spot : tenant.spots)
            spots.push_back({spot.node, spot.devices & ask.room->inService(spot.node)
                                            & ~m_table.reservations.keptOn(spot.node)});
    }
    return spots;
}

bool Planner::isFree(const Ask &ask, const Spots &spots) const
{
    return std::all_of(spots.begin(), spots.end(), [&](const Spot &spot) {
        return (spot.devices & ~ask.room->free(spot.node)) == 0;
    });
}

} // namespace scheduling
