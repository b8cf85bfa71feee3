// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHostAddress>
#include <QObject>
#include <QSocketNotifier>
#include <QTimer>

#include <array>
#include <memory>

namespace engines {

// Carries the bytes between a client that has connected and an address it connects to. Each way goes
// at the pace of its receiver, with little kept in between, and ends on its own: who has sent all it
// has may still receive. Works on the sockets themselves, since QTcpSocket knows no half of an end.
class Relay final : public QObject
{
    Q_OBJECT

public:
    // Takes over the client's socket. Starts when the event loop runs.
    Relay(int client, const QHostAddress &address, quint16 port, QObject *parent = nullptr);
    ~Relay() override; // closes both sockets

signals:
    // Both ways are through, one of the two is gone, or the address did not answer in time. Once.
    void ended();

private:
    enum Side { Client, Task };
    struct Way
    {
        QByteArray waiting; // read and not yet sent
        bool sourceEnded = false;
        bool endPassedOn = false;
    };

    void connectTo(const QHostAddress &address, quint16 port);
    void takeConnected();
    void carry(Side from);
    bool read(Side from); // false when there is nothing to go on with
    bool send(Side from); // false when the receiver takes no more
    void end();

    std::array<int, 2> m_sockets{-1, -1};
    std::array<std::unique_ptr<QSocketNotifier>, 2> m_readable;
    std::array<std::unique_ptr<QSocketNotifier>, 2> m_writable;
    std::array<Way, 2> m_ways; // from the client, from the task
    QTimer m_patience; // with the connecting
    bool m_connected = false;
    bool m_ended = false;
};

} // namespace engines
