// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/nodebook.h"
#include "backend/reconcile/lifecycle.h"
#include "backend/reconcile/reconciler.h"

// How a job leaves a node that was lost or is being emptied. That it leaves is on disk before the
// first of its tasks is asked to end, so that their ends are never taken for the job's own.
namespace reconcile {

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
    if (stopTasks(job))
        change(job.id, left(job.attempt, m_with.clock.now()));
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
