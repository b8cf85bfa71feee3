// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/scheduling/poolname.h"
#include "backend/scheduling/snapshot.h"

#include <QHash>
#include <QSet>

#include <array>

namespace scheduling {

// For whom it is worth planning when devices have been given up: quickly answered, and from above.
class Prospects
{
public:
    explicit Prospects(const Snapshot &snapshot);

    // False for a job that can neither start nor evict anybody, whatever is kept for whom: no plan
    // need look at it when nothing has changed in its own VC and device type.
    bool mayServe(const PoolName &pool, int tasks, int devices, bool preemptible) const;

private:
    // By a number of devices: nodes that have as many free.
    using Counts = std::array<int, kMostDevicesPerNode + 1>;

    QHash<model::DeviceType, Counts> m_nodesWith;
    QHash<PoolName, int> m_left; // the quota, less what is held
    QSet<PoolName> m_evictable; // preemptible jobs run there that do not leave yet
};

} // namespace scheduling
