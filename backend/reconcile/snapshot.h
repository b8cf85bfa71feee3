// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/scheduling/snapshot.h"
#include "core/model/cluster.h"
#include "core/model/job.h"
#include "core/model/node.h"
#include "core/model/vc.h"

namespace reconcile {

// What the planner looks at, from what is stored and reported: all but the jobs.
scheduling::Snapshot makeSnapshot(const QList<model::Node> &nodes,
                                  const QList<model::VirtualCluster> &vcs,
                                  const QList<model::DeviceTypeInfo> &deviceTypes);

scheduling::QueuedJob queuedOf(const model::Job &job);
scheduling::RunningJob runningOf(const model::Job &job); // that holds devices

} // namespace reconcile
