// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/scheduling/snapshot.h"

#include <array>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <vector>

namespace scheduling {

// Some devices of one node, by its index in Rooms.
struct Spot
{
    int node = 0;
    DeviceMask devices = 0;
};

// The free devices of the nodes of one type. Nodes whose free devices look alike (as many in each
// ring) form a class, so that the best node is found without looking at each.
class Room
{
public:
    explicit Room(const QList<DeviceMask> &linkGroups = {});

    // `free`: the devices that may be taken; none on a node that takes no work.
    void addNode(int node, DeviceMask devices, DeviceMask free, bool schedulable);

    int nodes() const { return int(m_nodes.size()); }
    int largestNode() const { return m_largestNode; }

    // How many nodes can give so many devices at once: from one ring if a ring has as many, else
    // whole rings and a part of one. No devices: every node that takes work.
    int nodesWith(int devices) const;
    int mostFree() const; // on one node

    // The places on `count` different nodes that leave whole nodes and whole rings free; empty when
    // there are not as many.
    std::vector<Spot> find(int devices, int count) const;
    void take(const Spot &spot);

private:
    struct Node
    {
        std::vector<DeviceMask> rings; // its devices, those outside every ring one by one
        DeviceMask free = 0;
        bool schedulable = true;
    };

    // Free devices of the rings, the largest first, behind the size of the largest ring.
    using Shape = std::vector<int>;
    static Shape shapeOf(const Node &node);
    static bool gives(const Shape &shape, int devices);
    static std::pair<int, int> waste(const Shape &shape, int devices);
    static DeviceMask choose(const Node &node, int devices);

    QList<DeviceMask> m_linkGroups;
    std::map<int, Node> m_nodes;
    std::map<Shape, std::set<int>> m_classes; // nodes that take work, by shape
    int m_largestNode = 0;
    // Answers of nodesWith and mostFree until a device is taken: a hundred thousand jobs ask.
    mutable std::array<std::optional<int>, kMostDevicesPerNode + 1> m_nodesWith;
    mutable std::optional<int> m_mostFree;
};

// All nodes: a Room for each device type, and the nodes that take tasks without devices.
class Rooms
{
public:
    explicit Rooms(const Snapshot &snapshot);

    // The room of a type; absent when no node has it.
    Room *room(const std::optional<model::DeviceType> &type);
    const model::NodeName &name(int node) const { return m_names[size_t(node)]; }

    // Tasks without devices: how many nodes take them, and the `count` best of these, which are the
    // ones without devices and with the fewest such tasks; fewer when there are not
    // as many. Of one type, or of all when it is absent.
    int nodesForNoDevices(const std::optional<model::DeviceType> &type) const;
    std::vector<int> findForNoDevices(const std::optional<model::DeviceType> &type,
                                      int count) const;
    void takeForNoDevices(int node);

private:
    void countTasksWithoutDevices(const Snapshot &snapshot);

    // Has devices, tasks without devices, node: the smallest is the best.
    using Idle = std::tuple<bool, int, int>;

    std::vector<model::NodeName> m_names; // sorted
    std::vector<Idle> m_idle; // by node
    std::map<QString, Room> m_rooms; // by type
    std::map<QString, std::set<Idle>> m_idleOfType; // those that take work; "" is any type
    std::vector<QString> m_types; // by node
};

} // namespace scheduling
