// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/scheduling/queue.h"

#include <algorithm>

namespace scheduling {

namespace {

constexpr int kDeeper = 4; // times as deep as before

// Those that later ones wait for.
QSet<model::JobId> awaited(const Plan &plan)
{
    QSet<model::JobId> jobs;
    for (const Reservation &reservation : plan.reservations)
        jobs.insert(reservation.job);
    for (const Waiting &waiting : plan.waiting) {
        if (waiting.isFirst)
            jobs.insert(waiting.job);
    }
    return jobs;
}

} // namespace

void Queue::put(const QueuedJob &job)
{
    remove(job.id);
    const int kind = kindFor(job);
    const Rank rank = rankOf(job);
    m_lines[size_t(kind)].insert(rank);
    m_jobs.insert(job.id, {kind, rank});
}

void Queue::remove(const model::JobId &id)
{
    const auto it = m_jobs.constFind(id);
    if (it == m_jobs.constEnd())
        return;
    const auto kind = size_t(it->kind);
    m_lines[kind].erase(it->rank);
    if (m_lines[kind].empty()) {
        m_kinds.remove(m_named[kind]);
        m_kindsOfPool[size_t(m_named[kind].pool)].erase(it->kind);
        m_empty.push_back(it->kind);
    }
    m_jobs.erase(it);
}

QList<model::JobId> Queue::first(const Depth &depth) const
{
    QList<model::JobId> jobs;
    for (size_t kind = 0; kind < m_lines.size(); ++kind)
        addFirst(int(kind), depth, jobs);
    return jobs;
}

QList<model::JobId> Queue::firstBeside(const QSet<model::JobId> &arrived, const Depth &depth) const
{
    std::set<qsizetype> pools;
    for (const model::JobId &id : arrived) {
        if (const auto it = m_jobs.constFind(id); it != m_jobs.constEnd())
            pools.insert(m_named[size_t(it->kind)].pool);
    }
    QList<model::JobId> jobs;
    for (const qsizetype pool : pools) {
        for (const int kind : m_kindsOfPool[size_t(pool)])
            addFirst(kind, depth, jobs);
    }
    return jobs;
}

void Queue::addFirst(int kind, const Depth &depth, QList<model::JobId> &jobs) const
{
    const Line &line = m_lines[size_t(kind)];
    int left = depth.of(kind);
    for (auto it = line.begin(); it != line.end() && left > 0; ++it, --left)
        jobs.append(it->job());
}

bool Queue::deepen(Depth &depth, const Plan &plan) const
{
    QHash<int, int> served;
    for (const Start &start : plan.start)
        ++served[kindOf(start.job)];
    for (const model::JobId &job : awaited(plan))
        ++served[kindOf(job)];
    bool isDeeper = false;
    for (auto it = served.begin(); it != served.end(); ++it) {
        const int seen = depth.of(it.key());
        if (it.value() < seen || m_lines[size_t(it.key())].size() <= size_t(seen))
            continue;
        depth.more[it.key()] = seen * kDeeper;
        isDeeper = true;
    }
    return isDeeper;
}

QHash<int, model::Reason> Queue::reasons(const Plan &plan) const
{
    const QSet<model::JobId> known = awaited(plan);
    QHash<int, model::Reason> reasons;
    for (const Waiting &waiting : plan.waiting) {
        if (!known.contains(waiting.job))
            reasons.insert(kindOf(waiting.job), waiting.reason);
    }
    return reasons;
}

int Queue::kindOf(const model::JobId &id) const
{
    return m_jobs[id].kind;
}

std::vector<Queue::Standing> Queue::standings(Cursor &cursor, int most) const
{
    std::vector<Standing> standings;
    for (; cursor.pool < m_pools.size(); cursor = {cursor.pool + 1, {}, 0}) {
        // The lines of a pool are merged: the one whose next job is the first of all goes on.
        struct Head
        {
            Line::const_iterator next;
            Line::const_iterator end;
            int kind;
        };
        const auto isLater = [](const Head &a, const Head &b) { return *b.next < *a.next; };
        std::vector<Head> heads;
        for (const int kind : m_kindsOfPool[size_t(cursor.pool)]) {
            const Line &line = m_lines[size_t(kind)];
            const auto next = cursor.position == 0 ? line.begin() : line.upper_bound(cursor.after);
            if (next != line.end())
                heads.push_back({next, line.end(), kind});
        }
        std::make_heap(heads.begin(), heads.end(), isLater);
        while (!heads.empty()) {
            if (qsizetype(standings.size()) >= most)
                return standings;
            std::pop_heap(heads.begin(), heads.end(), isLater);
            Head &head = heads.back();
            cursor.after = *head.next;
            standings.push_back({head.next->job(), head.kind, ++cursor.position});
            if (++head.next == head.end)
                heads.pop_back();
            else
                std::push_heap(heads.begin(), heads.end(), isLater);
        }
    }
    cursor = {};
    return standings;
}

int Queue::positionOf(const QueuedJob &job) const
{
    const auto pool = m_pools.constFind({job.vc, job.deviceType});
    if (pool == m_pools.constEnd())
        return 1;
    const Rank rank = rankOf(job);
    qsizetype before = 0;
    for (const int kind : m_kindsOfPool[size_t(*pool)]) {
        const Line &line = m_lines[size_t(kind)];
        before += std::distance(line.begin(), line.lower_bound(rank));
    }
    return int(before) + 1;
}

bool isUndone(const QList<Reservation> &before, const QList<Reservation> &after)
{
    return std::any_of(before.begin(), before.end(), [&](const Reservation &reservation) {
        return !after.contains(reservation);
    });
}

QSet<model::JobId> namedIn(const QList<Reservation> &reservations, const QList<RunningJob> &running)
{
    QSet<model::JobId> named;
    for (const Reservation &reservation : reservations)
        named.insert(reservation.job);
    for (const RunningJob &job : running) {
        if (job.leavesFor)
            named.insert(*job.leavesFor);
    }
    return named;
}

qsizetype Queue::poolOf(const QueuedJob &job)
{
    const Pool pool{job.vc, job.deviceType};
    if (const auto it = m_pools.constFind(pool); it != m_pools.constEnd())
        return *it;
    m_kindsOfPool.emplace_back();
    return *m_pools.insert(pool, m_pools.size());
}

int Queue::kindFor(const QueuedJob &job)
{
    const Kind kind{.pool = poolOf(job),
                    .owner = job.owner,
                    .tasks = job.tasks,
                    .devices = job.devices,
                    .distributed = job.kind == model::JobKind::Distributed,
                    .preemptible = job.preemptible,
                    .stranded = job.stranded,
                    .madeRoomFor = job.madeRoomFor};
    if (const auto it = m_kinds.constFind(kind); it != m_kinds.constEnd())
        return *it;
    int number = int(m_lines.size());
    if (m_empty.empty()) {
        m_lines.emplace_back();
        m_named.emplace_back();
    } else {
        number = m_empty.back();
        m_empty.pop_back();
    }
    m_named[size_t(number)] = kind;
    m_kindsOfPool[size_t(kind.pool)].insert(number);
    m_kinds.insert(kind, number);
    return number;
}

} // namespace scheduling
