// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace http {
class Router;
}

namespace services {
class AttemptService;
class AuditService;
class ClusterService;
class EndpointService;
class EventService;
class GroupService;
class JobService;
class LogService;
class NodeService;
class ProfileService;
class RoleService;
class SignInService;
class SignUpService;
class StorageService;
class SupportService;
class TemplateService;
class UserService;
class VcService;
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
    services::TemplateService &templates;
    services::SupportService &support;
    services::EndpointService &endpoints;
    services::LogService &logs;
    services::StorageService &storage;
    services::ClusterService &cluster;
    services::NodeService &nodes;
    services::EventService &events;
    services::UserService &users;
    services::GroupService &groups;
    services::RoleService &roles;
    services::VcService &vcs;
    services::AuditService &audit;
};

// Everything of core/api/everything.h but the OpenAPI document, which needs no service.
void addAll(http::Router &router, const Services &services);

} // namespace routes
