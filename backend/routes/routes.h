// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace http {
class Router;
}

namespace services {
class AttemptService;
class ClusterService;
class EventService;
class JobService;
class LogService;
class NodeService;
class ProfileService;
class SignInService;
class SignUpService;
} // namespace services

namespace routes {

// All of them outlive the router.
struct Services
{
    services::SignInService &signIn;
    services::SignUpService &signUp;
    services::AttemptService &attempts;
    services::ProfileService &profiles;
    services::JobService &jobs;
    services::LogService &logs;
    services::ClusterService &cluster;
    services::NodeService &nodes;
    services::EventService &events;
};

// Everything of core/api/everything.h but the OpenAPI document, which needs no service.
void addAll(http::Router &router, const Services &services);

} // namespace routes
