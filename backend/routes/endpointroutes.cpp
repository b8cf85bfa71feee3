// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/routes/endpointroutes.h"

#include "backend/http/router.h"
#include "backend/routes/callerof.h"
#include "backend/routes/routes.h"
#include "backend/services/endpointservice.h"
#include "core/api/jobaccess.h"

namespace routes {

using namespace Qt::Literals::StringLiterals;
using http::Call;
using model::Nothing;

void addEndpointRoutes(http::Router &router, const Services &services)
{
    auto &endpoints = services.endpoints;
    router.on(api::listEndpoints, [&endpoints](const Call &call, const Nothing &) {
        return endpoints.list(call.account, call.path.value(u"id"_s));
    });
    router.on(api::openEndpoint, [&endpoints](const Call &call, const Nothing &) {
        return endpoints.open(callerOf(call), call.path.value(u"id"_s), call.path.value(u"name"_s));
    });
    router.on(api::closeEndpoint, [&endpoints](const Call &call, const Nothing &) {
        return endpoints.close(callerOf(call), call.path.value(u"id"_s),
                               call.path.value(u"name"_s));
    });
}

} // namespace routes
