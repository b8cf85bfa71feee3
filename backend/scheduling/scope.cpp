// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/scheduling/scope.h"

#include <algorithm>

namespace scheduling {

namespace {

// Devices that the job gets there.
DeviceMask maskOn(const Start &start, const model::NodeName &node)
{
    DeviceMask mask = 0;
    for (const model::TaskPlacement &task : start.placement) {
        for (const int index : task.node == node ? task.devices : QList<int>())
            mask |= deviceBit(index);
    }
    return mask;
}

} // namespace

bool isUndone(const QList<Reservation> &before, const Plan &plan)
{
    const auto isKept = [&](const Reservation &reservation) {
        return plan.reservations.contains(reservation)
               || std::any_of(plan.start.begin(), plan.start.end(), [&](const Start &start) {
                      return start.job == reservation.job
                             && std::all_of(reservation.devices.begin(), reservation.devices.end(),
                                            [&](const Holding &kept) {
                                                return maskOn(start, kept.node) == kept.devices;
                                            });
                  });
    };
    return !std::all_of(before.begin(), before.end(), isKept);
}

QSet<model::JobId> namedIn(const QList<Reservation> &reservations, const QList<RunningJob> &running)
{
    QSet<model::JobId> named;
    for (const Reservation &reservation : reservations)
        named.insert(reservation.job);
    for (const RunningJob &job : running) {
        if (job.leavesFor)
            named.insert(*job.leavesFor);
    }
    return named;
}

} // namespace scheduling
