// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/listener.h"

#include "backend/http/connection.h"
#include "backend/http/router.h"
#include "core/base/log.h"

#include <QSslSocket>
#include <QTcpServer>

using namespace Qt::Literals::StringLiterals;

namespace http {

namespace {

constexpr int kBacklog = 512;
constexpr std::chrono::milliseconds kAcceptPause{200};

// What is counted as one client: an IPv4 address, or the /64 network of an IPv6 address.
QByteArray networkOf(const QHostAddress &address)
{
    bool isIpv4 = false;
    const quint32 ipv4 = address.toIPv4Address(&isIpv4);
    if (isIpv4)
        return QByteArray::number(ipv4);
    const Q_IPV6ADDR ipv6 = address.toIPv6Address();
    return QByteArray(reinterpret_cast<const char *>(ipv6.c), 8);
}

} // namespace

class Listener::Acceptor final : public QTcpServer
{
public:
    explicit Acceptor(Listener *listener)
        : QTcpServer(listener)
        , m_listener(listener)
    { }

protected:
    void incomingConnection(qintptr descriptor) override { m_listener->accept(descriptor); }

private:
    Listener *const m_listener;
};

Listener::Listener(const Router &router, const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_router(router)
    , m_limits(limits)
    , m_acceptor(new Acceptor(this))
{
    m_acceptor->setListenBacklogSize(kBacklog);
    // Without file descriptors left QTcpServer stops accepting for good; try again soon.
    connect(m_acceptor, &QTcpServer::acceptError, this, [this] {
        qCWarning(logHttp) << "cannot accept a client:" << m_acceptor->errorString();
        QTimer::singleShot(kAcceptPause, m_acceptor, &QTcpServer::resumeAccepting);
    });
}

Listener::~Listener()
{
    // Connections count down when they end, so they must not outlive the members.
    const auto connections = findChildren<Connection *>(Qt::FindDirectChildrenOnly);
    for (Connection *connection : connections) {
        disconnect(connection, nullptr, this, nullptr);
        delete connection;
    }
}

Result<> Listener::listen(const QHostAddress &address, quint16 port,
                          const std::optional<QSslConfiguration> &tls)
{
    m_tls = tls;
    if (!m_acceptor->listen(address, port)) {
        return Error{ErrorCode::Unavailable,
                     u"cannot listen on %1 port %2: %3"_s.arg(address.toString())
                         .arg(port)
                         .arg(m_acceptor->errorString()),
                     {}};
    }
    return {};
}

quint16 Listener::port() const
{
    return m_acceptor->serverPort();
}

void Listener::accept(qintptr descriptor)
{
    auto *socket = m_tls ? new QSslSocket : new QTcpSocket;
    socket->setSocketDescriptor(descriptor);
    const QByteArray network = networkOf(socket->peerAddress());
    // Behind a trusted proxy there are many clients.
    const bool isFull = m_perNetwork.value(network) >= m_limits.connectionsPerAddress
                        && !m_router.trusted().contains(socket->peerAddress());
    if (m_count >= m_limits.connections || isFull) {
        qCDebug(logHttp) << "too many connections, also from" << socket->peerAddress();
        delete socket;
        return;
    }
    ++m_count;
    ++m_perNetwork[network];
    socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    auto *connection = new Connection(m_router, m_limits, socket, this);
    connect(connection, &Connection::ended, this,
            [this, connection, network] { forget(connection, network); });
    auto *tls = qobject_cast<QSslSocket *>(socket);
    if (tls != nullptr && m_tls) {
        tls->setSslConfiguration(*m_tls);
        tls->startServerEncryption();
    }
}

void Listener::forget(Connection *connection, const QByteArray &network)
{
    connection->deleteLater();
    --m_count;
    if (--m_perNetwork[network] == 0)
        m_perNetwork.remove(network);
    if (m_isShuttingDown && m_count == 0)
        emit drained();
}

void Listener::shutDown()
{
    m_isShuttingDown = true;
    m_acceptor->close();
    const auto connections = findChildren<Connection *>(Qt::FindDirectChildrenOnly);
    for (Connection *connection : connections)
        connection->shutDown();
    if (m_count == 0)
        QMetaObject::invokeMethod(this, &Listener::drained, Qt::QueuedConnection);
}

} // namespace http
