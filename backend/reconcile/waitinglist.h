// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/scheduling/plan.h"
#include "backend/scheduling/queue.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <set>

namespace model {
struct Job;
}

namespace storage {
class JobStore;
}

namespace reconcile {

// The jobs that wait: what becomes of them by a plan, and what each of them is told of it. A plan
// sees the first few of each kind; what those wait for is told to all of the kind, with the place of
// each. When there are many this takes several turns of the event loop, so that starts come first.
// What has changed since the latest plan is remembered, and only whom it may concern is looked at.
class WaitingList : public QObject
{
    Q_OBJECT

public:
    // The store outlives the list.
    explicit WaitingList(storage::JobStore &jobs, QObject *parent = nullptr);

    // The job as it is now, in whatever state.
    void take(const model::Job &job);

    // The next plan must look at those that the job stands or stood among; at all who may gain by
    // devices that it has given up; at everybody, as at the beginning.
    void touch(const model::Job &job);
    void touchFreed(const model::Job &job);
    void touchAll() { m_isAllTouched = true; }
    bool isTouched() const { return m_isAllTouched || !m_touched.empty(); }
    bool isAllTouched() const { return m_isAllTouched; }

    // The plan for the snapshot, whose queue this is, of those who are touched. Takes those that
    // start off the list, and tells the others what they wait for.
    scheduling::Plan plan(scheduling::Snapshot snapshot);
    // The snapshot with the first of each kind in its queue.
    scheduling::Snapshot foremost(scheduling::Snapshot snapshot) const;
    int positionOf(const model::Job &job) const; // of one that is not in the list

private:
    int depthIn(const scheduling::Scope &scope) const;
    scheduling::Scope takeScope(const scheduling::Snapshot &snapshot,
                                const QSet<model::JobId> &named);
    QList<scheduling::QueuedJob> jobsOf(const QSet<model::JobId> &named,
                                        const scheduling::Scope &scope) const;
    void remove(const model::JobId &id);
    void start(const scheduling::Plan &plan, const scheduling::Scope &scope);
    void tell(const scheduling::Plan &plan, const scheduling::Scope &scope);
    void tellSome();

    storage::JobStore &m_jobs;
    scheduling::Queue m_queue;

    bool m_isAllTouched = true;
    std::set<int> m_touched; // pools
    QSet<model::DeviceType> m_freed; // of these types devices have been given up

    QHash<int, scheduling::WaitReasons> m_reasons; // by pool
    QSet<model::JobId> m_new; // came after the latest plan
    std::set<int> m_shifted; // pools in which places have changed since then
    std::set<int> m_untold; // pools
    int m_telling = -1; // the latest of them; they have turns
    bool m_isToldWhole = true; // it
    scheduling::Queue::Cursor m_cursor; // in it
    QTimer m_timer;
};

} // namespace reconcile
