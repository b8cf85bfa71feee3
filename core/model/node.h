// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/codec.h"
#include "core/model/ids.h"
#include "core/model/nodelife.h"

namespace model {

enum class NodeState {
    Ready,
    Cordoned, // ready, but a person gave it no new work
    Unhealthy, // its engine reports a fault
    Lost, // no news for 30 s
};

// A job on a node or a device, as those may know it who may see the cluster's state.
struct DeviceHolder
{
    JobId job;
    QString jobName;
    QString username;
    bool preemptible = false;
    VcName vc = {};

    bool operator==(const DeviceHolder &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("job"_L1, &DeviceHolder::job),
                          json::field("jobName"_L1, &DeviceHolder::jobName),
                          json::field("username"_L1, &DeviceHolder::username),
                          json::field("preemptible"_L1, &DeviceHolder::preemptible),
                          json::defaulted("vc"_L1, &DeviceHolder::vc)};
    }
};

struct Device
{
    int index = 0; // on its node, as the engine numbers it
    bool healthy = true;
    std::optional<DeviceHolder> holder;
    QString address = {}; // of its own in the network of npus; empty: none, or not known

    bool operator==(const Device &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("index"_L1, &Device::index),
                          json::field("healthy"_L1, &Device::healthy),
                          json::field("holder"_L1, &Device::holder),
                          json::defaulted("address"_L1, &Device::address)};
    }
};

struct Node
{
    NodeName name;
    QString address;
    std::optional<DeviceType> deviceType; // absent: a node without devices
    NodeState state = NodeState::Ready;
    QString detail; // why it is not ready
    QList<Device> devices; // by index
    std::optional<NodeCordon> cordon = {}; // also while it is unhealthy or lost
    QList<DeviceHolder> guests = {}; // jobs with a task here that hold none of its devices

    bool operator==(const Node &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("name"_L1, &Node::name),
                          json::field("address"_L1, &Node::address),
                          json::field("deviceType"_L1, &Node::deviceType),
                          json::field("state"_L1, &Node::state),
                          json::defaulted("detail"_L1, &Node::detail),
                          json::field("devices"_L1, &Node::devices),
                          json::field("cordon"_L1, &Node::cordon),
                          json::defaulted("guests"_L1, &Node::guests)};
    }
};

} // namespace model

template <>
struct json::EnumNames<model::NodeState>
{
    static constexpr std::array table{
        std::pair{model::NodeState::Ready, QLatin1StringView("ready")},
        std::pair{model::NodeState::Cordoned, QLatin1StringView("cordoned")},
        std::pair{model::NodeState::Unhealthy, QLatin1StringView("unhealthy")},
        std::pair{model::NodeState::Lost, QLatin1StringView("lost")}};
};
