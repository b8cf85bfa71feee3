// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/endpoint.h"
#include "core/model/job.h"
#include "core/model/jobquery.h"
#include "core/model/log.h"
#include "core/model/page.h"
#include "core/model/timeline.h"
#include "core/model/verdict.h"

namespace api {

using namespace Qt::Literals::StringLiterals;
using model::Nothing;

// Lists the person's own jobs, or everybody's for those who may see them.
inline constexpr Endpoint<model::JobQuery, model::Page<model::JobSummary>> listJobs{
    Verb::Get, "/api/v1/jobs"_L1, Access::signedIn(), "List jobs"_L1};

// Needs the header Idempotency-Key: the same key from the same person answers with the same job.
inline constexpr Endpoint<model::JobSpec, model::Job> submitJob{
    Verb::Post, "/api/v1/jobs"_L1, Access::needs(model::Permission::SubmitTrainingJob),
    "Submit a job"_L1};

// What would become of the job if it were submitted now; stores nothing. Checked like a submit.
inline constexpr Endpoint<model::JobSpec, model::Verdict> dryRunJob{
    Verb::Post, "/api/v1/dry-run"_L1, Access::needs(model::Permission::SubmitTrainingJob),
    "Say what a job would wait for"_L1};

inline constexpr Endpoint<Nothing, model::Job> getJob{Verb::Get, "/api/v1/jobs/{id}"_L1,
                                                      Access::signedIn(), "A whole job"_L1};

inline constexpr Endpoint<Nothing, model::Items<model::TimelineEntry>> jobTimeline{
    Verb::Get, "/api/v1/jobs/{id}/timeline"_L1, Access::signedIn(), "The steps of a job's life"_L1};

inline constexpr Endpoint<model::LogQuery, model::Items<model::LogLine>> jobLog{
    Verb::Get, "/api/v1/jobs/{id}/log"_L1, Access::signedIn(),
    "The newest lines of a job's log"_L1};

// Begins with the newest lines as jobLog gives them, goes on as they are written.
inline constexpr Stream<model::LogQuery, model::LogChunk> followLog{
    "/api/v1/jobs/{id}/log/stream"_L1, Access::signedIn(), "A job's log as it is written"_L1};

inline constexpr Endpoint<Nothing, model::Job> pauseJob{Verb::Post, "/api/v1/jobs/{id}/pause"_L1,
                                                        Access::signedIn(), "Pause a job"_L1};

inline constexpr Endpoint<Nothing, model::Job> resumeJob{
    Verb::Post, "/api/v1/jobs/{id}/resume"_L1, Access::signedIn(), "Resume a paused job"_L1};

inline constexpr Endpoint<Nothing, model::Job> killJob{Verb::Post, "/api/v1/jobs/{id}/kill"_L1,
                                                       Access::signedIn(), "Kill a job"_L1};

inline constexpr Endpoint<model::PriorityChange, model::Job> setJobPriority{
    Verb::Put, "/api/v1/jobs/{id}/priority"_L1, Access::signedIn(), "Change a job's priority"_L1};

} // namespace api
