// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/routes/supportroutes.h"

#include "backend/http/router.h"
#include "backend/routes/routes.h"
#include "backend/services/supportservice.h"
#include "core/api/jobaccess.h"

namespace routes {

using namespace Qt::Literals::StringLiterals;
using http::Call;

void addSupportRoutes(http::Router &router, const Services &services)
{
    auto &support = services.support;
    router.on(api::askSupport, [&support](const Call &call, const model::SupportRequest &request) {
        return support.ask(call.account, call.path.value(u"id"_s), request);
    });
}

} // namespace routes
