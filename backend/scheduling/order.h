// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/scheduling/snapshot.h"

#include <compare>
#include <utility>
#include <vector>

namespace scheduling {

// Where a job stands in the order: the smaller is served first.
struct Rank
{
    qint64 precedence = 0; // preemptible, not stranded, the priority turned round
    qint64 submittedAt = 0;
    std::pair<quint64, quint64> id;

    model::JobId job() const;
    int priority() const;
    friend auto operator<=>(const Rank &, const Rank &) = default;
};

Rank rankOf(const QueuedJob &job);

// The queue's jobs, as indices, in the order in which they are served: not preemptible first, then
// those that lost a node, larger priority, earlier submit time, smaller id. The order inside a VC
// and device type is the same one.
std::vector<qsizetype> order(const QList<QueuedJob> &queue);

} // namespace scheduling
