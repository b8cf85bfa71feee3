// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/scheduling/queue.h"

#include "backend/scheduling/prospects.h"

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

QueuedJob Queue::job(const model::JobId &id) const
{
    const Place place = m_jobs[id];
    return jobOf(place.kind, place.rank);
}

int Queue::poolOf(const PoolName &name)
{
    if (const auto it = m_pools.constFind(name); it != m_pools.constEnd())
        return *it;
    m_kindsOfPool.emplace_back();
    m_poolNames.push_back(name);
    return *m_pools.insert(name, int(m_pools.size()));
}

int Queue::poolOf(const model::JobId &id) const
{
    return m_named[size_t(kindOf(id))].pool;
}

std::set<int> Queue::pools() const
{
    std::set<int> pools;
    for (int pool = 0; pool < int(m_kindsOfPool.size()); ++pool) {
        if (!m_kindsOfPool[size_t(pool)].empty())
            pools.insert(pool);
    }
    return pools;
}

qsizetype Queue::kindsIn(const Scope &scope) const
{
    size_t kinds = 0;
    for (const int pool : scope.pools ? *scope.pools : pools())
        kinds += m_kindsOfPool[size_t(pool)].size();
    return qsizetype(kinds);
}

std::set<int> Queue::gaining(const Snapshot &snapshot, const QSet<model::DeviceType> &types) const
{
    std::set<int> gaining;
    if (types.isEmpty())
        return gaining;
    const Prospects prospects(snapshot);
    for (int pool = 0; pool < int(m_kindsOfPool.size()); ++pool) {
        const PoolName &name = m_poolNames[size_t(pool)];
        const auto mayGain = [&](int number) {
            const Kind &kind = m_named[size_t(number)];
            return prospects.mayServe(name, kind.tasks, kind.devices, kind.preemptible);
        };
        const auto &kinds = m_kindsOfPool[size_t(pool)];
        if (name.type && types.contains(*name.type)
            && std::any_of(kinds.begin(), kinds.end(), mayGain))
            gaining.insert(pool);
    }
    return gaining;
}

QList<QueuedJob> Queue::first(const Scope &scope) const
{
    QList<QueuedJob> jobs;
    for (const int pool : scope.pools ? *scope.pools : pools()) {
        for (const int kind : m_kindsOfPool[size_t(pool)]) {
            const Line &line = m_lines[size_t(kind)];
            int left = scope.depthOf(kind);
            for (auto it = line.begin(); it != line.end() && left > 0; ++it, --left)
                jobs.append(jobOf(kind, *it));
        }
    }
    return jobs;
}

bool Queue::deepen(Scope &scope, const Plan &plan) const
{
    QHash<int, int> served;
    for (const Start &start : plan.start)
        ++served[kindOf(start.job)];
    for (const model::JobId &job : awaited(plan))
        ++served[kindOf(job)];
    bool isDeeper = false;
    for (auto it = served.begin(); it != served.end(); ++it) {
        const int seen = scope.depthOf(it.key());
        if (it.value() < seen || m_lines[size_t(it.key())].size() <= size_t(seen)
            || !scope.covers(m_named[size_t(it.key())].pool))
            continue;
        scope.more[it.key()] = seen * kDeeper;
        isDeeper = true;
    }
    return isDeeper;
}

std::map<int, WaitReasons> Queue::reasons(const Scope &scope, const Plan &plan) const
{
    std::map<int, WaitReasons> reasons;
    for (const int pool : scope.pools ? *scope.pools : pools())
        reasons[pool];
    const QSet<model::JobId> known = awaited(plan);
    // From the end, so that the last one of a kind comes first.
    for (auto it = plan.waiting.crbegin(); it != plan.waiting.crend(); ++it) {
        const int kind = kindOf(it->job);
        const auto pool = reasons.find(m_named[size_t(kind)].pool);
        if (pool == reasons.end())
            continue;
        auto &[ofKinds, ofSome] = pool->second;
        const auto last = ofKinds.constFind(kind);
        if (last == ofKinds.constEnd() && !known.contains(it->job))
            ofKinds.insert(kind, it->reason);
        else if (last == ofKinds.constEnd() || *last != it->reason)
            ofSome.insert(it->job, it->reason);
    }
    return reasons;
}

int Queue::kindOf(const model::JobId &id) const
{
    return m_jobs[id].kind;
}

std::vector<Queue::Standing> Queue::standings(int pool, Cursor &cursor, int most) const
{
    // The lines of the pool are merged: the one whose next job is the first of all goes on.
    struct Head
    {
        Line::const_iterator next;
        Line::const_iterator end;
        int kind;
    };
    const auto isLater = [](const Head &a, const Head &b) { return *b.next < *a.next; };
    std::vector<Head> heads;
    for (const int kind : m_kindsOfPool[size_t(pool)]) {
        const Line &line = m_lines[size_t(kind)];
        const auto next = cursor.position == 0 ? line.begin() : line.upper_bound(cursor.after);
        if (next != line.end())
            heads.push_back({next, line.end(), kind});
    }
    std::make_heap(heads.begin(), heads.end(), isLater);
    std::vector<Standing> standings;
    while (!heads.empty() && int(standings.size()) < most) {
        std::pop_heap(heads.begin(), heads.end(), isLater);
        Head &head = heads.back();
        cursor.after = *head.next;
        standings.push_back({head.next->job(), head.kind, ++cursor.position});
        if (++head.next == head.end)
            heads.pop_back();
        else
            std::push_heap(heads.begin(), heads.end(), isLater);
    }
    return standings;
}

int Queue::positionOf(const QueuedJob &job) const
{
    const auto pool = m_pools.constFind(PoolName{job.vc, job.deviceType});
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

int Queue::kindFor(const QueuedJob &job)
{
    const Kind kind{.pool = poolOf(PoolName{job.vc, job.deviceType}),
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

QueuedJob Queue::jobOf(int number, const Rank &rank) const
{
    const Kind &kind = m_named[size_t(number)];
    const PoolName &pool = m_poolNames[size_t(kind.pool)];
    QueuedJob job;
    job.id = rank.job();
    job.vc = pool.vc;
    job.owner = kind.owner;
    job.deviceType = pool.type;
    job.kind = kind.distributed ? model::JobKind::Distributed : model::JobKind::Regular;
    job.tasks = kind.tasks;
    job.devices = kind.devices;
    job.preemptible = kind.preemptible;
    job.stranded = kind.stranded;
    job.madeRoomFor = kind.madeRoomFor;
    job.priority = rank.priority();
    job.submittedAt = QDateTime::fromMSecsSinceEpoch(rank.submittedAt, Qt::UTC);
    return job;
}

} // namespace scheduling
