// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/container/dockerjson.h"

namespace engines {

// The most that the engine beside this process may give to a container.
Ulimits largestUlimits();

} // namespace engines
