// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/scheduling/verdict.h"

#include "backend/scheduling/placement.h"

namespace scheduling {

Verdict verdictOn(const QueuedJob &job, const Plan &plan)
{
    Verdict verdict;
    for (const Start &start : plan.start) {
        if (start.job == job.id)
            return {.outlook = model::Outlook::Starts, .placement = start.placement};
    }
    for (const Eviction &eviction : plan.evict) {
        if (eviction.inFavourOf == job.id)
            verdict.victims.append(eviction.victim);
    }
    for (const Waiting &waiting : plan.waiting) {
        if (waiting.job == job.id) {
            verdict.reason = waiting.reason;
            verdict.position = waiting.position;
        }
    }
    if (!verdict.victims.isEmpty()) {
        verdict.outlook = model::Outlook::StartsAfterEviction;
        for (const Reservation &reservation : plan.reservations) {
            if (reservation.job == job.id)
                verdict.placement = placementOf(job.kind, reservation.devices);
        }
    } else if (verdict.reason && model::isForEver(verdict.reason->code)) {
        verdict.outlook = model::Outlook::Never;
    }
    return verdict;
}

Verdict dryRun(const Snapshot &snapshot, const QueuedJob &job)
{
    Snapshot with = snapshot;
    with.queue.append(job);
    return verdictOn(job, plan(with));
}

} // namespace scheduling
