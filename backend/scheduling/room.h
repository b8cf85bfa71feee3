// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/scheduling/snapshot.h"

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace scheduling {

// Some devices of one node, by its index in Rooms.
struct Spot
{
    int node = 0;
    DeviceMask devices = 0;

    bool operator==(const Spot &) const = default;
};

// The free devices of the nodes of one type. Nodes whose free devices look alike (as many in each
// ring) form a class, so that the best node is found without looking at each. A node gives so many
// devices at once: from one ring if a ring has as many, else whole rings and a part of one.
class Room
{
public:
    explicit Room(const QList<DeviceMask> &linkGroups = {});

    void addNode(int node, const NodeView &view, DeviceMask held);

    int nodes() const { return m_count; }
    int largestNode() const { return m_largestNode; }

    // How many nodes can give so many devices at once: now, were nothing held, and were every
    // device in service besides.
    int nodesWith(int devices) const;
    int nodesInService(int devices) const { return m_inService.with(devices); }
    int nodesEver(int devices) const { return m_whole.with(devices); }
    int mostFree() const; // on one node

    // The places on `count` different nodes that leave whole nodes and whole rings free; empty when
    // there are not as many.
    std::vector<Spot> find(int devices, int count) const;
    void take(const Spot &spot);
    void give(const Spot &spot); // what is out of service stays away

    // Of one node: what is free, what takes work at all, whether such a set could give so many.
    DeviceMask free(int node) const { return m_nodes[size_t(node)].free; }
    DeviceMask inService(int node) const;
    bool gives(int node, DeviceMask set, int devices) const;
    // Devices out of a set that can give them, as many as possible of the preferred ones.
    DeviceMask choose(int node, DeviceMask set, DeviceMask preferred, int devices) const;
    std::vector<int> nodeNumbers() const;

private:
    // The rings of nodes with the same devices.
    struct Layout
    {
        DeviceMask devices = 0;
        std::vector<DeviceMask> rings; // those outside every ring one by one
        int ringSize = 0; // of the largest
    };
    struct Node
    {
        int layout = -1; // none: a node of another type
        DeviceMask inService = 0;
        DeviceMask free = 0;
    };

    // Devices of the set in each ring, the largest first, behind the size of the largest ring. Text,
    // since that keeps a few small numbers in place: every node has one in every plan.
    using Shape = std::string;
    static Shape shapeOf(const Layout &layout, DeviceMask set);
    static bool gives(const Shape &shape, int devices);
    static std::pair<int, int> waste(const Shape &shape, int devices);
    static std::vector<DeviceMask> ringsOf(DeviceMask devices, const QList<DeviceMask> &groups);
    int layoutOf(DeviceMask devices);
    const Layout &layoutAt(int node) const
    {
        return m_layouts[size_t(m_nodes[size_t(node)].layout)];
    }
    void setFree(int node, DeviceMask free);

    // Answers until a device is taken: a hundred thousand jobs ask.
    using Answers = std::array<std::optional<int>, kMostDevicesPerNode + 1>;
    struct Tally
    {
        std::map<Shape, int> nodes;
        mutable Answers known;
        int with(int devices) const;
    };

    QList<DeviceMask> m_linkGroups;
    std::vector<Layout> m_layouts;
    std::vector<Node> m_nodes; // by index, those of other types too
    int m_count = 0; // of this type
    std::map<Shape, std::vector<int>> m_classes; // nodes that take work, in order, by shape
    Tally m_inService;
    Tally m_whole;
    int m_largestNode = 0;
    mutable Answers m_nodesWith;
    mutable std::optional<int> m_mostFree;
};

} // namespace scheduling
