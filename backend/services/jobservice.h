// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/caller.h"
#include "backend/services/clusterservice.h"
#include "backend/services/registrypasswords.h"
#include "core/base/clock.h"
#include "core/model/page.h"
#include "core/model/verdict.h"
#include "core/rules/jobactions.h"

#include <functional>

namespace services {

// What people do with jobs. A job that the person may not see answers NotFound everywhere, and the
// others do not name it.
class JobService : public QObject
{
    Q_OBJECT

public:
    JobService(storage::JobStore &jobs, const ClusterService &cluster,
               const RegistryPasswords &passwords, const Clock &clock);

    // InvalidInput names the field, or Idempotency-Key when that is missing; a VC that the person
    // may not use answers like one that does not exist. Unavailable as long as the cluster's nodes
    // are not known.
    QFuture<Result<model::Job>> submit(const Caller &caller, const model::JobSpec &spec,
                                       const QString &idempotencyKey);

    // What would become of the job; the same errors for the same fields. Unavailable as long as
    // nobody can tell.
    Result<model::Verdict> dryRun(const model::Account &account, const model::JobSpec &spec) const;

    // Who can tell; called with the job as it would be stored.
    using Forecast = std::function<Result<model::Verdict>(const model::Job &job)>;
    void setForecast(const Forecast &forecast) { m_forecast = forecast; }

    Result<model::Page<model::JobSummary>> list(const model::Account &account,
                                                const model::JobQuery &query) const;
    Result<model::Job> get(const model::Account &account, const QString &id) const;
    Result<model::Items<model::TimelineEntry>> timeline(const model::Account &account,
                                                        const QString &id) const;

    // Conflict when the job's state does not allow it, Forbidden for those who may only see it.
    QFuture<Result<model::Job>> pause(const Caller &caller, const QString &id);
    QFuture<Result<model::Job>> resume(const Caller &caller, const QString &id);
    QFuture<Result<model::Job>> kill(const Caller &caller, const QString &id);
    QFuture<Result<model::Job>> setPriority(const Caller &caller, const QString &id, int priority);

private:
    Result<> check(const model::Account &account, const model::JobSpec &spec) const;
    model::Job newJob(const model::Account &account, const model::JobSpec &spec) const;
    // Checks rights and state when the job's turn comes, then applies `edit`.
    using Edit = std::function<void(storage::JobChange &change)>;
    QFuture<Result<model::Job>> act(const Caller &caller, const QString &id,
                                    rules::JobAction action, const Edit &edit);

    storage::JobStore &m_jobs;
    const ClusterService &m_cluster;
    const RegistryPasswords &m_passwords;
    const Clock &m_clock;
    Forecast m_forecast;
};

} // namespace services
