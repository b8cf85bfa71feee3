// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/scheduling/room.h"

#include <algorithm>

namespace scheduling {

namespace {

// The lowest devices of the set.
DeviceMask lowest(DeviceMask set, int count)
{
    DeviceMask chosen = 0;
    for (int i = 0; i < count; ++i) {
        const DeviceMask lowestBit = set & (~set + 1);
        chosen |= lowestBit;
        set &= ~lowestBit;
    }
    return chosen;
}

} // namespace

Room::Room(const QList<DeviceMask> &linkGroups)
    : m_linkGroups(linkGroups)
{ }

void Room::addNode(int node, DeviceMask devices, DeviceMask free, bool schedulable)
{
    Node entry;
    entry.free = free & devices;
    entry.schedulable = schedulable;
    DeviceMask outside = devices;
    for (const DeviceMask group : m_linkGroups) {
        if (const DeviceMask ring = group & outside) {
            entry.rings.push_back(ring);
            outside &= ~ring;
        }
    }
    if (m_linkGroups.isEmpty()) {
        entry.rings.push_back(devices);
    } else {
        for (; outside != 0; outside &= outside - 1)
            entry.rings.push_back(lowest(outside, 1));
    }
    if (schedulable)
        m_classes[shapeOf(entry)].insert(node);
    m_nodes.emplace(node, std::move(entry));
    m_largestNode = std::max(m_largestNode, countOf(devices));
}

int Room::nodesWith(int devices) const
{
    if (devices < 0 || devices > kMostDevicesPerNode)
        return 0;
    std::optional<int> &known = m_nodesWith[size_t(devices)];
    if (!known) {
        known = 0;
        for (const auto &[shape, nodes] : m_classes)
            *known += gives(shape, devices) ? int(nodes.size()) : 0;
    }
    return *known;
}

int Room::mostFree() const
{
    if (!m_mostFree) {
        m_mostFree = 0;
        for (const auto &[shape, nodes] : m_classes)
            m_mostFree = std::max(*m_mostFree, waste(shape, 0).second);
    }
    return *m_mostFree;
}

std::vector<Spot> Room::find(int devices, int count) const
{
    using Candidate = std::pair<std::pair<int, int>, const std::set<int> *>;
    std::vector<Candidate> candidates;
    size_t nodesFound = 0;
    for (const auto &[shape, nodes] : m_classes) {
        if (gives(shape, devices)) {
            candidates.emplace_back(waste(shape, devices), &nodes);
            nodesFound += nodes.size();
        }
    }
    if (count < 1 || nodesFound < size_t(count))
        return {};
    std::stable_sort(candidates.begin(), candidates.end(),
                     [](const auto &a, const auto &b) { return a.first < b.first; });

    std::vector<Spot> spots;
    spots.reserve(size_t(count));
    for (const auto &[cost, nodes] : candidates) {
        for (const int node : *nodes) {
            if (spots.size() == size_t(count))
                return spots;
            spots.push_back({node, choose(m_nodes.at(node), devices)});
        }
    }
    return spots;
}

void Room::take(const Spot &spot)
{
    Node &node = m_nodes.at(spot.node);
    const auto before = m_classes.find(shapeOf(node));
    before->second.erase(spot.node);
    if (before->second.empty())
        m_classes.erase(before);
    node.free &= ~spot.devices;
    m_classes[shapeOf(node)].insert(spot.node);
    m_nodesWith.fill(std::nullopt);
    m_mostFree.reset();
}

Room::Shape Room::shapeOf(const Node &node)
{
    Shape shape{0};
    for (const DeviceMask ring : node.rings) {
        shape.front() = std::max(shape.front(), countOf(ring));
        shape.push_back(countOf(ring & node.free));
    }
    std::sort(shape.begin() + 1, shape.end(), std::greater());
    return shape;
}

bool Room::gives(const Shape &shape, int devices)
{
    const int ringSize = shape.front();
    if (devices == 0 || ringSize == 0)
        return devices == 0;
    const auto wholeRings = size_t(devices / ringSize);
    const int rest = devices % ringSize;
    if (wholeRings + (rest > 0 ? 1 : 0) > shape.size() - 1)
        return false;
    if (wholeRings > 0 && shape[wholeRings] < ringSize)
        return false;
    return rest == 0 || shape[wholeRings + 1] >= rest;
}

// What a placement spoils: devices left over in the ring it breaks, then on the node.
std::pair<int, int> Room::waste(const Shape &shape, int devices)
{
    int free = 0;
    for (size_t i = 1; i < shape.size(); ++i)
        free += shape[i];
    int leftInRing = 0;
    if (const int rest = shape.front() > 0 ? devices % shape.front() : 0; rest > 0) {
        for (size_t i = 1; i < shape.size() && shape[i] >= rest; ++i)
            leftInRing = shape[i] - rest;
    }
    return {leftInRing, free - devices};
}

DeviceMask Room::choose(const Node &node, int devices)
{
    int ringSize = 0;
    for (const DeviceMask ring : node.rings)
        ringSize = std::max(ringSize, countOf(ring));
    DeviceMask chosen = 0;
    int rest = devices;
    for (const DeviceMask ring : node.rings) {
        if (rest >= ringSize && countOf(ring & node.free) == ringSize) {
            chosen |= ring;
            rest -= ringSize;
        }
    }
    DeviceMask best = 0;
    for (const DeviceMask ring : node.rings) {
        const DeviceMask free = ring & node.free & ~chosen;
        if (countOf(free) >= rest && (best == 0 || countOf(free) < countOf(best)))
            best = free;
    }
    return chosen | lowest(best, rest);
}

Rooms::Rooms(const Snapshot &snapshot)
{
    QList<NodeView> nodes = snapshot.nodes;
    const auto byName = [](const NodeView &a, const NodeView &b) { return a.name < b.name; };
    if (!std::is_sorted(nodes.cbegin(), nodes.cend(), byName))
        std::sort(nodes.begin(), nodes.end(), byName);
    QHash<model::NodeName, DeviceMask> held;
    for (const RunningJob &job : snapshot.running) {
        for (const Holding &holding : job.holdings)
            held[holding.node] |= holding.devices;
    }
    for (const LinkGroups &link : snapshot.policy.linkGroups)
        m_rooms.emplace(link.deviceType.value(), Room(link.groups));

    for (const NodeView &node : std::as_const(nodes)) {
        const int index = int(m_names.size());
        const QString type = node.deviceType ? node.deviceType->value() : QString();
        const DeviceMask free =
            node.schedulable ? node.devices & node.healthy & ~held.value(node.name) : DeviceMask(0);
        m_names.push_back(node.name);
        m_types.push_back(type);
        m_idle.emplace_back(node.deviceType.has_value(), 0, index);
        if (node.deviceType)
            m_rooms[type].addNode(index, node.devices, free, node.schedulable);
        if (node.schedulable) {
            m_idleOfType[QString()].insert(m_idle.back());
            m_idleOfType[type].insert(m_idle.back());
        }
    }
    countTasksWithoutDevices(snapshot);
}

void Rooms::countTasksWithoutDevices(const Snapshot &snapshot)
{
    QHash<model::NodeName, int> indices;
    for (size_t i = 0; i < m_names.size(); ++i)
        indices.insert(m_names[i], int(i));
    for (const RunningJob &job : snapshot.running) {
        for (const Holding &holding : job.holdings) {
            if (const auto it = indices.constFind(holding.node);
                holding.devices == 0 && it != indices.constEnd())
                takeForNoDevices(*it);
        }
    }
}

Room *Rooms::room(const std::optional<model::DeviceType> &type)
{
    const auto it = type ? m_rooms.find(type->value()) : m_rooms.end();
    return it == m_rooms.end() || it->second.nodes() == 0 ? nullptr : &it->second;
}

int Rooms::nodesForNoDevices(const std::optional<model::DeviceType> &type) const
{
    const auto it = m_idleOfType.find(type ? type->value() : QString());
    return it == m_idleOfType.end() ? 0 : int(it->second.size());
}

std::vector<int> Rooms::findForNoDevices(const std::optional<model::DeviceType> &type,
                                         int count) const
{
    std::vector<int> nodes;
    const auto it = m_idleOfType.find(type ? type->value() : QString());
    if (it == m_idleOfType.end())
        return nodes;
    for (const Idle &idle : it->second) {
        if (nodes.size() == size_t(count))
            break;
        nodes.push_back(std::get<2>(idle));
    }
    return nodes;
}

void Rooms::takeForNoDevices(int node)
{
    Idle &idle = m_idle[size_t(node)];
    const Idle before = idle;
    ++std::get<1>(idle);
    for (const QString &type : {QString(), m_types[size_t(node)]}) {
        std::set<Idle> &set = m_idleOfType[type];
        if (set.erase(before) > 0)
            set.insert(idle);
    }
}

} // namespace scheduling
