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
constexpr qsizetype kSeen = 500;
constexpr int kToldInOneTurn = 200;

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
    if (job.state == model::JobState::Queued)
        m_queue.put(queuedOf(job));
    else
        m_queue.remove(job.id);
}

scheduling::Plan WaitingList::plan(scheduling::Snapshot snapshot, const Arrived &arrived) const
{
    const auto named = scheduling::namedIn(snapshot.reservations, snapshot.running);
    scheduling::Queue::Depth depth = leastDepth();
    scheduling::Plan plan;
    do {
        snapshot.queue =
            jobsOf(named, arrived ? m_queue.firstBeside(*arrived, depth) : m_queue.first(depth));
        plan = scheduling::plan(snapshot);
    } while (m_queue.deepen(depth, plan));
    return plan;
}

scheduling::Snapshot WaitingList::foremost(scheduling::Snapshot snapshot) const
{
    snapshot.queue = jobsOf(scheduling::namedIn(snapshot.reservations, snapshot.running),
                            m_queue.first(leastDepth()));
    return snapshot;
}

scheduling::Queue::Depth WaitingList::leastDepth() const
{
    return {int(kSeen / std::clamp<qsizetype>(m_queue.kinds(), 1, kSeen))};
}

QList<scheduling::QueuedJob> WaitingList::jobsOf(const QSet<model::JobId> &named,
                                                 const QList<model::JobId> &first) const
{
    QList<scheduling::QueuedJob> jobs;
    const auto &active = m_jobs.active();
    const auto add = [&](const model::JobId &id) {
        if (const auto job = active.constFind(id); job != active.constEnd())
            jobs.append(queuedOf(*job));
    };
    for (const model::JobId &id : first) {
        if (!named.contains(id))
            add(id);
    }
    for (const model::JobId &id : named) {
        if (m_queue.contains(id))
            add(id);
    }
    return jobs;
}

int WaitingList::positionOf(const model::Job &job) const
{
    return m_queue.positionOf(queuedOf(job));
}

void WaitingList::tell(const scheduling::Plan &plan, const Arrived &arrived)
{
    if (!arrived) {
        m_reasons.clear();
        m_own.clear();
    }
    m_reasons.insert(m_queue.reasons(plan));
    for (const auto &waiting : plan.waiting)
        m_own.insert(waiting.job, waiting.reason);
    for (const auto &start : plan.start)
        m_queue.remove(start.job);
    m_untold = m_queue.size();
    tellSome();
}

void WaitingList::tellSome()
{
    if (m_untold <= 0)
        return;
    const auto standings =
        m_queue.standings(m_cursor, int(std::min<qsizetype>(kToldInOneTurn, m_untold)));
    for (const auto &standing : standings) {
        const auto own = m_own.constFind(standing.job);
        const auto reason = own != m_own.constEnd() ? *own : m_reasons.value(standing.kind);
        m_jobs.setWaiting(standing.job, reason, standing.position);
    }
    // The cursor may have come to the end of the queue and gone back to its beginning.
    m_untold -= std::max<qsizetype>(1, qsizetype(standings.size()));
    if (m_untold > 0)
        m_timer.start(0);
}

} // namespace reconcile
