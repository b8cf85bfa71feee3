// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/auditservice.h"
#include "backend/services/groupservice.h"
#include "backend/services/roleservice.h"
#include "backend/services/userservice.h"
#include "backend/services/vcservice.h"

namespace services {

// What administrators work with, put together. What it is made of outlives it; jobs live in the
// time of `jobClock`.
struct PeopleServices
{
    PeopleServices(const VcService::Sources &sources, const Clock &clock, const Clock &jobClock)
        : desk(sources.people, clock)
        , users(desk)
        , groups(desk)
        , roles(desk)
        , vcs(sources, jobClock)
        , audit(sources.people.audit())
    { }

    PeopleDesk desk;
    UserService users;
    GroupService groups;
    RoleService roles;
    VcService vcs;
    AuditService audit;
};

} // namespace services
