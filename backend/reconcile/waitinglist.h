// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/scheduling/plan.h"
#include "backend/scheduling/queue.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace storage {
class JobStore;
}

namespace reconcile {

// The jobs that wait: what becomes of them by a plan, and what each of them is told of it. A plan
// sees the first few of each kind; what those wait for is told to all of the kind, with the place of
// each. When there are many this takes several turns of the event loop, so that starts come first.
class WaitingList : public QObject
{
    Q_OBJECT

public:
    // The store outlives the list.
    explicit WaitingList(storage::JobStore &jobs, QObject *parent = nullptr);

    // The job as it is now, in whatever state.
    void take(const model::Job &job);

    // The plan for the snapshot, whose queue this is. With `arrived` it is the plan of these jobs
    // and of those they stand among, where nothing else has changed since the plan before.
    using Arrived = std::optional<QSet<model::JobId>>;
    scheduling::Plan plan(scheduling::Snapshot snapshot, const Arrived &arrived) const;
    // The snapshot with the first of each kind in its queue.
    scheduling::Snapshot foremost(scheduling::Snapshot snapshot) const;
    int positionOf(const model::Job &job) const; // of one that is not in the list

    // Takes those that start off the list. Tells what others wait for; what the plan did not see
    // waits for the same as before.
    void tell(const scheduling::Plan &plan, const Arrived &arrived);

private:
    scheduling::Queue::Depth leastDepth() const;
    QList<scheduling::QueuedJob> jobsOf(const QSet<model::JobId> &named,
                                        const QList<model::JobId> &first) const;
    void tellSome();

    storage::JobStore &m_jobs;
    scheduling::Queue m_queue;
    QHash<int, model::Reason> m_reasons; // by kind, of the last one that a plan saw
    QHash<model::JobId, model::Reason> m_own; // of those that a plan saw
    scheduling::Queue::Cursor m_cursor;
    qsizetype m_untold = 0; // jobs from the cursor on, round to the cursor again
    QTimer m_timer;
};

} // namespace reconcile
