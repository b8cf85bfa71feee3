// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/ids.h"

struct Call;

// The job that a person names by its id, or by the beginning of it as long as only one job has it.
Result<model::JobId> findJob(const Call &call, const QString &text);
