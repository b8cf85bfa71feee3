// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/endpoint.h"
#include "core/model/jobendpoint.h"
#include "core/model/page.h"
#include "core/model/storagemount.h"
#include "core/model/supportrequest.h"

// What belongs to a job beside its life: ways into it, its directories, help with it.
namespace api {

using namespace Qt::Literals::StringLiterals;
using model::Nothing;

// Everybody who may see the job sees which endpoints it has; addresses only for its owner and for
// those who manage other people's jobs.
inline constexpr Endpoint<Nothing, model::Items<model::JobEndpoint>> listEndpoints{
    Verb::Get, "/api/v1/jobs/{id}/endpoints"_L1, Access::signedIn(), "Ways into a job"_L1};

// Idempotent; a failed one is tried again. Answers all of the job's endpoints.
inline constexpr Endpoint<Nothing, model::Items<model::JobEndpoint>> openEndpoint{
    Verb::Put, "/api/v1/jobs/{id}/endpoints/{name}"_L1, Access::signedIn(),
    "Switch an endpoint of a job on"_L1};

inline constexpr Endpoint<Nothing, model::Items<model::JobEndpoint>> closeEndpoint{
    Verb::Delete, "/api/v1/jobs/{id}/endpoints/{name}"_L1, Access::signedIn(),
    "Switch an endpoint of a job off"_L1};

// The person's directories, and the pattern of a new job's.
inline constexpr Endpoint<Nothing, model::Items<model::StorageMount>> listStorage{
    Verb::Get, "/api/v1/storage"_L1, Access::signedIn(), "The directories that jobs see"_L1};

// The directories of this job, without the room on their disks.
inline constexpr Endpoint<Nothing, model::Items<model::StorageMount>> jobStorage{
    Verb::Get, "/api/v1/jobs/{id}/storage"_L1, Access::signedIn(), "The directories of a job"_L1};

// Mails the operators what they need to know of the job, with these words, in the person's name.
// Conflict where Cluster::sendsSupport is not set.
inline constexpr Endpoint<model::SupportRequest, Nothing> askSupport{
    Verb::Post, "/api/v1/jobs/{id}/support"_L1, Access::signedIn(),
    "Ask the operators about a job"_L1};

} // namespace api
