// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/routes/routes.h"

#include "backend/routes/accountroutes.h"
#include "backend/routes/clusterroutes.h"
#include "backend/routes/endpointroutes.h"
#include "backend/routes/jobroutes.h"
#include "backend/routes/noderoutes.h"
#include "backend/routes/peopleroutes.h"
#include "backend/routes/signinroutes.h"
#include "backend/routes/supportroutes.h"
#include "backend/routes/templateroutes.h"
#include "backend/routes/vcroutes.h"

namespace routes {

void addAll(http::Router &router, const Services &services)
{
    addSignInRoutes(router, services);
    addAccountRoutes(router, services);
    addClusterRoutes(router, services);
    addNodeRoutes(router, services);
    addJobRoutes(router, services);
    addTemplateRoutes(router, services);
    addSupportRoutes(router, services);
    addEndpointRoutes(router, services);
    addPeopleRoutes(router, services);
    addVcRoutes(router, services);
}

} // namespace routes
