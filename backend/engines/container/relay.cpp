// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/container/relay.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

using namespace std::chrono_literals;

namespace engines {

namespace {

constexpr auto kLongestConnect = 10s;
constexpr std::size_t kBlock = 64 * 1024; // most that waits between the two, each way
constexpr int kBlocksAtOnce = 8; // then others have their turn

void set(int socket, int level, int option)
{
    const int on = 1;
    setsockopt(socket, level, option, &on, sizeof(on));
}

// Small packets at once, since terminals go through here; a peer that has vanished is noticed.
void prepare(int socket)
{
    fcntl(socket, F_SETFL, fcntl(socket, F_GETFL) | O_NONBLOCK);
    fcntl(socket, F_SETFD, FD_CLOEXEC);
    set(socket, IPPROTO_TCP, TCP_NODELAY);
    set(socket, SOL_SOCKET, SO_KEEPALIVE);
}

socklen_t fill(sockaddr_storage &storage, const QHostAddress &address, quint16 port)
{
    if (address.protocol() == QAbstractSocket::IPv6Protocol) {
        sockaddr_in6 in{};
        in.sin6_family = AF_INET6;
        in.sin6_port = htons(port);
        const Q_IPV6ADDR bytes = address.toIPv6Address();
        std::memcpy(&in.sin6_addr, bytes.c, sizeof(bytes.c));
        std::memcpy(&storage, &in, sizeof(in));
        return sizeof(in);
    }
    sockaddr_in in{};
    in.sin_family = AF_INET;
    in.sin_port = htons(port);
    in.sin_addr.s_addr = htonl(address.toIPv4Address());
    std::memcpy(&storage, &in, sizeof(in));
    return sizeof(in);
}

bool isPassing(int error)
{
    return error == EAGAIN || error == EINTR;
}

} // namespace

Relay::Relay(int client, const QHostAddress &address, quint16 port, QObject *parent)
    : QObject(parent)
    , m_sockets{client, -1}
{
    prepare(client);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, &Relay::end);
    QMetaObject::invokeMethod(this, [=, this] { connectTo(address, port); }, Qt::QueuedConnection);
}

Relay::~Relay()
{
    for (const Side side : {Client, Task}) {
        m_readable[side].reset(); // before the number may be another socket's
        m_writable[side].reset();
        if (m_sockets[side] >= 0)
            close(m_sockets[side]);
    }
}

void Relay::connectTo(const QHostAddress &address, quint16 port)
{
    sockaddr_storage storage{};
    const socklen_t size = fill(storage, address, port);
    const int task = socket(storage.ss_family, SOCK_STREAM, 0);
    if (task < 0)
        return end();
    m_sockets[Task] = task;
    prepare(task);
    if (::connect(task, reinterpret_cast<const sockaddr *>(&storage), size) != 0
        && errno != EINPROGRESS)
        return end();
    for (const Side side : {Client, Task}) {
        m_readable[side] =
            std::make_unique<QSocketNotifier>(m_sockets[side], QSocketNotifier::Read);
        m_writable[side] =
            std::make_unique<QSocketNotifier>(m_sockets[side], QSocketNotifier::Write);
        m_readable[side]->setEnabled(false);
        m_writable[side]->setEnabled(side == Task); // which is then connected
        const Side other = side == Client ? Task : Client;
        connect(m_readable[side].get(), &QSocketNotifier::activated, this,
                [this, side] { carry(side); });
        connect(m_writable[side].get(), &QSocketNotifier::activated, this,
                [this, other] { m_connected ? carry(other) : takeConnected(); });
    }
    m_patience.start(kLongestConnect);
}

void Relay::takeConnected()
{
    m_patience.stop();
    int error = 0;
    socklen_t size = sizeof(error);
    if (getsockopt(m_sockets[Task], SOL_SOCKET, SO_ERROR, &error, &size) != 0 || error != 0)
        return end();
    m_connected = true;
    carry(Client);
    if (!m_ended)
        carry(Task);
}

void Relay::carry(Side from)
{
    Way &way = m_ways[from];
    for (int i = 0; i < kBlocksAtOnce && !m_ended && read(from) && send(from); ++i) { }
    if (m_ended)
        return;
    const Side to = from == Client ? Task : Client;
    m_readable[from]->setEnabled(!way.sourceEnded && way.waiting.isEmpty());
    m_writable[to]->setEnabled(!way.waiting.isEmpty());
    if (m_ways[Client].endPassedOn && m_ways[Task].endPassedOn)
        end();
}

bool Relay::read(Side from)
{
    Way &way = m_ways[from];
    if (way.sourceEnded || !way.waiting.isEmpty())
        return true;
    std::array<char, kBlock> block;
    const ssize_t size = recv(m_sockets[from], block.data(), block.size(), 0);
    if (size < 0) {
        if (!isPassing(errno))
            end();
        return false;
    }
    way.sourceEnded = size == 0;
    way.waiting.append(block.data(), size);
    return true;
}

bool Relay::send(Side from)
{
    Way &way = m_ways[from];
    const int to = m_sockets[from == Client ? Task : Client];
    if (!way.waiting.isEmpty()) {
        const ssize_t size =
            ::send(to, way.waiting.constData(), std::size_t(way.waiting.size()), MSG_NOSIGNAL);
        if (size < 0 && !isPassing(errno)) {
            end();
            return false;
        }
        way.waiting.remove(0, std::max<ssize_t>(0, size));
    }
    if (!way.waiting.isEmpty())
        return false;
    if (way.sourceEnded && !std::exchange(way.endPassedOn, true))
        shutdown(to, SHUT_WR);
    return !way.sourceEnded;
}

void Relay::end()
{
    if (std::exchange(m_ended, true))
        return;
    m_patience.stop();
    for (const Side side : {Client, Task}) {
        if (m_readable[side])
            m_readable[side]->setEnabled(false);
        if (m_writable[side])
            m_writable[side]->setEnabled(false);
    }
    emit ended();
}

} // namespace engines
