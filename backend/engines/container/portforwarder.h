// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/engine.h"
#include "backend/engines/portrange.h"

#include <QHostAddress>

#include <memory>
#include <vector>

namespace engines {

// Listens on ports of this machine and carries what connects there to ports of tasks.
class PortForwarder final : public QObject
{
    Q_OBJECT

public:
    // Through one port of one address at a time; more are turned away.
    static constexpr int kMostConnections = 200;

    // Listens on those of the host's addresses that are this machine's.
    PortForwarder(QString host, QList<QHostAddress> addresses, PortRange ports,
                  QObject *parent = nullptr);
    ~PortForwarder() override;

    // Port 0: the first that is free, as the range puts them in order. Conflict when the port is
    // taken or not in the range, or none is free; Unavailable when the host is no address of this
    // machine. What is open stays.
    Result<Exposure> open(const TaskKey &key, int taskPort, const QHostAddress &task, int port);
    std::optional<Exposure> find(const TaskKey &key, int taskPort) const;

    // Also ends the connections.
    void close(const TaskKey &key, int taskPort);
    void close(const TaskKey &key);

    QList<TaskKey> tasks() const; // of which a port is open

private:
    class Gate;
    struct Port
    {
        TaskKey key;
        int taskPort = 0;
        int port = 0; // outside
        std::vector<std::unique_ptr<Gate>> gates;
    };

    Result<Exposure> openAt(int port, const TaskKey &key, int taskPort, const QHostAddress &task);
    Error cannotListen(ErrorCode code, int port, const QString &why) const;

    const QString m_host;
    const QList<QHostAddress> m_addresses;
    const PortRange m_range;
    std::vector<Port> m_ports;
};

} // namespace engines
