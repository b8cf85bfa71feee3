// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/people/userjobs.h"

#include "app/api/livestore.h"
#include "app/people/readall.h"
#include "core/api/jobs.h"
#include "core/rules/jobactions.h"

bool maySeeJobs(const LiveStore &store)
{
    return rules::maySeeAll(store.account());
}

void readActiveJobs(LiveStore &store, const model::UserId &user, QObject *receiver,
                    const std::function<void(const Result<QList<model::JobSummary>> &)> &slot)
{
    if (!maySeeJobs(store))
        return slot(Error{ErrorCode::Forbidden, {}, {}});
    model::JobQuery query;
    query.scope = model::JobScope::All;
    for (const auto &[state, name] : json::EnumNames<model::JobState>::table) {
        if (!model::isTerminal(state))
            query.states << state;
    }
    readAll<model::JobQuery, model::JobSummary>(
        store.api(), api::listJobs, query, receiver,
        [slot, user](const Result<QList<model::JobSummary>> &jobs) {
            if (!jobs)
                return slot(jobs.error());
            QList<model::JobSummary> own = *jobs;
            own.removeIf([&](const model::JobSummary &job) { return job.owner != user; });
            slot(own);
        });
}
