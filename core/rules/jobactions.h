// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/account.h"
#include "core/model/job.h"

#include <optional>

// What may be done with a job, by its state and by the person's rights: the same answer greys out a
// button and refuses a request.
namespace rules {

enum class JobAction { Pause, Resume, Kill, ChangePriority };

// Why not.
enum class ActionRefusal {
    SomebodyElses,
    Ended,
    NotPaused,
    PausedAlready,
    BeingPaused,
    BeingKilled
};

// Why the person cannot do it with the job now; nothing when it is possible.
std::optional<ActionRefusal> refusalOf(JobAction action, const model::Account &account,
                                       const model::JobSummary &job);

// Whether a job in this state can take the action: pause from queued, scheduling, running; resume
// from paused; kill from any state that is not terminal nor killing; priority until it is terminal.
bool isPossible(JobAction action, model::JobState state);

bool maySeeAll(const model::Account &account); // all users' jobs
// Owners and those who may view all users' jobs.
bool maySee(const model::Account &account, const model::JobSummary &job);

// Owners and those who may manage all users' jobs.
bool mayManage(const model::Account &account, const model::JobSummary &job);

// Whether a new job may take the password of this one's private registry: the owner's, until it ends.
bool mayTakePassword(const model::Account &account, const model::JobSummary &job);

// Members of the VC: it is one of the account's.
bool mayUse(const model::Account &account, const model::VcName &vc);

} // namespace rules
