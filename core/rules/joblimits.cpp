// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/jobrules.h"

#include <algorithm>

// What a VC and the cluster allow a job.
namespace rules {

const model::VcQuota *JobLimits::quota(const model::DeviceType &type) const
{
    const auto it = std::find_if(quotas.begin(), quotas.end(),
                                 [&](const auto &quota) { return quota.deviceType == type; });
    return it == quotas.end() ? nullptr : &*it;
}

const model::DeviceTypeInfo *JobLimits::deviceType(const model::DeviceType &type) const
{
    const auto it = std::find_if(deviceTypes.begin(), deviceTypes.end(),
                                 [&](const auto &info) { return info.name == type; });
    return it == deviceTypes.end() ? nullptr : &*it;
}

int JobLimits::mostDevices(const model::DeviceType &type) const
{
    const auto *held = quota(type);
    const auto *info = deviceType(type);
    return held && info ? std::min(held->maxAvailable, info->largestNode) : 0;
}

int JobLimits::mostNodes(const model::DeviceType &type) const
{
    const auto *info = deviceType(type);
    return info ? info->nodes : 0;
}

QList<int> JobLimits::choices(const model::DeviceType &type) const
{
    const auto *info = deviceType(type);
    QList<int> allowed = info ? info->counts : QList<int>();
    allowed.removeIf([most = mostDevices(type)](int count) { return count > most; });
    return allowed;
}

} // namespace rules
