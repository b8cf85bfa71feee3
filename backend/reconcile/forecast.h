// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/scheduling/snapshot.h"
#include "core/model/verdict.h"

namespace reconcile {

// What the next plan would do with the job if it were in the queue as well. Pure. Of those whom it
// would evict only the ids are known here.
model::Verdict forecast(const scheduling::Snapshot &snapshot, const model::Job &job);

} // namespace reconcile
