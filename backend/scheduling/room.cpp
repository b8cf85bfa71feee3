// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/scheduling/room.h"

#include <algorithm>
#include <utility>

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

void insert(std::vector<int> &sorted, int number)
{
    sorted.insert(std::lower_bound(sorted.begin(), sorted.end(), number), number);
}

void erase(std::vector<int> &sorted, int number)
{
    sorted.erase(std::lower_bound(sorted.begin(), sorted.end(), number));
}

} // namespace

Room::Room(const QList<DeviceMask> &linkGroups)
    : m_linkGroups(linkGroups)
{ }

void Room::addNode(int node, const NodeView &view, DeviceMask held)
{
    Node entry;
    entry.layout = layoutOf(view.devices);
    entry.inService = view.schedulable ? view.devices & view.healthy : 0;
    entry.free = entry.inService & ~held;
    const Layout &layout = m_layouts[size_t(entry.layout)];
    ++m_whole.nodes[shapeOf(layout, view.devices)];
    if (view.schedulable) {
        ++m_inService.nodes[shapeOf(layout, entry.inService)];
        insert(m_classes[shapeOf(layout, entry.free)], node);
    }
    if (size_t(node) >= m_nodes.size())
        m_nodes.resize(size_t(node) + 1);
    m_nodes[size_t(node)] = entry;
    ++m_count;
    m_largestNode = std::max(m_largestNode, countOf(view.devices));
}

int Room::layoutOf(DeviceMask devices)
{
    const auto known = std::find_if(m_layouts.begin(), m_layouts.end(), [&](const Layout &layout) {
        return layout.devices == devices;
    });
    if (known != m_layouts.end())
        return int(known - m_layouts.begin());
    Layout layout{devices, ringsOf(devices, m_linkGroups), 0};
    for (const DeviceMask ring : layout.rings)
        layout.ringSize = std::max(layout.ringSize, countOf(ring));
    m_layouts.push_back(std::move(layout));
    return int(m_layouts.size()) - 1;
}

std::vector<DeviceMask> Room::ringsOf(DeviceMask devices, const QList<DeviceMask> &groups)
{
    if (groups.isEmpty())
        return {devices};
    std::vector<DeviceMask> rings;
    DeviceMask outside = devices;
    for (const DeviceMask group : groups) {
        if (const DeviceMask ring = group & outside) {
            rings.push_back(ring);
            outside &= ~ring;
        }
    }
    for (; outside != 0; outside &= outside - 1)
        rings.push_back(lowest(outside, 1));
    return rings;
}

int Room::Tally::with(int devices) const
{
    if (devices < 0 || devices > kMostDevicesPerNode)
        return 0;
    std::optional<int> &answer = known[size_t(devices)];
    if (!answer) {
        answer = 0;
        for (const auto &[shape, count] : nodes)
            *answer += gives(shape, devices) ? count : 0;
    }
    return *answer;
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
    using Candidate = std::pair<std::pair<int, int>, const std::vector<int> *>;
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
            const DeviceMask free = this->free(node);
            spots.push_back({node, choose(node, free, free, devices)});
        }
    }
    return spots;
}

void Room::take(const Spot &spot)
{
    setFree(spot.node, free(spot.node) & ~spot.devices);
}

void Room::give(const Spot &spot)
{
    setFree(spot.node, free(spot.node) | (spot.devices & inService(spot.node)));
}

void Room::setFree(int number, DeviceMask free)
{
    Node &node = m_nodes[size_t(number)];
    if (node.free == free)
        return;
    const Layout &layout = layoutAt(number);
    const auto before = m_classes.find(shapeOf(layout, node.free));
    erase(before->second, number);
    if (before->second.empty())
        m_classes.erase(before);
    node.free = free;
    insert(m_classes[shapeOf(layout, node.free)], number);
    m_nodesWith.fill(std::nullopt);
    m_mostFree.reset();
}

DeviceMask Room::inService(int node) const
{
    return size_t(node) < m_nodes.size() ? m_nodes[size_t(node)].inService : 0;
}

// The same as of its shape, without making one.
bool Room::gives(int number, DeviceMask set, int devices) const
{
    const Layout &layout = layoutAt(number);
    if (devices == 0 || layout.ringSize == 0)
        return devices == 0;
    const int wholeRings = devices / layout.ringSize;
    const int rest = devices % layout.ringSize;
    int whole = 0;
    int most = 0; // in a ring that is not whole
    for (const DeviceMask ring : layout.rings) {
        const int there = countOf(ring & set);
        if (there == layout.ringSize)
            ++whole;
        else
            most = std::max(most, there);
    }
    return whole >= wholeRings && (rest == 0 || whole > wholeRings || most >= rest);
}

std::vector<int> Room::nodeNumbers() const
{
    std::vector<int> numbers;
    numbers.reserve(size_t(m_count));
    for (size_t number = 0; number < m_nodes.size(); ++number) {
        if (m_nodes[number].layout >= 0)
            numbers.push_back(int(number));
    }
    return numbers;
}

Room::Shape Room::shapeOf(const Layout &layout, DeviceMask set)
{
    Shape shape;
    shape.reserve(layout.rings.size() + 1);
    shape.push_back(char(layout.ringSize));
    for (const DeviceMask ring : layout.rings)
        shape.push_back(char(countOf(ring & set)));
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

DeviceMask Room::choose(int number, DeviceMask set, DeviceMask preferred, int devices) const
{
    const Layout &layout = layoutAt(number);
    DeviceMask chosen = 0;
    int rest = devices;
    if (rest >= layout.ringSize) {
        std::vector<DeviceMask> rings = layout.rings;
        const auto liked = [&](DeviceMask ring) { return countOf(ring & set & preferred); };
        std::stable_sort(rings.begin(), rings.end(),
                         [&](DeviceMask a, DeviceMask b) { return liked(a) > liked(b); });
        for (const DeviceMask ring : rings) {
            if (rest >= layout.ringSize && countOf(ring & set) == layout.ringSize) {
                chosen |= ring;
                rest -= layout.ringSize;
            }
        }
    }
    // The ring with the most of the preferred devices, then the fullest one.
    using Cost = std::pair<int, int>;
    DeviceMask best = 0;
    Cost bestCost;
    for (const DeviceMask ring : layout.rings) {
        const DeviceMask there = ring & set & ~chosen;
        const Cost cost{-std::min(rest, countOf(there & preferred)), countOf(there)};
        if (countOf(there) >= rest && (best == 0 || cost < bestCost))
            std::tie(best, bestCost) = std::pair{there, cost};
    }
    const DeviceMask first = lowest(best & preferred, std::min(rest, countOf(best & preferred)));
    return chosen | first | lowest(best & ~first, rest - countOf(first));
}

} // namespace scheduling
