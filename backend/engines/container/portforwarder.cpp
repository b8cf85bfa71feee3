// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/container/portforwarder.h"

#include "backend/engines/container/relay.h"
#include "core/base/log.h"

#include <QTcpServer>
#include <QTimer>

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace engines {

namespace {

constexpr auto kAcceptPause = 200ms;

} // namespace

// One port and its connections.
class PortForwarder::Gate final : public QTcpServer
{
public:
    Gate(const QHostAddress &task, int taskPort)
        : m_task(task)
        , m_taskPort(quint16(taskPort))
    {
        // Without file descriptors left QTcpServer stops accepting for good; try again soon.
        connect(this, &QTcpServer::acceptError, this, [this] {
            qCWarning(logEngine) << "cannot accept a connection:" << errorString();
            QTimer::singleShot(kAcceptPause, this, &QTcpServer::resumeAccepting);
        });
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        if (m_connections >= kMostConnections) {
            ::close(int(descriptor));
            return;
        }
        ++m_connections;
        auto *relay = new Relay(int(descriptor), m_task, m_taskPort, this);
        connect(relay, &Relay::ended, this, [this, relay] {
            --m_connections;
            relay->deleteLater();
        });
    }

private:
    const QHostAddress m_task;
    const quint16 m_taskPort;
    int m_connections = 0;
};

PortForwarder::PortForwarder(QString host, QList<QHostAddress> addresses, PortRange ports,
                             QObject *parent)
    : QObject(parent)
    , m_host(std::move(host))
    , m_addresses(std::move(addresses))
    , m_range(ports)
{ }

PortForwarder::~PortForwarder() = default;

Result<Exposure> PortForwarder::open(const TaskKey &key, int taskPort, const QHostAddress &task,
                                     int port)
{
    if (const auto known = find(key, taskPort))
        return *known;
    if (port != 0 && !m_range.contains(port)) {
        return Error{
            ErrorCode::Conflict,
            u"port %1 is not one of %2 to %3"_s.arg(port).arg(m_range.first).arg(m_range.last),
            {}};
    }
    if (port != 0)
        return openAt(port, key, taskPort, task);
    for (const int tried : m_range.inOrderFor(taskPort)) {
        auto opened = openAt(tried, key, taskPort, task);
        if (opened || opened.error().code != ErrorCode::Conflict)
            return opened;
    }
    return Error{ErrorCode::Conflict, u"no port is left"_s, {}};
}

Result<Exposure> PortForwarder::openAt(int port, const TaskKey &key, int taskPort,
                                       const QHostAddress &task)
{
    Port opened{key, taskPort, port, {}};
    QString problem = u"it has no address"_s;
    for (const QHostAddress &address : m_addresses) {
        auto gate = std::make_unique<Gate>(task, taskPort);
        if (gate->listen(address, quint16(port))) {
            opened.gates.push_back(std::move(gate));
            continue;
        }
        problem = gate->errorString();
        if (gate->serverError() == QAbstractSocket::AddressInUseError)
            return cannotListen(ErrorCode::Conflict, port, problem);
    }
    if (opened.gates.empty())
        return cannotListen(ErrorCode::Unavailable, port, problem);
    m_ports.push_back(std::move(opened));
    return Exposure{m_host, port};
}

Error PortForwarder::cannotListen(ErrorCode code, int port, const QString &why) const
{
    return {code, u"cannot listen on %1 port %2: %3"_s.arg(m_host).arg(port).arg(why), {}};
}

std::optional<Exposure> PortForwarder::find(const TaskKey &key, int taskPort) const
{
    for (const Port &port : m_ports) {
        if (port.key == key && port.taskPort == taskPort)
            return Exposure{m_host, port.port};
    }
    return std::nullopt;
}

void PortForwarder::close(const TaskKey &key, int taskPort)
{
    std::erase_if(m_ports,
                  [&](const Port &port) { return port.key == key && port.taskPort == taskPort; });
}

void PortForwarder::close(const TaskKey &key)
{
    std::erase_if(m_ports, [&](const Port &port) { return port.key == key; });
}

QList<TaskKey> PortForwarder::tasks() const
{
    QList<TaskKey> keys;
    for (const Port &port : m_ports) {
        if (!keys.contains(port.key))
            keys.append(port.key);
    }
    return keys;
}

} // namespace engines
