// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/reconcile/reconciler.h"

#include <algorithm>

// What is done next for a job that has or awaits containers.
namespace reconcile {

using model::JobState;

void Reconciler::step(const model::JobId &id)
{
    const auto &active = m_with.jobs.active();
    const auto it = active.constFind(id);
    if (it == active.constEnd() || !holdsDevices(it->state) || !m_book.isKnown()
        || m_changing.contains(id))
        return;
    const model::Job job = active.value(id); // a copy: a step changes the list
    if (job.withdrawn && job.state != JobState::Pausing && job.state != JobState::Killing)
        stepWithdrawn(job);
    else if (job.state == JobState::Scheduling)
        stepScheduling(job);
    else if (job.state == JobState::Running)
        stepRunning(job);
    else
        stepStopping(job);
}

void Reconciler::stepScheduling(const model::Job &job)
{
    if (withdraw(job) || giveUp(job))
        return;
    reportRetries(job);
    const auto up = upAt(job);
    if (!up)
        startTasks(job);
    else if (introduceTasks(job, *up))
        change(job.id, started(job.attempt, *up));
}

std::optional<QDateTime> Reconciler::upAt(const model::Job &job) const
{
    std::optional<QDateTime> last;
    for (const auto &key : keysOf(job)) {
        const auto task = m_book.task(key);
        if (!task.status || !task.status->startedAt)
            return std::nullopt;
        last = std::max(last, task.status->startedAt);
    }
    return last;
}

// A task was refused, or what it needs: the others are ended, then the job has ended.
bool Reconciler::giveUp(const model::Job &job)
{
    std::optional<Outcome> outcome;
    for (const auto &key : keysOf(job)) {
        const auto task = m_book.task(key);
        if (task.failure && !(task.status && task.status->startedAt))
            outcome = refusedStart(*task.failure, m_with.clock.now());
    }
    if (const auto problem = m_preparation.problem(job))
        outcome = unprepared(*problem, m_with.clock.now());
    if (!outcome)
        return false;
    if (stopTasks(job))
        change(job.id, ended(job.attempt, *outcome));
    return true;
}

// Whether all are up and know of each other. One that has ended already has nobody to wait for: how
// it ended decides.
bool Reconciler::introduceTasks(const model::Job &job, const QDateTime &upAt)
{
    Preparation::Addresses addresses;
    for (const auto &key : keysOf(job)) {
        const auto task = m_book.task(key);
        if (task.status->phase == engines::TaskPhase::Exited)
            return true;
        addresses.append({key.task, task.status->address});
    }
    return m_preparation.introduce(job, addresses, m_with.clock.now() - upAt);
}

void Reconciler::startTasks(const model::Job &job)
{
    if (!m_preparation.prepare(job))
        return;
    QList<engines::TaskSpec> specs;
    for (const auto &key : keysOf(job)) {
        const auto task = m_book.task(key);
        const bool created = task.status && task.status->phase == engines::TaskPhase::Created;
        if (task.busy || task.waiting || task.uncertain || (task.status && !created))
            continue;
        if (specs.isEmpty())
            specs = taskSpecs(job, m_settings.task, password(job), m_preparation.mounts(job));
        for (const auto &spec : std::as_const(specs)) {
            if (spec.key == key)
                m_book.start(spec);
        }
    }
}

// Of the preparation, then of the start: once the first is through, the second counts anew.
void Reconciler::reportRetries(const model::Job &job)
{
    const auto trouble = m_preparation.trouble(job);
    int tries = trouble.tries;
    reportRetry(job, trouble.tries, trouble.detail);
    for (const auto &key : keysOf(job)) {
        const auto task = m_book.task(key);
        tries = std::max(tries, task.tries);
        reportRetry(job, task.tries, task.problem);
    }
    if (tries == 0)
        m_reportedTries.remove(job.id);
}

void Reconciler::reportRetry(const model::Job &job, int tries, const QString &problem)
{
    if (tries == 0 || tries <= m_reportedTries.value(job.id))
        return;
    m_reportedTries.insert(job.id, tries);
    model::Reason reason;
    reason.code = model::ReasonCode::EngineRetry;
    reason.asked = tries;
    reason.total = TaskBook::kMostTries;
    reason.detail = problem;
    change(job.id, startRetried(job.attempt, reason, m_with.clock.now()));
}

void Reconciler::stepRunning(const model::Job &job)
{
    QList<engines::TaskStatus> statuses;
    std::optional<Outcome> lost;
    for (const auto &key : keysOf(job)) {
        const auto task = m_book.task(key);
        if (task.status)
            statuses.append(*task.status);
        else if (task.isGone())
            lost = lostTask(key.task, m_with.clock.now());
    }
    auto outcome = outcomeOf(statuses, decidingTasks(job));
    if (!outcome && withdraw(job))
        return;
    if (!outcome)
        outcome = lost;
    if (outcome && stopTasks(job))
        change(job.id, ended(job.attempt, *outcome));
}

QStringList Reconciler::decidingTasks(const model::Job &job) const
{
    QStringList tasks;
    for (const model::TaskPlacement &place : job.placement) {
        if (runsCommand(job, place.task, m_settings.task.deviceTypes))
            tasks.append(place.task);
    }
    return tasks;
}

void Reconciler::stepStopping(const model::Job &job)
{
    if (!stopTasks(job))
        return;
    const QDateTime now = m_with.clock.now();
    change(job.id,
           job.state == JobState::Killing ? killed(job.attempt, now) : paused(job.attempt, now));
}

// What may run on a node that is lost cannot be waited for: it is swept when the node returns.
bool Reconciler::stopTasks(const model::Job &job)
{
    bool quiet = true;
    for (const model::TaskPlacement &place : job.placement) {
        if (isLost(place.node))
            continue;
        const engines::TaskKey key{job.id, job.attempt, place.task};
        const auto task = m_book.task(key);
        quiet = quiet && !task.mayRun();
        if (task.starting || (task.status && task.status->phase == engines::TaskPhase::Running))
            m_book.stop(key, m_settings.stopGrace);
    }
    return quiet;
}

} // namespace reconcile
