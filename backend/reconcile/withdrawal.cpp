// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/nodebook.h"
#include "backend/reconcile/reconciler.h"

#include <algorithm>

// How a job leaves a node that was lost or is being emptied, or makes room. That it leaves is on disk
// before the first of its tasks is asked to end, so that their ends are never taken for the job's own.
namespace reconcile {

using model::JobState;

namespace {

std::optional<model::Reason> reasonToLeave(const model::Node &node)
{
    model::Reason reason;
    reason.subject = node.name.value();
    if (node.state == model::NodeState::Lost) {
        reason.code = model::ReasonCode::NodeLost;
        return reason;
    }
    if (node.cordon && node.cordon->drain == model::Drain::Requeue) {
        reason.code = model::ReasonCode::NodeDrained;
        reason.detail = node.cordon->reason;
        return reason;
    }
    return std::nullopt;
}

} // namespace

bool Reconciler::withdraw(const model::Job &job)
{
    for (const model::TaskPlacement &place : job.placement) {
        const model::Node *node = m_with.nodes.find(place.node);
        const auto reason = node ? reasonToLeave(*node) : std::nullopt;
        if (reason) {
            change(job.id, withdrawn(job.attempt, *reason, m_with.clock.now()));
            return true;
        }
    }
    return false;
}

void Reconciler::stepWithdrawn(const model::Job &job)
{
    if (!stopTasks(job))
        return;
    const auto outcome = ownOutcome(job);
    if (!outcome)
        return takeFailure(job.id, outcome.error());
    if (!*outcome)
        change(job.id, left(job.attempt, m_with.clock.now()));
    else if (job.state == JobState::Scheduling)
        change(job.id, started(job.attempt, *upAt(job)));
    else
        change(job.id, ended(job.attempt, **outcome));
}

// How it ended by itself, if it did.
Result<std::optional<Outcome>> Reconciler::ownOutcome(const model::Job &job) const
{
    // Something of it never came up, and what did was ended for that.
    if (job.state == JobState::Scheduling && !upAt(job))
        return std::optional<Outcome>();
    TRY_ASSIGN(const auto life, m_with.jobs.timeline(job.id));
    const auto withdrawal = std::find_if(life.crbegin(), life.crend(), [](const auto &entry) {
        return entry.cause == model::TimelineCause::Withdrawn;
    });
    const QDateTime withdrawnAt = withdrawal == life.crend() ? QDateTime() : withdrawal->at;
    QList<engines::TaskStatus> ends;
    for (const auto &key : keysOf(job)) {
        const auto task = m_book.task(key);
        if (task.status && isOwnEnd(*task.status, task.asked, withdrawnAt))
            ends.append(*task.status);
    }
    return outcomeOf(ends, decidingTasks(job));
}

bool Reconciler::isLost(const model::NodeName &name) const
{
    const model::Node *node = m_with.nodes.find(name);
    return node && node->state == model::NodeState::Lost;
}

bool Reconciler::isSilent(const model::NodeName &name) const
{
    const model::Node *node = m_with.nodes.find(name);
    return node
           && (node->state == model::NodeState::Lost || node->state == model::NodeState::Unhealthy);
}

} // namespace reconcile
