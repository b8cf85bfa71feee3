// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/engine.h"
#include "backend/services/jobservice.h"
#include "backend/storage/logarchive.h"
#include "core/model/log.h"

namespace services {

class LogFollow;

// What a job's tasks write: earlier attempts from the archive, the current one from the engine.
class LogService : public QObject
{
    Q_OBJECT

public:
    LogService(const JobService &service, storage::JobStore &jobs,
               const storage::LogArchive &archive, engines::ContainerEngine &engine);

    // The newest lines of all attempts together, oldest first, or those before them as the query
    // says; no more than kMaxTail lines back from the newest.
    QFuture<Result<model::Items<model::LogLine>>>
    log(const model::Account &account, const QString &id, const model::LogQuery &query);

    // The same lines, then what is written, until the job is over; `sink` is called from the event
    // loop. It lives until the owner or this service goes.
    using Sink = std::function<void(const model::LogChunk &chunk)>;
    Result<> follow(const model::Account &account, const QString &id, const model::LogQuery &query,
                    QObject *owner, const Sink &sink);

    // For the follower: the newest lines of one attempt, from wherever they are.
    QFuture<Result<QList<model::LogLine>>> attempt(const model::Job &job, int attempt,
                                                   const model::LogQuery &query);
    Result<QList<model::LogLine>> earlier(const model::Job &job,
                                          const model::LogQuery &query) const;
    storage::JobStore &jobs() const { return m_jobs; }
    engines::ContainerEngine &engine() const { return m_engine; }

private:
    static Result<> check(const model::LogQuery &query);
    QFuture<Result<model::Items<model::LogLine>>> newest(const model::Job &job,
                                                         const model::LogQuery &query);

    const JobService &m_service;
    storage::JobStore &m_jobs;
    const storage::LogArchive &m_archive;
    engines::ContainerEngine &m_engine;
};

} // namespace services
