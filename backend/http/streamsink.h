// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/http/limits.h"
#include "core/json/codec.h"

#include <QObject>
#include <QTimer>

class QTcpSocket;
class QWebSocket;

namespace http {

// The server's end of one stream. It lives as long as its connection, which owns it: hold it in a
// QPointer, or end with closed(). What is sent before the client is attached waits for it.
class StreamSink : public QObject
{
    Q_OBJECT

public:
    explicit StreamSink(const Limits &limits = {}, QObject *parent = nullptr);
    ~StreamSink() override;

    // One message. A client that reads so slowly that its backlog passes the limit is dropped, also
    // when this message is what passes it: then closed() follows from the event loop.
    template <typename Message>
    void send(const Message &message)
    {
        sendText(json::encodeText(message));
    }
    void sendText(const QByteArray &json);

    // Ends the stream from the server's side. Codes are those of RFC 6455, such as 1000 (over),
    // 1001 (server goes away), 1008 (no longer allowed).
    void close(int code = 1000, const QString &reason = {});

    // False as soon as close() was called or the client was dropped.
    bool isOpen() const { return !m_closed && m_closeCode == 0; }

    // What was sent while no client is attached, for tests that have no socket.
    const QList<QByteArray> &waiting() const { return m_waiting; }

    // For the connection: takes over the socket, whose bytes go through the transport, and sends
    // what waits; and the end of it.
    void attach(QWebSocket *socket, QTcpSocket *transport);
    void finish();

signals:
    // Once, whoever ended it; nothing can be sent any more.
    void closed();

private:
    qint64 backlog() const;
    void drop();
    void ping();

    const Limits m_limits;
    QWebSocket *m_socket = nullptr;
    QTcpSocket *m_transport = nullptr;
    QTimer m_pings;
    QList<QByteArray> m_waiting;
    qint64 m_waitingBytes = 0;
    int m_unanswered = 0;
    int m_closeCode = 0;
    QString m_closeReason;
    bool m_closed = false;
};

} // namespace http
