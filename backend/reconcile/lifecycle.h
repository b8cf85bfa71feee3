// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/engine.h"
#include "backend/storage/jobstore.h"

// The steps of a job's life that the platform takes, as pure functions: each gives the change for
// JobStore::change and refuses with Conflict when the job has moved on meanwhile.
namespace reconcile {

constexpr int kMostNodeLosses = 3; // that put a job back into the queue

// How a job ended.
struct Outcome
{
    model::JobState state = model::JobState::Failed; // Finished, Failed or Error
    model::Reason reason;
    std::optional<int> exitCode;
    QDateTime at;
};

// What the tasks' ends mean for the job, or nothing while it goes on. The first task that failed
// decides; the job is finished when every task in `deciding` has ended well.
std::optional<Outcome> outcomeOf(const QList<engines::TaskStatus> &tasks,
                                 const QStringList &deciding);

// Whether a task of a job that has to leave its devices ended by itself: the end was seen before
// anybody asked for it, or came before the job was withdrawn. The exit code proves nothing: a command
// that is asked to end may save its state and end with 0, and goes on from there at the next start.
bool isOwnEnd(const engines::TaskStatus &task, bool isAsked, const QDateTime &withdrawnAt);

Outcome lostTask(const QString &task, const QDateTime &now);
Outcome refusedStart(const engines::StartOutcome &start, const QDateTime &now);
Outcome unprepared(const QString &problem, const QDateTime &now);

storage::JobStore::Decide placed(const QList<model::TaskPlacement> &placement,
                                 const QDateTime &now);
storage::JobStore::Decide started(int attempt, const QDateTime &at);
storage::JobStore::Decide startRetried(int attempt, const model::Reason &reason,
                                       const QDateTime &now);
// It has to leave its devices: its node was lost or is being emptied.
storage::JobStore::Decide withdrawn(int attempt, const model::Reason &reason, const QDateTime &now);
// It has to leave them to a job that is not preemptible.
storage::JobStore::Decide evicted(const model::JobId &inFavourOf, const QDateTime &now);
// It has left them: back into the queue, or ended when a node was lost under it too often. Not for
// one whose own ends, as by isOwnEnd(), have an outcome: that one has ended, and never runs again.
storage::JobStore::Decide left(int attempt, const QDateTime &now);
storage::JobStore::Decide ended(int attempt, const Outcome &outcome);
storage::JobStore::Decide paused(int attempt, const QDateTime &now);
storage::JobStore::Decide killed(int attempt, const QDateTime &now);

} // namespace reconcile
