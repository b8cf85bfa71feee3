// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace engines {

// The ports of a node through which tasks are reached.
struct PortRange
{
    int first = 40000;
    int last = 40999;

    bool contains(int port) const { return first <= port && port <= last; }
    // All of them, in the order in which they are tried for a port of a task: its own number, then
    // from the last down, since people ask for the first.
    QList<int> inOrderFor(int taskPort) const;

    bool operator==(const PortRange &) const = default;
};

} // namespace engines
