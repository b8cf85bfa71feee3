// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/streamsink.h"

#include "core/base/log.h"

#include <QSslSocket>
#include <QWebSocket>

using namespace Qt::Literals::StringLiterals;

namespace http {

StreamSink::StreamSink(const Limits &limits, QObject *parent)
    : QObject(parent)
    , m_limits(limits)
{
    m_pings.setInterval(m_limits.pingTime);
    connect(&m_pings, &QTimer::timeout, this, &StreamSink::ping);
}

StreamSink::~StreamSink()
{
    if (m_socket != nullptr)
        disconnect(m_socket, nullptr, this, nullptr);
}

void StreamSink::sendText(const QByteArray &json)
{
    if (m_closed || m_closeCode != 0)
        return;
    if (m_socket == nullptr) {
        m_waiting.append(json);
        m_waitingBytes += json.size();
    } else {
        m_socket->sendTextMessage(QString::fromUtf8(json));
    }
    if (backlog() > m_limits.streamBacklogBytes)
        drop();
}

void StreamSink::close(int code, const QString &reason)
{
    if (m_closed || m_closeCode != 0)
        return;
    m_closeCode = code;
    m_closeReason = reason;
    if (m_socket != nullptr)
        m_socket->close(QWebSocketProtocol::CloseCode(code), reason);
}

void StreamSink::attach(QWebSocket *socket, QTcpSocket *transport)
{
    m_socket = socket;
    m_transport = transport;
    socket->setParent(this);
    connect(socket, &QWebSocket::disconnected, this, &StreamSink::finish);
    connect(socket, &QWebSocket::pong, this, [this] { m_unanswered = 0; });
    for (const QByteArray &json : std::exchange(m_waiting, {}))
        socket->sendTextMessage(QString::fromUtf8(json));
    m_waitingBytes = 0;
    m_pings.start();
    if (m_closeCode != 0)
        socket->close(QWebSocketProtocol::CloseCode(m_closeCode), m_closeReason);
}

qint64 StreamSink::backlog() const
{
    if (m_socket == nullptr)
        return m_waitingBytes;
    const auto *tls = qobject_cast<const QSslSocket *>(m_transport);
    return m_socket->bytesToWrite() + (tls == nullptr ? 0 : tls->encryptedBytesToWrite());
}

// From the event loop, for the handler may be in the middle of something.
void StreamSink::drop()
{
    qCInfo(logHttp) << "stream dropped: the client does not read";
    m_closeCode = QWebSocketProtocol::CloseCodePolicyViolated;
    if (m_socket == nullptr)
        QMetaObject::invokeMethod(this, &StreamSink::finish, Qt::QueuedConnection);
    else
        QMetaObject::invokeMethod(m_socket, &QWebSocket::abort, Qt::QueuedConnection);
}

void StreamSink::finish()
{
    if (std::exchange(m_closed, true))
        return;
    m_pings.stop();
    emit closed();
}

void StreamSink::ping()
{
    if (++m_unanswered > 2) {
        m_socket->abort();
        return;
    }
    m_socket->ping();
}

} // namespace http
