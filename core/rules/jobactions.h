// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/account.h"
#include "core/model/job.h"

// What may be done with a job, by its state and by the person's rights: the same answer greys out a
// button and refuses a request.
namespace rules {

enum class JobAction { Pause, Resume, Kill, ChangePriority };

// Whether a job in this state can take the action: pause from queued, scheduling, running; resume
// from paused; kill from any state that is not terminal nor killing; priority until it is terminal.
bool isPossible(JobAction action, model::JobState state);

// Owners and those who may view all users' jobs.
bool maySee(const model::Account &account, const model::JobSummary &job);

// Owners and those who may manage all users' jobs.
bool mayManage(const model::Account &account, const model::JobSummary &job);

// Members of the VC: it is one of the account's.
bool mayUse(const model::Account &account, const model::VcName &vc);

} // namespace rules
