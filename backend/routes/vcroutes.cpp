// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/routes/vcroutes.h"

#include "backend/http/router.h"
#include "backend/routes/callerof.h"
#include "backend/routes/routes.h"
#include "backend/services/vcservice.h"
#include "core/api/vcs.h"

namespace routes {

using namespace Qt::Literals::StringLiterals;
using http::Call;

void addVcRoutes(http::Router &router, const Services &services)
{
    auto &vcs = services.vcs;
    router.on(api::listVcShares, [&vcs](const Call &call, const model::Nothing &) {
        return vcs.shares(call.account);
    });
    router.on(api::listVcNames,
              [&vcs](const Call &call, const model::Nothing &) { return vcs.names(call.account); });
    router.on(api::createVc, [&vcs](const Call &call, const model::VirtualCluster &vc) {
        return vcs.create(callerOf(call), vc);
    });
    router.on(api::changeVc, [&vcs](const Call &call, const model::VcChange &change) {
        return vcs.change(callerOf(call), call.path.value(u"name"_s), change);
    });
    router.on(api::deleteVc, [&vcs](const Call &call, const model::VcDeletion &deletion) {
        return vcs.remove(callerOf(call), call.path.value(u"name"_s), deletion);
    });
}

} // namespace routes
