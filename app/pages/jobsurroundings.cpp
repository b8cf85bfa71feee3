// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/jobsurroundings.h"

#include <algorithm>

rules::JobLimits JobSurroundings::limits() const
{
    rules::JobLimits limits{.quotas = {}, .deviceTypes = cluster.deviceTypes};
    for (const auto &usage : vc.usage)
        limits.quotas.append({usage.deviceType, usage.deviceNumber, usage.maxAvailable});
    return limits;
}

const model::DeviceTypeInfo *JobSurroundings::findType(const model::DeviceType &type) const
{
    const auto it = std::find_if(cluster.deviceTypes.begin(), cluster.deviceTypes.end(),
                                 [&](const auto &info) { return info.name == type; });
    return it == cluster.deviceTypes.end() ? nullptr : &*it;
}

const model::VcUsage *JobSurroundings::findUsage(const model::DeviceType &type) const
{
    const auto it = std::find_if(vc.usage.begin(), vc.usage.end(),
                                 [&](const auto &usage) { return usage.deviceType == type; });
    return it == vc.usage.end() ? nullptr : &*it;
}
