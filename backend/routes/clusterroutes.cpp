// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/routes/clusterroutes.h"

#include "backend/http/router.h"
#include "backend/routes/routes.h"
#include "backend/services/clusterservice.h"
#include "backend/services/eventservice.h"
#include "core/api/cluster.h"

namespace routes {

using http::Call;
using model::Nothing;

namespace {

constexpr int kNoLongerAllowed = 1008; // RFC 6455

} // namespace

void addClusterRoutes(http::Router &router, const Services &services)
{
    auto &cluster = services.cluster;
    auto &events = services.events;
    router.on(api::getCluster, [&cluster](const Call &, const Nothing &) {
        return Result<model::Cluster>(cluster.cluster());
    });
    router.on(api::listNodes, [&cluster](const Call &call, const Nothing &) {
        return cluster.nodes(call.account);
    });
    router.on(api::listVcs,
              [&cluster](const Call &call, const Nothing &) { return cluster.vcs(call.account); });
    router.on(api::events,
              [&events](const Call &call, const model::EventQuery &query, http::StreamSink *sink) {
                  return events.subscribe(
                      query, {.owner = sink,
                              .tokenHash = services::SignInService::hashOf(call.token),
                              .send = [sink](const model::Event &event) { sink->send(event); },
                              .end = [sink] { sink->close(kNoLongerAllowed); }});
              });
}

} // namespace routes
