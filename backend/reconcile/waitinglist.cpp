// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/reconcile/waitinglist.h"

#include "backend/reconcile/snapshot.h"
#include "backend/storage/jobstore.h"

#include <algorithm>

namespace reconcile {

namespace {

// Jobs that a plan sees to begin with, of all kinds together; at least one of each. One would do,
// but then it must often look deeper.
constexpr qsizetype kSeen = 200;
constexpr int kSeenOfNamed = 2; // the one that others wait for, and one that only waits
constexpr int kToldInOneTurn = 200;

scheduling::PoolName poolOf(const model::Job &job)
{
    return {job.vc, job.deviceType};
}

} // namespace

WaitingList::WaitingList(storage::JobStore &jobs, QObject *parent)
    : QObject(parent)
    , m_jobs(jobs)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &WaitingList::tellSome);
}

void WaitingList::take(const model::Job &job)
{
    const bool isNew = !m_queue.contains(job.id);
    if (!isNew && !m_new.contains(job.id))
        m_shifted.insert(m_queue.poolOf(job.id));
    if (job.state != model::JobState::Queued)
        return remove(job.id);
    m_queue.put(queuedOf(job));
    if (isNew)
        m_new.insert(job.id);
}

void WaitingList::remove(const model::JobId &id)
{
    if (!m_queue.contains(id))
        return;
    // Of one that came since the latest plan nobody has been told.
    if (!m_new.remove(id))
        m_shifted.insert(m_queue.poolOf(id));
    m_queue.remove(id);
}

void WaitingList::touch(const model::Job &job)
{
    m_touched.insert(m_queue.poolOf(poolOf(job)));
}

void WaitingList::touchFreed(const model::Job &job)
{
    touch(job);
    if (job.deviceType)
        m_freed.insert(*job.deviceType);
}

scheduling::Plan WaitingList::plan(scheduling::Snapshot snapshot)
{
    const auto named = scheduling::namedIn(snapshot.reservations, snapshot.running);
    scheduling::Scope scope = takeScope(snapshot, named);
    scheduling::Plan plan;
    do {
        snapshot.queue = jobsOf(named, scope);
        plan = scheduling::plan(snapshot);
    } while (m_queue.deepen(scope, plan));
    tell(plan, scope);
    start(plan, scope);
    return plan;
}

int WaitingList::depthIn(const scheduling::Scope &scope) const
{
    return int(kSeen / std::clamp<qsizetype>(m_queue.kindsIn(scope), 1, kSeen));
}

scheduling::Scope WaitingList::takeScope(const scheduling::Snapshot &snapshot,
                                         const QSet<model::JobId> &named)
{
    scheduling::Scope scope;
    const auto freed = std::exchange(m_freed, {});
    auto touched = std::exchange(m_touched, {});
    if (!std::exchange(m_isAllTouched, false)) {
        touched.merge(m_queue.gaining(snapshot, freed));
        scope.pools = std::move(touched);
    }
    scope.least = depthIn(scope);
    for (const auto &jobs : {named, m_new}) {
        for (const model::JobId &id : jobs) {
            if (m_queue.contains(id))
                scope.more.insert(m_queue.kindOf(id), std::max(scope.least, kSeenOfNamed));
        }
    }
    return scope;
}

scheduling::Snapshot WaitingList::foremost(scheduling::Snapshot snapshot) const
{
    scheduling::Scope scope;
    scope.least = depthIn(scope);
    snapshot.queue = jobsOf(scheduling::namedIn(snapshot.reservations, snapshot.running), scope);
    return snapshot;
}

QList<scheduling::QueuedJob> WaitingList::jobsOf(const QSet<model::JobId> &named,
                                                 const scheduling::Scope &scope) const
{
    QList<scheduling::QueuedJob> jobs = m_queue.first(scope);
    jobs.removeIf([&](const auto &job) { return named.contains(job.id); });
    for (const model::JobId &id : named) {
        if (m_queue.contains(id))
            jobs.append(m_queue.job(id));
    }
    return jobs;
}

int WaitingList::positionOf(const model::Job &job) const
{
    return m_queue.positionOf(queuedOf(job));
}

// Whoever starts outside the scope changes what the others of its pool wait for.
void WaitingList::start(const scheduling::Plan &plan, const scheduling::Scope &scope)
{
    for (const auto &start : plan.start) {
        const int pool = m_queue.poolOf(start.job);
        if (!scope.covers(pool))
            m_touched.insert(pool);
        remove(start.job);
    }
    for (const model::JobId &id : std::as_const(m_new))
        m_shifted.insert(m_queue.poolOf(id));
    m_new.clear();
    m_untold.merge(m_shifted);
    m_shifted.clear();
    if (!m_untold.empty())
        m_timer.start(0);
}

void WaitingList::tell(const scheduling::Plan &plan, const scheduling::Scope &scope)
{
    for (auto &[pool, fresh] : m_queue.reasons(scope, plan)) {
        auto &known = m_reasons[pool];
        if (known == fresh)
            continue;
        known = std::move(fresh);
        m_untold.insert(pool);
    }
}

void WaitingList::tellSome()
{
    if (m_isToldWhole) {
        auto next = m_untold.upper_bound(m_telling);
        if (next == m_untold.end())
            next = m_untold.begin();
        if (next == m_untold.end())
            return;
        m_telling = m_untold.extract(next).value();
        m_cursor = {};
    }
    const auto reasons = m_reasons.value(m_telling);
    const auto standings = m_queue.standings(m_telling, m_cursor, kToldInOneTurn);
    for (const auto &[job, kind, position] : standings)
        m_jobs.setWaiting(job, reasons.of(job, kind), position);
    m_isToldWhole = int(standings.size()) < kToldInOneTurn;
    if (!m_isToldWhole || !m_untold.empty())
        m_timer.start(0);
}

} // namespace reconcile
