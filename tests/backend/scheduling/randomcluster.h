// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/scheduling/plan.h"

#include <random>

// A cluster with nodes, quotas, running and queued jobs that may be any, the same for a seed. What
// runs was placed by plans, so it never contradicts the rules to begin with.
scheduling::Snapshot randomCluster(unsigned seed);

// The snapshot after the plan's starts have happened.
scheduling::Snapshot applied(scheduling::Snapshot snapshot, const scheduling::Plan &plan);

// The same with every list in another order.
scheduling::Snapshot shuffled(scheduling::Snapshot snapshot, unsigned seed);
