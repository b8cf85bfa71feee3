// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/scheduling/poolname.h"
#include "backend/scheduling/snapshot.h"

#include <QHash>

#include <vector>

namespace scheduling {

// What a VC has of one device type and what is held of it.
struct Pool
{
    int total = 0; // DeviceNumber
    int usable = 0; // less the VC's share of devices that take no work
    int mostPerUser = 0; // MaxAvailable
    int held = 0; // by all jobs, preemptible ones too
    int firm = 0; // held by or promised to jobs that are not preemptible
    int owed = 0; // promised to jobs that others make room for, beyond what those give up

    // May be below 0: when devices fall out of work, and when a quota is cut.
    int left() const { return usable - held - owed; }
    int leftForFirm() const { return usable - firm; } // were no preemptible job there
};

// The VCs' devices as numbers. Pools are known by a small index, looked up once for each job.
class Quotas
{
public:
    explicit Quotas(const Snapshot &snapshot);

    // A VC without this type has a pool of nothing.
    int poolOf(const model::VcName &vc, const std::optional<model::DeviceType> &type);
    const Pool &pool(int index) const { return m_pools[size_t(index)]; }
    int pools() const { return int(m_pools.size()); }

    // What the person may still hold, jobs that are not preemptible counted.
    int freeOfUser(int pool, model::UserId user) const;

    void take(int pool, model::UserId user, int devices, bool preemptible);

    // For a job that is not preemptible and starts when others have given up `gain` devices.
    void promise(int pool, model::UserId user, int devices, int gain);

private:
    void shareUnschedulable(const Snapshot &snapshot);

    std::vector<Pool> m_pools;
    QHash<PoolName, int> m_names;
    QHash<quint64, int> m_users; // pool and user: devices held by jobs that are not preemptible
};

} // namespace scheduling
