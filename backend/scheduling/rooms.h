// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/scheduling/room.h"

#include <QHash>

#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <vector>

namespace scheduling {

// All nodes: a Room for each device type, and the nodes that take tasks without devices.
class Rooms
{
public:
    explicit Rooms(const Snapshot &snapshot);

    // The room of a type; absent when no node has it.
    Room *room(const std::optional<model::DeviceType> &type);

    int nodes() const { return int(m_names.size()); }
    const model::NodeName &name(int node) const { return m_names[size_t(node)]; }
    std::optional<int> find(const model::NodeName &name) const;
    std::vector<Spot> spotsOf(const QList<Holding> &holdings) const; // of the nodes there are

    // Tasks without devices: how many nodes take them, and the `count` best of these, which are the
    // ones without devices and with the fewest such tasks; fewer when there are not
    // as many. Of one type, or of all when it is absent.
    int nodesForNoDevices(const std::optional<model::DeviceType> &type) const;
    std::vector<int> findForNoDevices(const std::optional<model::DeviceType> &type,
                                      int count) const;
    void takeForNoDevices(int node);

private:
    void countTasksWithoutDevices(const Snapshot &snapshot);
    bool takesWork(int node, const QString &type) const; // "" is any type

    // Has devices, tasks without devices, node: the smallest is the best.
    using Idle = std::tuple<bool, int, int>;

    std::vector<model::NodeName> m_names; // sorted
    QHash<model::NodeName, int> m_indices;
    std::vector<Idle> m_idle; // by node
    std::map<QString, Room> m_rooms; // by type
    std::vector<char> m_schedulable; // by node
    std::vector<QString> m_types; // by node
    std::map<QString, int> m_schedulableOfType;
    // In order, from the first job without devices on that asks: most plans have none.
    mutable std::map<QString, std::set<Idle>> m_idleOfType;
};

} // namespace scheduling
