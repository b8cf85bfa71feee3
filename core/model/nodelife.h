// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/codec.h"
#include "core/model/ids.h"

namespace model {

// What becomes of the jobs of a node that takes no new ones.
enum class Drain {
    No, // they stay
    Wait, // the node is emptied by their ends
    Requeue, // they go back to the queue at once
};

// A node was taken out of service by a person: by whom, when and why.
struct NodeCordon
{
    QString actor;
    QDateTime at;
    QString reason;
    Drain drain = Drain::No;

    bool operator==(const NodeCordon &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("actor"_L1, &NodeCordon::actor),
                          json::field("at"_L1, &NodeCordon::at),
                          json::field("reason"_L1, &NodeCordon::reason),
                          json::defaulted("drain"_L1, &NodeCordon::drain)};
    }
};

enum class NodeAction { Cordon, Uncordon, Drain };

// One step in a node's life that a person took.
struct NodeStep
{
    NodeAction action = NodeAction::Cordon;
    NodeCordon what; // of Uncordon: by whom, when and why

    bool operator==(const NodeStep &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("action"_L1, &NodeStep::action),
                          json::field("what"_L1, &NodeStep::what)};
    }
};

struct CordonRequest
{
    QString reason;

    bool operator==(const CordonRequest &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("reason"_L1, &CordonRequest::reason)};
    }
};

struct DrainRequest
{
    QString reason;
    bool requeue = false; // else the jobs run to their ends

    bool operator==(const DrainRequest &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("reason"_L1, &DrainRequest::reason),
                          json::defaulted("requeue"_L1, &DrainRequest::requeue)};
    }
};

} // namespace model

template <>
struct json::EnumNames<model::Drain>
{
    static constexpr std::array table{
        std::pair{model::Drain::No, QLatin1StringView("no")},
        std::pair{model::Drain::Wait, QLatin1StringView("wait")},
        std::pair{model::Drain::Requeue, QLatin1StringView("requeue")}};
};

template <>
struct json::EnumNames<model::NodeAction>
{
    static constexpr std::array table{
        std::pair{model::NodeAction::Cordon, QLatin1StringView("cordon")},
        std::pair{model::NodeAction::Uncordon, QLatin1StringView("uncordon")},
        std::pair{model::NodeAction::Drain, QLatin1StringView("drain")}};
};
