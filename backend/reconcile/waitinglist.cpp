// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/reconcile/waitinglist.h"

#include "backend/reconcile/snapshot.h"
#include "backend/storage/jobstore.h"

#include <algorithm>

namespace reconcile {

namespace {

// Jobs that a plan sees, of all kinds together; at least one of each. One would do, but then there
// is a plan for each start.
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

QList<scheduling::QueuedJob> WaitingList::foremost(const QSet<model::JobId> &named) const
{
    QList<scheduling::QueuedJob> jobs;
    const auto &active = m_jobs.active();
    QSet<model::JobId> seen = named;
    const auto first = m_queue.first(mostOfAKind());
    seen.unite({first.begin(), first.end()});
    for (const model::JobId &id : std::as_const(seen)) {
        if (!m_queue.contains(id))
            continue;
        if (const auto job = active.constFind(id); job != active.constEnd())
            jobs.append(queuedOf(*job));
    }
    return jobs;
}

int WaitingList::mostOfAKind() const
{
    return int(kSeen / std::clamp<qsizetype>(m_queue.kinds(), 1, kSeen));
}

int WaitingList::positionOf(const model::Job &job) const
{
    return m_queue.positionOf(queuedOf(job));
}

bool WaitingList::tell(const scheduling::Plan &plan)
{
    const bool isWhole = !m_queue.hasServedAll(plan, mostOfAKind());
    m_reasons = m_queue.reasons(plan);
    m_own.clear();
    for (const auto &waiting : plan.waiting)
        m_own.insert(waiting.job, waiting.reason);
    for (const auto &start : plan.start)
        m_queue.remove(start.job);
    m_untold = m_queue.size();
    tellSome();
    return isWhole || plan.start.isEmpty();
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
