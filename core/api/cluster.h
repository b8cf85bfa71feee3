// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/endpoint.h"
#include "core/model/cluster.h"
#include "core/model/event.h"
#include "core/model/node.h"
#include "core/model/page.h"
#include "core/model/vc.h"

namespace api {

using namespace Qt::Literals::StringLiterals;

inline constexpr Endpoint<model::Nothing, model::Cluster> getCluster{
    Verb::Get, "/api/v1/cluster"_L1, Access::signedIn(), "The cluster's facts"_L1};

inline constexpr Endpoint<model::Nothing, model::Items<model::Node>> listNodes{
    Verb::Get, "/api/v1/nodes"_L1, Access::needs(model::Permission::ViewClusterStatus),
    "Nodes, their devices and who holds them"_L1};

// The VCs the person may use; every VC for those who may view VCs.
inline constexpr Endpoint<model::Nothing, model::Items<model::VcStatus>> listVcs{
    Verb::Get, "/api/v1/vcs"_L1, Access::signedIn(), "Virtual clusters and their use"_L1};

// Everything that changes and that the person may see.
inline constexpr Stream<model::EventQuery, model::Event> events{
    "/api/v1/events"_L1, Access::signedIn(), "Changes as they happen"_L1};

inline constexpr Endpoint<model::Nothing, QJsonObject> openApi{
    Verb::Get, "/api/v1/openapi.json"_L1, Access::everybody(), "This document"_L1};

} // namespace api
