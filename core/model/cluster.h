// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/codec.h"
#include "core/model/ids.h"

namespace model {

enum class DeviceFamily { Gpu, Npu };

// What the configuration says of a device type, and what the cluster has of it.
struct DeviceTypeInfo
{
    DeviceType name;
    DeviceFamily family = DeviceFamily::Gpu;
    QList<int> counts; // numbers a regular job may ask for; empty: any
    int devicesPerNode = 8; // of a worker of a distributed job
    QList<QList<int>> linkGroups; // rings: device indices of a node that share fast links
    int nodes = 0; // nodes of this type
    int devices = 0; // devices of this type in the cluster
    int largestNode = 0; // most devices of this type in one node

    bool operator==(const DeviceTypeInfo &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("name"_L1, &DeviceTypeInfo::name),
                          json::field("family"_L1, &DeviceTypeInfo::family),
                          json::defaulted("counts"_L1, &DeviceTypeInfo::counts),
                          json::defaulted("devicesPerNode"_L1, &DeviceTypeInfo::devicesPerNode),
                          json::defaulted("linkGroups"_L1, &DeviceTypeInfo::linkGroups),
                          json::defaulted("nodes"_L1, &DeviceTypeInfo::nodes),
                          json::defaulted("devices"_L1, &DeviceTypeInfo::devices),
                          json::defaulted("largestNode"_L1, &DeviceTypeInfo::largestNode)};
    }
};

// The one cluster, as every signed-in person may know it.
struct Cluster
{
    QString name; // shown as the platform's name
    QString version;
    QString engine; // "container", "kubernetes", "simulated"
    QString engineDetail; // what answers, such as "podman 4.3.1", or why nothing does
    bool engineReachable = false;
    QString supportAddress; // mail of the operators, may be empty
    bool sendsSupport = false; // mails to the operators go through the server
    QList<DeviceTypeInfo> deviceTypes;

    bool operator==(const Cluster &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("name"_L1, &Cluster::name),
                          json::field("version"_L1, &Cluster::version),
                          json::field("engine"_L1, &Cluster::engine),
                          json::defaulted("engineDetail"_L1, &Cluster::engineDetail),
                          json::field("engineReachable"_L1, &Cluster::engineReachable),
                          json::defaulted("supportAddress"_L1, &Cluster::supportAddress),
                          json::defaulted("sendsSupport"_L1, &Cluster::sendsSupport),
                          json::field("deviceTypes"_L1, &Cluster::deviceTypes)};
    }
};

} // namespace model

template <>
struct json::EnumNames<model::DeviceFamily>
{
    static constexpr std::array table{
        std::pair{model::DeviceFamily::Gpu, QLatin1StringView("gpu")},
        std::pair{model::DeviceFamily::Npu, QLatin1StringView("npu")}};
};
