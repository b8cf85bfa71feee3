// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/chip.h"
#include "core/model/job.h"

// A job's state as a chip.
Chip chipOf(model::JobState state);
