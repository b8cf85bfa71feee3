// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/jobservice.h"
#include "backend/storage/endpointstore.h"

namespace services {

// Ways into jobs. Everybody who may see a job sees which it has; where they are, what is said with
// a failure, and tokens are for its owner and for those who manage other people's jobs.
class EndpointService : public QObject
{
    Q_OBJECT

public:
    // All of them outlive the service.
    struct Sources
    {
        const JobService &visible;
        const storage::JobStore &jobs;
        storage::EndpointStore &endpoints;
        const storage::SecretBox &secrets;
    };
    EndpointService(const Sources &sources, const Clock &clock);

    using Items = model::Items<model::JobEndpoint>;
    Result<Items> list(const model::Account &account, const QString &id) const;

    // Idempotent; a failed endpoint is tried again. InvalidInput names name; Conflict when the job
    // has ended or has too many. The answer is all of the job's endpoints.
    QFuture<Result<Items>> open(const Caller &caller, const QString &id, const QString &name);
    QFuture<Result<Items>> close(const Caller &caller, const QString &id, const QString &name);

private:
    using Switch = storage::EndpointStore::Switch;
    QFuture<Result<Items>> turn(Switch position, const Caller &caller, const QString &id,
                                const QString &name);
    Result<bool> check(Switch position, const model::Account &account, const model::Job &job,
                       const QList<model::JobEndpoint> &endpoints, const QString &name) const;
    QList<model::JobEndpoint> shown(const model::Account &account, const model::Job &job,
                                    const storage::EndpointStore::Endpoints &stored) const;
    QString urlOf(const model::Job &job, const storage::StoredEndpoint &endpoint) const;

    const Sources m_with;
    const Clock &m_clock;
};

} // namespace services
