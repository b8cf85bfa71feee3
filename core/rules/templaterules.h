// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/account.h"
#include "core/model/jobtemplate.h"
#include "core/rules/jobrules.h"

// The rules of templates, once for the dialogs, the command line and the server.
namespace rules {

constexpr int kMostTemplates = 200; // of one person, and of one team

// Every broken rule. The specification may lack what a job needs, but what it says keeps its
// bounds; the limits are those of its VC. Fields are paths in the specification, "key.name" is the
// template's own name.
QList<JobViolation> check(const model::SaveTemplate &wish, const JobLimits &limits);

// Whether the person, who may use it, may overwrite and delete it: a user's own; a team's its
// author and those who manage VCs.
bool mayChange(const model::Account &account, const model::JobTemplate &existing);

} // namespace rules
