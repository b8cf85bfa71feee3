// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/theme/chip.h"
#include "core/model/jobendpoint.h"

// The state of a way into a job as a chip.
Chip chipOf(model::EndpointState state);
