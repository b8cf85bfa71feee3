// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/node.h"

namespace rules {

// A job on some nodes.
struct LoadJob
{
    model::DeviceHolder who;
    int devices = 0; // of these nodes
    int elsewhere = 0; // its devices of other nodes

    bool operator==(const LoadJob &) const = default;
};

// What runs on some nodes together: what a person has to know before taking them out of service.
struct NodeLoad
{
    QList<LoadJob> jobs; // in the order of nodes and devices, those without devices last
    int people = 0;
    int devices = 0; // held on these nodes
    int elsewhere = 0; // held by the same jobs on other nodes
    int free = 0; // healthy devices of these nodes that nobody holds

    bool operator==(const NodeLoad &) const = default;
};

NodeLoad loadOf(const QList<model::NodeName> &nodes, const QList<model::Node> &all);

} // namespace rules
