// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/scheduling/snapshot.h"

#include <vector>

namespace scheduling {

// The queue's jobs, as indices, in the order in which they are served: not preemptible first, then
// those that lost a node, larger priority, earlier submit time, smaller id. The order inside a VC
// and device type is the same one.
std::vector<qsizetype> order(const QList<QueuedJob> &queue);

} // namespace scheduling
