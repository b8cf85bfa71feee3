// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/endpoint.h"
#include "core/model/jobtemplate.h"
#include "core/model/page.h"

namespace api {

using namespace Qt::Literals::StringLiterals;
using model::Nothing;

// By name, a user's before a team's of the same name.
inline constexpr Endpoint<model::TemplateQuery, model::Items<model::JobTemplate>> listTemplates{
    Verb::Get, "/api/v1/templates"_L1, Access::needs(model::Permission::SubmitTrainingJob),
    "Templates that one may use in a VC"_L1};

inline constexpr Endpoint<model::SaveTemplate, model::JobTemplate> saveTemplate{
    Verb::Put, "/api/v1/templates"_L1, Access::needs(model::Permission::SubmitTrainingJob),
    "Keep a specification as a template"_L1};

inline constexpr Endpoint<model::DeleteTemplate, Nothing> deleteTemplate{
    Verb::Delete, "/api/v1/templates"_L1, Access::needs(model::Permission::SubmitTrainingJob),
    "Delete a template"_L1};

} // namespace api
