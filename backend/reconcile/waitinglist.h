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

// The jobs that wait: what a plan has to see of them, and what each of them is told of it. A plan
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

    // Those that a plan has to see, with those `named` as far as they wait.
    QList<scheduling::QueuedJob> foremost(const QSet<model::JobId> &named) const;
    int positionOf(const model::Job &job) const; // of one that is not in the list

    // Takes those that start off the list. False when there must be another plan: all that this one
    // saw of a kind have started, and nobody has asked what those behind could do.
    bool tell(const scheduling::Plan &plan);

private:
    int mostOfAKind() const; // that a plan sees
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
