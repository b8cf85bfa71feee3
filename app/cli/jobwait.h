// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/model/job.h"

struct Call;

// Prints the job's changes of state beside the output and its log as the output until it is over;
// then gives the whole job. Survives a server that is away for a while.
Result<model::Job> waitForJob(const Call &call, const model::Job &job);
