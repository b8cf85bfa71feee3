// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/reconcile/lifecycle.h"
#include "backend/reconcile/preparation.h"
#include "backend/reconcile/sweeper.h"
#include "backend/reconcile/taskbook.h"
#include "backend/reconcile/taskspec.h"
#include "backend/reconcile/waitinglist.h"
#include "backend/scheduling/snapshot.h"
#include "backend/storage/jobstore.h"
#include "core/base/clock.h"
#include "core/model/verdict.h"

#include <QHash>
#include <QSet>
#include <QTimer>

namespace engines {
class NodeBook;
}

namespace storage {
class LogArchive;
class SecretBox;
class VcStore;
} // namespace storage

namespace reconcile {

struct Settings
{
    std::chrono::seconds stopGrace{30};
    TaskDefaults task;
};

// What the loop works with; all of it outlives the loop.
struct Surroundings
{
    storage::JobStore &jobs;
    const storage::VcStore &vcs;
    const storage::SecretBox &secrets;
    storage::LogArchive &logs;
    engines::ContainerEngine &engine;
    const engines::NodeBook &nodes;
    const Clock &clock;
    volumes::Volumes *volumes = nullptr; // none: tasks see no directories and wait for nobody
};

// The loop that makes what is true of what is wanted: snapshot → plan → apply. Level-triggered: it
// compares the jobs as stored with the containers as found and takes the next step of each; every
// step is on disk before the engine is asked, so that the loop may die at any moment and goes on
// from what it finds. After a start it adopts the containers of its jobs and clears away the rest.
class Reconciler : public QObject
{
    Q_OBJECT

public:
    Reconciler(const Surroundings &surroundings, const Settings &settings,
               QObject *parent = nullptr);

    // Begins: reads the engine's list, then goes on by itself.
    void start();

    // What others want to lie ready for each attempt; before start().
    void setRuntimeFiles(const Preparation::RuntimeFiles &files)
    {
        m_preparation.setRuntimeFiles(files);
    }

    // What would become of the job if it were submitted now. Unavailable before the first plan.
    Result<model::Verdict> forecast(const model::Job &job) const;

signals:
    void planned(); // after each pass of the planner

private:
    void takeJob(const model::Job &job);
    void takeTask(const model::JobId &job, int attempt);
    void wake(); // a pass at the next turn: a step of everyone, and a plan for everyone
    void lookAtAll(); // a pass at the next turn: a step of everyone
    void look(); // a pass at the next turn: for those it is due for
    void pass();
    bool isPlanDue() const;
    void plan();
    scheduling::Snapshot snapshot() const;
    void sweepOrphans();
    void apply(const model::JobId &id, const storage::JobStore::Decide &decide); // of the plan

    void step(const model::JobId &id);
    void stepScheduling(const model::Job &job);
    void stepRunning(const model::Job &job);
    void stepStopping(const model::Job &job);
    bool withdraw(const model::Job &job); // when its node is lost or being emptied
    void stepWithdrawn(const model::Job &job);
    Result<std::optional<Outcome>> ownOutcome(const model::Job &job) const;
    bool isLost(const model::NodeName &name) const;
    bool isSilent(const model::NodeName &name) const; // nothing can be asked for there
    void startTasks(const model::Job &job);
    std::optional<QDateTime> upAt(const model::Job &job) const; // the last of its tasks
    QStringList decidingTasks(const model::Job &job) const;
    bool introduceTasks(const model::Job &job, const QDateTime &upAt);
    bool stopTasks(const model::Job &job); // true when nothing may run any more
    bool giveUp(const model::Job &job);
    void reportRetries(const model::Job &job);
    void reportRetry(const model::Job &job, int tries, const QString &problem);
    void change(const model::JobId &id, const storage::JobStore::Decide &decide);
    void takeFailure(const model::JobId &id, const Error &error); // of a step that was not stored
    QString password(const model::Job &job) const;
    QList<engines::TaskKey> keysOf(const model::Job &job) const;

    Surroundings m_with;
    const Settings m_settings;
    TaskBook m_book;
    WaitingList m_waiting;
    Sweeper m_sweeper;
    Preparation m_preparation;
    QTimer m_wake;
    QTimer m_resync;
    QTimer m_whole; // a plan for all jobs, after those for some
    QHash<model::JobId, qint64> m_revisions; // of every active job, as last seen
    QHash<model::JobId, scheduling::RunningJob> m_live; // jobs that have or await containers
    QSet<model::JobId> m_due; // of these: those something is new for since their latest step
    bool m_isAllDue = true;
    bool m_isSweepDue = true; // there may be containers that no job needs
    QSet<model::JobId> m_changing; // a step of theirs is on its way to disk
    QHash<model::JobId, int> m_reportedTries; // of what is being tried
    QSet<model::NodeName> m_haunted; // what no job needs any more runs there still
    QList<scheduling::Reservation> m_reservations; // of the latest plan
    int m_applying = 0; // steps of it that are on their way to disk
    bool m_hasPlanned = false;
};

} // namespace reconcile
