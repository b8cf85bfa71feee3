// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/reconcile/forecast.h"

#include "backend/reconcile/snapshot.h"
#include "backend/scheduling/verdict.h"

namespace reconcile {

model::Verdict forecast(const scheduling::Snapshot &snapshot, const model::Job &job)
{
    const scheduling::Verdict found = scheduling::dryRun(snapshot, queuedOf(job));
    model::Verdict verdict;
    verdict.outlook = found.outlook;
    verdict.placement = found.placement;
    verdict.evictedJobs = int(found.victims.size());
    for (const model::JobId &victim : found.victims)
        verdict.evicted.append({victim, {}, {}, 0});
    if (verdict.outlook == model::Outlook::Waits || verdict.outlook == model::Outlook::Never)
        verdict.reason = found.reason;
    if (verdict.outlook == model::Outlook::Waits)
        verdict.position = found.position;
    return verdict;
}

} // namespace reconcile
