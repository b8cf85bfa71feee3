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
    held.reserve(nodes.size());
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
        m_schedulable.push_back(node.schedulable);
        if (node.schedulable) {
            ++m_schedulableOfType[QString()];
            m_schedulableOfType[type] += type.isEmpty() ? 0 : 1;
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
    const auto it = m_schedulableOfType.find(type ? type->value() : QString());
    return it == m_schedulableOfType.end() ? 0 : it->second;
}

bool Rooms::takesWork(int node, const QString &type) const
{
    return m_schedulable[size_t(node)] && (type.isEmpty() || m_types[size_t(node)] == type);
}

std::vector<int> Rooms::findForNoDevices(const std::optional<model::DeviceType> &type,
                                         int count) const
{
    const QString name = type ? type->value() : QString();
    const auto [idle, isNew] = m_idleOfType.try_emplace(name);
    for (int node = 0; isNew && node < nodes(); ++node) {
        if (takesWork(node, name))
            idle->second.insert(m_idle[size_t(node)]);
    }
    std::vector<int> found;
    for (auto it = idle->second.begin(); it != idle->second.end() && found.size() < size_t(count);
         ++it)
        found.push_back(std::get<2>(*it));
    return found;
}

void Rooms::takeForNoDevices(int node)
{
    Idle &idle = m_idle[size_t(node)];
    const Idle before = idle;
    ++std::get<1>(idle);
    for (auto &[type, set] : m_idleOfType) {
        if (set.erase(before) > 0)
            set.insert(idle);
    }
}

} // namespace scheduling
