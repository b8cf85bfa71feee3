// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/jobactions.h"

namespace rules {

bool isPossible(JobAction action, model::JobState state)
{
    using State = model::JobState;
    switch (action) {
    case JobAction::Pause:
        return state == State::Queued || state == State::Scheduling || state == State::Running;
    case JobAction::Resume:
        return state == State::Paused;
    case JobAction::Kill:
        return !isTerminal(state) && state != State::Killing;
    case JobAction::ChangePriority:
        return !isTerminal(state);
    }
    Q_UNREACHABLE();
}

bool maySee(const model::Account &account, const model::JobSummary &job)
{
    return job.owner == account.id || account.has(model::Permission::ViewAllUsersJobs)
           || account.has(model::Permission::ManageAllUsersJobs);
}

bool mayManage(const model::Account &account, const model::JobSummary &job)
{
    return job.owner == account.id || account.has(model::Permission::ManageAllUsersJobs);
}

bool mayUse(const model::Account &account, const model::VcName &vc)
{
    return account.vcs.contains(vc);
}

} // namespace rules
