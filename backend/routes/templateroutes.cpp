// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/routes/templateroutes.h"

#include "backend/http/router.h"
#include "backend/routes/callerof.h"
#include "backend/routes/routes.h"
#include "backend/services/templateservice.h"
#include "core/api/templates.h"

namespace routes {

using http::Call;

void addTemplateRoutes(http::Router &router, const Services &services)
{
    auto &templates = services.templates;
    router.on(api::listTemplates,
              [&templates](const Call &call, const model::TemplateQuery &query) {
                  return templates.list(call.account, query);
              });
    router.on(api::saveTemplate, [&templates](const Call &call, const model::SaveTemplate &wish) {
        return templates.save(callerOf(call), wish);
    });
    router.on(api::deleteTemplate,
              [&templates](const Call &call, const model::DeleteTemplate &wish) {
                  return templates.remove(callerOf(call), wish);
              });
}

} // namespace routes
