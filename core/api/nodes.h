// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/endpoint.h"
#include "core/model/node.h"
#include "core/model/page.h"

// Taking nodes out of service and back. Whoever looks after people's rights looks after the nodes:
// all of it needs the permission Manager, which System Admins have.
namespace api {

using namespace Qt::Literals::StringLiterals;

// Conflict when it is cordoned already.
inline constexpr Endpoint<model::CordonRequest, model::Node> cordonNode{
    Verb::Post, "/api/v1/nodes/{name}/cordon"_L1, Access::needs(model::Permission::Manager),
    "Give a node no new work"_L1};

// Conflict when it is not cordoned.
inline constexpr Endpoint<model::CordonRequest, model::Node> uncordonNode{
    Verb::Post, "/api/v1/nodes/{name}/uncordon"_L1, Access::needs(model::Permission::Manager),
    "Give a node work again"_L1};

// Cordons it as well. May be asked for again, to put those back that were waited for.
inline constexpr Endpoint<model::DrainRequest, model::Node> drainNode{
    Verb::Post, "/api/v1/nodes/{name}/drain"_L1, Access::needs(model::Permission::Manager),
    "Empty a node: its jobs end, or go back to the queue"_L1};

inline constexpr Endpoint<model::Nothing, model::Items<model::NodeStep>> nodeHistory{
    Verb::Get, "/api/v1/nodes/{name}/history"_L1, Access::needs(model::Permission::Manager),
    "Who took a node out of service and back, newest first"_L1};

} // namespace api
