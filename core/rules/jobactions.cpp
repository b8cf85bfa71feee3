// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/jobactions.h"

namespace rules {

namespace {

using State = model::JobState;

std::optional<ActionRefusal> refusalOfPause(State state)
{
    if (state == State::Pausing)
        return ActionRefusal::BeingPaused;
    return state == State::Paused ? std::optional(ActionRefusal::PausedAlready) : std::nullopt;
}

std::optional<ActionRefusal> refusalOfResume(State state)
{
    if (state == State::Pausing)
        return ActionRefusal::BeingPaused;
    return state == State::Paused ? std::nullopt : std::optional(ActionRefusal::NotPaused);
}

std::optional<ActionRefusal> refusalIn(State state, JobAction action)
{
    if (isTerminal(state))
        return ActionRefusal::Ended;
    if (action == JobAction::ChangePriority)
        return {};
    if (state == State::Killing)
        return ActionRefusal::BeingKilled;
    return action == JobAction::Pause    ? refusalOfPause(state)
           : action == JobAction::Resume ? refusalOfResume(state)
                                         : std::nullopt;
}

} // namespace

std::optional<ActionRefusal> refusalOf(JobAction action, const model::Account &account,
                                       const model::JobSummary &job)
{
    return mayManage(account, job) ? refusalIn(job.state, action) : ActionRefusal::SomebodyElses;
}

bool isPossible(JobAction action, model::JobState state)
{
    return !refusalIn(state, action);
}

bool maySeeAll(const model::Account &account)
{
    return account.has(model::Permission::ViewAllUsersJobs)
           || account.has(model::Permission::ManageAllUsersJobs);
}

bool maySee(const model::Account &account, const model::JobSummary &job)
{
    return job.owner == account.id || maySeeAll(account);
}

bool mayManage(const model::Account &account, const model::JobSummary &job)
{
    return job.owner == account.id || account.has(model::Permission::ManageAllUsersJobs);
}

bool mayTakePassword(const model::Account &account, const model::JobSummary &job)
{
    return job.owner == account.id && !model::isTerminal(job.state);
}

bool mayUse(const model::Account &account, const model::VcName &vc)
{
    return account.vcs.contains(vc);
}

} // namespace rules
