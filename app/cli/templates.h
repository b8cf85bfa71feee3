// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/jobtemplate.h"

struct Call;

// The template of this name that one may use in the VC, and of the scope that --scope names; without
// one the user's own comes first. NotFound names the template.
Result<model::JobTemplate> findTemplate(const Call &call, const QString &name,
                                        const model::VcName &vc);
