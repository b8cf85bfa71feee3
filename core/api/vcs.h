// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/endpoint.h"
#include "core/model/page.h"
#include "core/model/user.h"
#include "core/model/vc.h"

// Sharing the cluster out. The rules are those of core/rules/vcrules.h, checked in one transaction.
namespace api {

using namespace Qt::Literals::StringLiterals;

inline constexpr Endpoint<model::Nothing, model::VcShares> listVcShares{
    Verb::Get, "/api/v1/vc-shares"_L1,
    Access::needsOneOf(model::Permission::ViewVc, model::Permission::ManageVc),
    "What each virtual cluster has, who may use it, and what is left"_L1};

// Every VC, also those that the person may neither use nor view: a Manager gives each of them.
inline constexpr Endpoint<model::Nothing, model::VcNames> listVcNames{
    Verb::Get, "/api/v1/vc-names"_L1, Access::needs(model::Permission::Manager),
    "Which VCs people and groups can be given"_L1};

inline constexpr Endpoint<model::VirtualCluster, model::VcShare> createVc{
    Verb::Post, "/api/v1/vcs"_L1, Access::needs(model::Permission::ManageVc),
    "Make a virtual cluster"_L1};

// Conflict while a job of it is running, scheduling, killing or pausing.
inline constexpr Endpoint<model::VcChange, model::VcShare> changeVc{
    Verb::Put, "/api/v1/vcs/{name}"_L1, Access::needs(model::Permission::ManageVc),
    "Change the quotas of a virtual cluster"_L1};

// Conflict in the same states, for the VC the person is in, and for the last one.
inline constexpr Endpoint<model::VcDeletion, model::Nothing> deleteVc{
    Verb::Delete, "/api/v1/vcs/{name}"_L1, Access::needs(model::Permission::ManageVc),
    "Delete a virtual cluster and its jobs"_L1};

} // namespace api
