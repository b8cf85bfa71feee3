// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/reconcile/forecast.h"

#include "backend/reconcile/snapshot.h"
#include "backend/scheduling/plan.h"

#include <algorithm>

namespace reconcile {

model::Verdict forecast(scheduling::Snapshot snapshot, const model::Job &job)
{
    snapshot.queue.append(queuedOf(job));
    const scheduling::Plan plan = scheduling::plan(snapshot);
    const auto isOurs = [&](const auto &entry) { return entry.job == job.id; };
    model::Verdict verdict;
    if (const auto it = std::find_if(plan.start.begin(), plan.start.end(), isOurs);
        it != plan.start.end()) {
        verdict.outlook = model::Outlook::Starts;
        verdict.placement = it->placement;
        return verdict;
    }
    const auto it = std::find_if(plan.waiting.begin(), plan.waiting.end(), isOurs);
    Q_ASSERT(it != plan.waiting.end());
    verdict.reason = it->reason;
    if (model::isForEver(it->reason.code))
        verdict.outlook = model::Outlook::Never;
    else
        verdict.position = it->position;
    return verdict;
}

} // namespace reconcile
