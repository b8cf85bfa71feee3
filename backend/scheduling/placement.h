// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/scheduling/snapshot.h"
#include "core/model/job.h"

namespace scheduling {

// The tasks of a job on these devices, one entry for each task that has some.
QList<model::TaskPlacement> placementOf(model::JobKind kind, const QList<Holding> &devices);

} // namespace scheduling
