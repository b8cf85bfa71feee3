// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/routes/jobroutes.h"

#include "backend/http/router.h"
#include "backend/routes/callerof.h"
#include "backend/routes/routes.h"
#include "backend/services/jobservice.h"
#include "backend/services/logservice.h"
#include "backend/services/signinservice.h"
#include "backend/services/storageservice.h"
#include "core/api/jobaccess.h"
#include "core/api/jobs.h"

namespace routes {

using namespace Qt::Literals::StringLiterals;
using http::Call;
using model::Nothing;

namespace {

QString idOf(const Call &call)
{
    return call.path.value(u"id"_s);
}

void addActions(http::Router &router, services::JobService &jobs)
{
    router.on(api::pauseJob, [&jobs](const Call &call, const Nothing &) {
        return jobs.pause(callerOf(call), idOf(call));
    });
    router.on(api::resumeJob, [&jobs](const Call &call, const Nothing &) {
        return jobs.resume(callerOf(call), idOf(call));
    });
    router.on(api::killJob, [&jobs](const Call &call, const Nothing &) {
        return jobs.kill(callerOf(call), idOf(call));
    });
    router.on(api::setJobPriority, [&jobs](const Call &call, const model::PriorityChange &change) {
        return jobs.setPriority(callerOf(call), idOf(call), change.priority);
    });
}

constexpr int kNoLongerAllowed = 1008; // RFC 6455

// Closes a log as soon as its reader is signed out or may no longer see the job.
void closeInTime(http::StreamSink *sink, const Call &call, const Services &services)
{
    auto &signIn = services.signIn;
    auto &jobs = services.jobs;
    const QString own = services::SignInService::hashOf(call.token);
    QObject::connect(&signIn, &services::SignInService::sessionEnded, sink,
                     [sink, own](const QString &ended) {
                         if (ended == own)
                             sink->close(kNoLongerAllowed);
                     });
    QObject::connect(&signIn, &services::SignInService::accountChanged, sink,
                     [&signIn, &jobs, sink, own, id = idOf(call)] {
                         const auto account = signIn.accountOf(own);
                         if (!account || !jobs.get(*account, id))
                             sink->close(kNoLongerAllowed);
                     });
}

void addLogs(http::Router &router, const Services &services)
{
    auto &logs = services.logs;
    router.on(api::jobLog, [&logs](const Call &call, const model::LogQuery &query) {
        return logs.log(call.account, idOf(call), query);
    });
    router.on(api::followLog,
              [services](const Call &call, const model::LogQuery &query, http::StreamSink *sink) {
                  closeInTime(sink, call, services);
                  return services.logs.follow(call.account, idOf(call), query, sink,
                                              [sink](const model::LogChunk &chunk) {
                                                  sink->send(chunk);
                                                  if (chunk.ended)
                                                      sink->close();
                                              });
              });
}

void addStorage(http::Router &router, services::StorageService &storage)
{
    router.on(api::listStorage,
              [&storage](const Call &call, const Nothing &) { return storage.mine(call.account); });
    router.on(api::jobStorage, [&storage](const Call &call, const Nothing &) {
        return storage.ofJob(call.account, idOf(call));
    });
}

} // namespace

void addJobRoutes(http::Router &router, const Services &services)
{
    auto &jobs = services.jobs;
    router.on(api::listJobs, [&jobs](const Call &call, const model::JobQuery &query) {
        return jobs.list(call.account, query);
    });
    router.on(api::submitJob, [&jobs](const Call &call, const model::JobSpec &spec) {
        return jobs.submit(callerOf(call), spec, call.idempotencyKey);
    });
    router.on(api::dryRunJob, [&jobs](const Call &call, const model::JobSpec &spec) {
        return jobs.dryRun(call.account, spec);
    });
    router.on(api::getJob, [&jobs](const Call &call, const Nothing &) {
        return jobs.get(call.account, idOf(call));
    });
    router.on(api::jobTimeline, [&jobs](const Call &call, const Nothing &) {
        return jobs.timeline(call.account, idOf(call));
    });
    addActions(router, jobs);
    addLogs(router, services);
    addStorage(router, services.storage);
}

} // namespace routes
