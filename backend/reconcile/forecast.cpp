// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/reconcile/forecast.h"

#include "backend/reconcile/snapshot.h"
#include "backend/scheduling/verdict.h"

namespace reconcile {

namespace {

model::Outlook outlookOf(scheduling::Verdict::Kind kind)
{
    switch (kind) {
    case scheduling::Verdict::Kind::Starts:
        return model::Outlook::Starts;
    case scheduling::Verdict::Kind::Preempts:
        return model::Outlook::StartsAfterEviction;
    case scheduling::Verdict::Kind::Waits:
        return model::Outlook::Waits;
    case scheduling::Verdict::Kind::Never:
        return model::Outlook::Never;
    }
    Q_UNREACHABLE();
}

} // namespace

model::Verdict forecast(const scheduling::Snapshot &snapshot, const model::Job &job)
{
    const scheduling::Verdict found = scheduling::dryRun(snapshot, queuedOf(job));
    model::Verdict verdict;
    verdict.outlook = outlookOf(found.kind);
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
