// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/simulated/virtualports.h"

#include "backend/engines/portrange.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace engines {

VirtualPorts::VirtualPorts(const VirtualContainers &containers, const VirtualNodes &nodes,
                           QObject *parent)
    : QObject(parent)
    , m_containers(containers)
    , m_nodes(nodes)
{
    connect(&containers, &VirtualContainers::taskChanged, this,
            [this](const QString &installation, const TaskStatus &status) {
                if (status.phase == TaskPhase::Exited)
                    closeAll({installation, status.key});
            });
    connect(&containers, &VirtualContainers::taskRemoved, this,
            [this](const QString &installation, const TaskKey &task) {
                closeAll({installation, task});
            });
}

Result<Exposure> VirtualPorts::expose(const VirtualContainers::Key &key, int taskPort, int port)
{
    for (const Port &known : std::as_const(m_ports)) {
        if (known.key == key && known.taskPort == taskPort)
            return known.outside;
    }
    TRY_ASSIGN(const auto *container, m_containers.findRunning(key));
    const QString host = m_nodes.find(container->spec.node)->address;
    const QList<int> ports = port == 0 ? PortRange().inOrderFor(taskPort) : QList{port};
    const auto free =
        std::find_if(ports.begin(), ports.end(), [&](int each) { return !isTaken({host, each}); });
    if (free == ports.end())
        return Error{ErrorCode::Conflict, u"port %1 is taken"_s.arg(ports.last()), {}};
    m_ports.append({key, taskPort, {host, *free}});
    return m_ports.last().outside;
}

void VirtualPorts::conceal(const VirtualContainers::Key &key, int taskPort)
{
    m_ports.removeIf(
        [&](const Port &port) { return port.key == key && port.taskPort == taskPort; });
}

void VirtualPorts::closeAll(const VirtualContainers::Key &key)
{
    m_ports.removeIf([&](const Port &port) { return port.key == key; });
}

bool VirtualPorts::isTaken(const Exposure &outside) const
{
    return std::any_of(m_ports.begin(), m_ports.end(), [&](const Port &port) {
        return port.outside.host == outside.host && port.outside.port == outside.port;
    });
}

} // namespace engines
