// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/scheduling/plan.h"
#include "core/model/verdict.h"

namespace scheduling {

// What becomes of a job in a plan.
struct Verdict
{
    // Waits: as number `position` of its VC and device type. Never: unless the cluster or the quotas
    // change.
    model::Outlook outlook = model::Outlook::Waits;
    QList<model::TaskPlacement> placement = {};
    QList<model::JobId> victims = {};
    std::optional<model::Reason> reason = {}; // absent when it starts
    int position = 0;

    bool operator==(const Verdict &) const = default;
};

// Of a job that was queued when the plan was made.
Verdict verdictOn(const QueuedJob &job, const Plan &plan);

// What would become of one more job: it is the plan itself that is asked.
Verdict dryRun(const Snapshot &snapshot, const QueuedJob &job);

} // namespace scheduling
