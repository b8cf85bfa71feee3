// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/simulated/virtualcontainers.h"

namespace engines {

// The ports of simulated nodes through which tasks are reached: numbers only, nothing listens. They
// end with their containers.
class VirtualPorts final : public QObject
{
    Q_OBJECT

public:
    // Both outlive it.
    VirtualPorts(const VirtualContainers &containers, const VirtualNodes &nodes,
                 QObject *parent = nullptr);

    // As ContainerEngine says of them.
    Result<Exposure> expose(const VirtualContainers::Key &key, int taskPort, int port);
    void conceal(const VirtualContainers::Key &key, int taskPort);

private:
    struct Port
    {
        VirtualContainers::Key key;
        int taskPort = 0;
        Exposure outside;
    };

    void closeAll(const VirtualContainers::Key &key);
    bool isTaken(const Exposure &outside) const;

    const VirtualContainers &m_containers;
    const VirtualNodes &m_nodes;
    QList<Port> m_ports;
};

} // namespace engines
