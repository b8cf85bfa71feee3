// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/scheduling/queue.h"

#include <random>

// A cluster with nodes, quotas, running and queued jobs that may be any, the same for a seed. What
// runs was placed by plans, so it never contradicts the rules to begin with; some of it may be
// leaving, and devices may be kept. `size` is about how many nodes there are.
scheduling::Snapshot randomCluster(unsigned seed, int size = 12);

// One more job for it.
scheduling::QueuedJob randomJob(unsigned seed);

// The snapshot after the plan has been carried out: what starts runs, who is evicted leaves.
scheduling::Snapshot applied(scheduling::Snapshot snapshot, const scheduling::Plan &plan);

// The job's containers are gone: it has ended, or waits behind the job that it made room for.
scheduling::Snapshot gone(scheduling::Snapshot snapshot, const model::JobId &job);

// The same with every list in another order.
scheduling::Snapshot shuffled(scheduling::Snapshot snapshot, unsigned seed);

// The same with several of each queued job: later ones, and of another priority.
scheduling::Snapshot manifold(scheduling::Snapshot snapshot);

// The snapshot after all has been started that can be.
scheduling::Snapshot settled(scheduling::Snapshot snapshot);

scheduling::Queue queueOf(const scheduling::Snapshot &snapshot);

// The snapshot with that of its queue which a plan of this scope looks at.
scheduling::Snapshot reduced(scheduling::Snapshot snapshot, const scheduling::Queue &queue,
                             const scheduling::Scope &scope);
