// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/reconcile/lifecycle.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reconcile {

namespace {

using model::JobState;
using model::TimelineCause;

Error movedOn(const model::Job &job)
{
    return {ErrorCode::Conflict,
            u"job is %1 in attempt %2"_s.arg(json::nameOf(job.state)).arg(job.attempt), QString()};
}

// Its tasks are being started or run.
bool isUnderWay(const model::Job &job)
{
    return job.state == JobState::Scheduling || job.state == JobState::Running;
}

storage::JobChange change(model::Job job, JobState state, TimelineCause cause, const QDateTime &at,
                          const std::optional<model::Reason> &reason)
{
    job.state = state;
    job.reason = reason;
    job.position.reset();
    model::TimelineEntry entry;
    entry.at = at;
    entry.cause = cause;
    entry.state = state;
    entry.reason = reason;
    return {std::move(job), std::move(entry)};
}

// The reason a person gave stays with the job: who paused or killed it.
storage::JobStore::Decide settled(int attempt, JobState from, JobState to, TimelineCause cause,
                                  const QDateTime &now)
{
    return [=](const model::Job &job) -> Result<storage::JobChange> {
        if (job.attempt != attempt || job.state != from)
            return movedOn(job);
        auto step = change(job, to, cause, now, job.reason);
        step.job.withdrawn.reset();
        if (isTerminal(to))
            step.job.finishedAt = now;
        return step;
    };
}

} // namespace

std::optional<Outcome> outcomeOf(const QList<engines::TaskStatus> &tasks,
                                 const QStringList &deciding)
{
    QList<engines::TaskStatus> ends = tasks;
    ends.removeIf([](const auto &task) { return task.phase != engines::TaskPhase::Exited; });
    std::sort(ends.begin(), ends.end(), [](const auto &a, const auto &b) {
        return std::tuple(a.finishedAt.value_or(QDateTime()), a.key.task)
               < std::tuple(b.finishedAt.value_or(QDateTime()), b.key.task);
    });
    QStringList missing = deciding;
    for (const auto &task : std::as_const(ends)) {
        const QDateTime at = task.finishedAt.value_or(QDateTime::currentDateTimeUtc());
        model::Reason reason;
        reason.code =
            task.outOfMemory ? model::ReasonCode::OutOfMemory : model::ReasonCode::ExitCode;
        reason.subject = task.key.task;
        reason.exitCode = task.exitCode;
        // With 0 only a child of the command was killed at the limit, and the command coped.
        if (task.exitCode != 0)
            return Outcome{JobState::Failed, reason, task.exitCode, at};
        missing.removeAll(task.key.task);
        if (missing.isEmpty()) {
            reason.code = model::ReasonCode::ExitCode;
            return Outcome{JobState::Finished, reason, 0, at};
        }
    }
    return std::nullopt;
}

bool isOwnEnd(const engines::TaskStatus &task, bool isAsked, const QDateTime &withdrawnAt)
{
    if (task.phase != engines::TaskPhase::Exited)
        return false;
    return !isAsked || (task.finishedAt && *task.finishedAt < withdrawnAt);
}

Outcome lostTask(const QString &task, const QDateTime &now)
{
    model::Reason reason;
    reason.code = model::ReasonCode::TaskLost;
    reason.subject = task;
    return {JobState::Failed, reason, {}, now};
}

Outcome refusedStart(const engines::StartOutcome &start, const QDateTime &now)
{
    using engines::StartFailure;
    model::Reason reason;
    reason.code = start.failure == StartFailure::ImageNotFound ? model::ReasonCode::ImageNotFound
                  : start.failure == StartFailure::RegistryRefused
                      ? model::ReasonCode::RegistryRefused
                      : model::ReasonCode::EngineRefused;
    reason.detail = start.detail;
    return {JobState::Error, reason, {}, now};
}

Outcome unprepared(const QString &problem, const QDateTime &now)
{
    model::Reason reason;
    reason.code = model::ReasonCode::NotPrepared;
    reason.detail = problem;
    return {JobState::Error, reason, {}, now};
}

storage::JobStore::Decide placed(const QList<model::TaskPlacement> &placement, const QDateTime &now)
{
    return [=](const model::Job &job) -> Result<storage::JobChange> {
        if (job.state != JobState::Queued)
            return movedOn(job);
        auto step = change(job, JobState::Scheduling, TimelineCause::Placed, now, {});
        step.job.attempt += 1;
        step.job.placement = placement;
        step.job.startedAt.reset();
        step.job.finishedAt.reset();
        step.job.exitCode.reset();
        step.job.madeRoomFor.reset();
        return step;
    };
}

storage::JobStore::Decide started(int attempt, const QDateTime &at)
{
    return [=](const model::Job &job) -> Result<storage::JobChange> {
        if (job.attempt != attempt || job.state != JobState::Scheduling)
            return movedOn(job);
        auto step = change(job, JobState::Running, TimelineCause::Started, at, {});
        step.job.startedAt = at;
        step.job.stranded = false;
        return step;
    };
}

storage::JobStore::Decide startRetried(int attempt, const model::Reason &reason,
                                       const QDateTime &now)
{
    return [=](const model::Job &job) -> Result<storage::JobChange> {
        if (job.attempt != attempt || job.state != JobState::Scheduling)
            return movedOn(job);
        return change(job, JobState::Scheduling, TimelineCause::StartRetried, now, reason);
    };
}

storage::JobStore::Decide withdrawn(int attempt, const model::Reason &reason, const QDateTime &now)
{
    return [=](const model::Job &job) -> Result<storage::JobChange> {
        if (job.attempt != attempt || job.withdrawn || !isUnderWay(job))
            return movedOn(job);
        auto step = change(job, job.state, TimelineCause::Withdrawn, now, reason);
        step.job.withdrawn = reason;
        return step;
    };
}

storage::JobStore::Decide evicted(const model::JobId &inFavourOf, const QDateTime &now)
{
    return [=](const model::Job &job) -> Result<storage::JobChange> {
        if (!job.preemptible)
            return movedOn(job);
        model::Reason reason;
        reason.code = model::ReasonCode::Preempted;
        reason.subject = inFavourOf.toString();
        TRY_ASSIGN(auto step, withdrawn(job.attempt, reason, now)(job));
        step.job.madeRoomFor = inFavourOf;
        return step;
    };
}

storage::JobStore::Decide left(int attempt, const QDateTime &now)
{
    return [=](const model::Job &job) -> Result<storage::JobChange> {
        if (job.attempt != attempt || !job.withdrawn || !isUnderWay(job))
            return movedOn(job);
        model::Reason reason = *job.withdrawn;
        const bool isLoss = reason.code == model::ReasonCode::NodeLost;
        const int losses = job.nodeLosses + (isLoss ? 1 : 0);
        const bool isOver = losses > kMostNodeLosses;
        if (isLoss) {
            reason.asked = losses;
            reason.total = kMostNodeLosses;
        }
        auto step = isOver ? change(job, JobState::Failed, TimelineCause::Ended, now, reason)
                           : change(job, JobState::Queued, TimelineCause::Requeued, now, reason);
        step.job.withdrawn.reset();
        step.job.nodeLosses = losses;
        step.job.stranded = isLoss && !isOver;
        if (isOver)
            step.job.finishedAt = now;
        return step;
    };
}

storage::JobStore::Decide ended(int attempt, const Outcome &outcome)
{
    return [=](const model::Job &job) -> Result<storage::JobChange> {
        if (job.attempt != attempt || !isUnderWay(job))
            return movedOn(job);
        auto step = change(job, outcome.state, TimelineCause::Ended, outcome.at, outcome.reason);
        step.job.exitCode = outcome.exitCode;
        step.job.withdrawn.reset();
        step.job.madeRoomFor.reset();
        step.job.finishedAt = outcome.at;
        return step;
    };
}

storage::JobStore::Decide paused(int attempt, const QDateTime &now)
{
    return settled(attempt, JobState::Pausing, JobState::Paused, TimelineCause::Paused, now);
}

storage::JobStore::Decide killed(int attempt, const QDateTime &now)
{
    return settled(attempt, JobState::Killing, JobState::Killed, TimelineCause::Ended, now);
}

} // namespace reconcile
