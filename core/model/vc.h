// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/codec.h"
#include "core/model/ids.h"

namespace model {

// A VC's share of one device type.
struct VcQuota
{
    DeviceType deviceType;
    int deviceNumber = 0; // the VC's devices
    int maxAvailable = 0; // the most one person may hold, ≤ deviceNumber

    bool operator==(const VcQuota &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("deviceType"_L1, &VcQuota::deviceType),
                          json::field("deviceNumber"_L1, &VcQuota::deviceNumber),
                          json::field("maxAvailable"_L1, &VcQuota::maxAvailable)};
    }
};

struct VirtualCluster
{
    VcName name;
    QList<VcQuota> quotas; // by device type

    bool operator==(const VirtualCluster &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("name"_L1, &VirtualCluster::name),
                          json::field("quotas"_L1, &VirtualCluster::quotas)};
    }
};

// A VC's share of one device type and what is held of it now, for the person who asks.
struct VcUsage
{
    DeviceType deviceType;
    int deviceNumber = 0;
    int maxAvailable = 0;
    int unschedulable = 0; // the VC's share of devices that take no work
    int used = 0; // held by non-preemptible jobs
    int preemptibleUsed = 0;
    int usedByMe = 0; // non-preemptible
    int available = 0; // min(deviceNumber − held, maxAvailable − usedByMe), never below 0

    bool operator==(const VcUsage &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("deviceType"_L1, &VcUsage::deviceType),
                          json::field("deviceNumber"_L1, &VcUsage::deviceNumber),
                          json::field("maxAvailable"_L1, &VcUsage::maxAvailable),
                          json::field("unschedulable"_L1, &VcUsage::unschedulable),
                          json::field("used"_L1, &VcUsage::used),
                          json::field("preemptibleUsed"_L1, &VcUsage::preemptibleUsed),
                          json::field("usedByMe"_L1, &VcUsage::usedByMe),
                          json::field("available"_L1, &VcUsage::available)};
    }
};

struct VcStatus
{
    VcName name;
    QList<VcUsage> usage; // by device type
    int activeJobs = 0; // running now

    bool operator==(const VcStatus &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("name"_L1, &VcStatus::name),
                          json::field("usage"_L1, &VcStatus::usage),
                          json::field("activeJobs"_L1, &VcStatus::activeJobs)};
    }
};

} // namespace model
