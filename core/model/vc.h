// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/codec.h"
#include "core/model/ids.h"

#include <QStringList>

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

// A VC as those who look after VCs see it.
struct VcShare
{
    static constexpr int kMostUsers = 50;

    VcName name;
    QList<VcQuota> quotas; // by device type; a type of the cluster that is not there is 0
    int userNumber =
        0; // people who may use it, disabled ones too, System Admins only where it was given to them
    QStringList users; // the first kMostUsers usernames
    int jobsInTheWay =
        0; // running, scheduling, killing or pausing: while there are any it is neither modified nor deleted
    int jobs = 0; // those that are not over: they are killed with it

    bool operator==(const VcShare &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("name"_L1, &VcShare::name),
                          json::field("quotas"_L1, &VcShare::quotas),
                          json::field("userNumber"_L1, &VcShare::userNumber),
                          json::field("users"_L1, &VcShare::users),
                          json::field("jobsInTheWay"_L1, &VcShare::jobsInTheWay),
                          json::field("jobs"_L1, &VcShare::jobs)};
    }
};

// How many devices of a type there are, and how many VCs have of them.
struct DeviceShare
{
    DeviceType deviceType;
    int total = 0; // in the cluster
    int given = 0; // to VCs

    bool operator==(const DeviceShare &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("deviceType"_L1, &DeviceShare::deviceType),
                          json::field("total"_L1, &DeviceShare::total),
                          json::field("given"_L1, &DeviceShare::given)};
    }
};

struct VcShares
{
    QList<VcShare> vcs; // by name
    QList<DeviceShare> devices; // by type

    bool operator==(const VcShares &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("vcs"_L1, &VcShares::vcs),
                          json::field("devices"_L1, &VcShares::devices)};
    }
};

struct VcChange
{
    QList<VcQuota> quotas;

    bool operator==(const VcChange &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("quotas"_L1, &VcChange::quotas)};
    }
};

struct VcDeletion
{
    QString confirmation; // the VC's name, typed by the person
    QString current; // the VC the person is in, which cannot be deleted

    bool operator==(const VcDeletion &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("confirmation"_L1, &VcDeletion::confirmation),
                          json::defaulted("current"_L1, &VcDeletion::current)};
    }
};

} // namespace model
