// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/routes/noderoutes.h"

#include "backend/http/router.h"
#include "backend/routes/callerof.h"
#include "backend/routes/routes.h"
#include "backend/services/nodeservice.h"
#include "core/api/nodes.h"

namespace routes {

using namespace Qt::Literals::StringLiterals;
using http::Call;

namespace {

QString nameOf(const Call &call)
{
    return call.path.value(u"name"_s);
}

} // namespace

void addNodeRoutes(http::Router &router, const Services &services)
{
    auto &nodes = services.nodes;
    router.on(api::cordonNode, [&nodes](const Call &call, const model::CordonRequest &request) {
        return nodes.cordon(callerOf(call), nameOf(call), request);
    });
    router.on(api::uncordonNode, [&nodes](const Call &call, const model::CordonRequest &request) {
        return nodes.uncordon(callerOf(call), nameOf(call), request);
    });
    router.on(api::drainNode, [&nodes](const Call &call, const model::DrainRequest &request) {
        return nodes.drain(callerOf(call), nameOf(call), request);
    });
    router.on(api::nodeHistory, [&nodes](const Call &call, const model::Nothing &) {
        return nodes.history(call.account, nameOf(call));
    });
}

} // namespace routes
