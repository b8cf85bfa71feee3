// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/scheduling/placement.h"

#include <bit>

namespace scheduling {

QList<model::TaskPlacement> placementOf(model::JobKind kind, const QList<Holding> &devices)
{
    const bool isRegular = kind == model::JobKind::Regular;
    QList<model::TaskPlacement> placement;
    if (!isRegular && !devices.isEmpty())
        placement.append({QStringLiteral("ps0"), devices.first().node, {}});
    for (qsizetype i = 0; i < devices.size(); ++i) {
        QList<int> indices;
        for (DeviceMask rest = devices[i].devices; rest != 0; rest &= rest - 1)
            indices.append(std::countr_zero(rest));
        placement.append({isRegular ? QStringLiteral("main") : QStringLiteral("worker%1").arg(i),
                          devices[i].node, indices});
    }
    return placement;
}

} // namespace scheduling
