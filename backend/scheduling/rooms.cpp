// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/scheduling/rooms.h"

#include <algorithm>

namespace scheduling {

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
        m_names.push_back(node.name);
        m_indices.insert(node.name, index);
        m_types.push_back(type);
        m_idle.emplace_back(node.deviceType.has_value(), 0, index);
        if (node.deviceType)
            m_rooms[type].addNode(index, node, held.value(node.name));
        if (node.schedulable) {
            m_idleOfType[QString()].insert(m_idle.back());
            m_idleOfType[type].insert(m_idle.back());
        }
    }
    countTasksWithoutDevices(snapshot);
}

void Rooms::countTasksWithoutDevices(const Snapshot &snapshot)
{
    for (const RunningJob &job : snapshot.running) {
        for (const Holding &holding : job.holdings) {
            if (const auto node = find(holding.node); node && holding.devices == 0)
                takeForNoDevices(*node);
        }
    }
}

std::optional<int> Rooms::find(const model::NodeName &name) const
{
    const auto it = m_indices.constFind(name);
    return it == m_indices.constEnd() ? std::nullopt : std::optional(*it);
}

std::vector<Spot> Rooms::spotsOf(const QList<Holding> &holdings) const
{
    std::vector<Spot> spots;
    for (const Holding &holding : holdings) {
        if (const auto node = find(holding.node); node && holding.devices != 0)
            spots.push_back({*node, holding.devices});
    }
    return spots;
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
