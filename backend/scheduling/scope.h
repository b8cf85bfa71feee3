// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/scheduling/plan.h"

#include <QHash>
#include <QSet>

#include <optional>
#include <set>

namespace scheduling {

// What a plan looks at. Where it looks at some pools alone, nothing has changed since the latest
// plan but there, and by devices that were given up for whoever may gain by them.
struct Scope
{
    std::optional<std::set<int>> pools = {}; // absent: all
    int least = 1; // jobs of each kind
    QHash<int, int> more = {}; // by kind, where it must look deeper

    bool covers(int pool) const { return !pools || pools->contains(pool); }
    int depthOf(int kind) const { return more.value(kind, least); }
};

// Whether devices that were kept for a job before the plan are kept no longer, nor held by it.
bool isUndone(const QList<Reservation> &before, const Plan &plan);

// The jobs, queued or not, that devices are kept for or others leave for.
QSet<model::JobId> namedIn(const QList<Reservation> &reservations,
                           const QList<RunningJob> &running);

} // namespace scheduling
