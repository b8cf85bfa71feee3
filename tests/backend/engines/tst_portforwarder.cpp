// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/container/portforwarder.h"

#include <QTcpServer>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using engines::PortForwarder;
using engines::PortRange;

// Which ports of this machine are opened. What goes through them is in tst_relay.cpp.
class PortForwarderTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void prefersTheTasksOwnNumber();
    void choosesAnotherFromTheTop();
    void saysWhenNoneIsLeft();
    void listensOnTheHostsAddressesOnly();
    void leavesOutAddressesOfOtherMachines();

private:
    // A port and the one above it that nobody listens on.
    static int freePair();
    int opened(PortForwarder &forwarder, int taskPort) const // 0: none
    {
        const auto exposure = forwarder.open(m_key, taskPort, m_task, 0);
        return exposure ? exposure->port : 0;
    }
    Error refused(PortForwarder &forwarder, int taskPort, int port = 0) const
    {
        const auto exposure = forwarder.open(m_key, taskPort, m_task, port);
        return exposure ? Error() : exposure.error();
    }

    const engines::TaskKey m_key{model::JobId(QUuid::createUuid()), 1, u"main"_s};
    const QHostAddress m_task{QHostAddress::LocalHost};
    int m_first = 0;
};

int PortForwarderTest::freePair()
{
    QTcpServer first;
    QTcpServer second;
    while (!first.listen(QHostAddress::Any)
           || !second.listen(QHostAddress::Any, quint16(first.serverPort() + 1)))
        first.close();
    return first.serverPort();
}

void PortForwarderTest::init()
{
    m_first = freePair();
}

void PortForwarderTest::prefersTheTasksOwnNumber()
{
    PortForwarder forwarder(u"127.0.0.1"_s, {m_task}, PortRange{m_first, m_first + 1});
    QCOMPARE(opened(forwarder, m_first), m_first);
    QCOMPARE(opened(forwarder, m_first), m_first); // once more
    QCOMPARE(forwarder.find(m_key, m_first)->port, m_first);
}

void PortForwarderTest::choosesAnotherFromTheTop()
{
    PortForwarder forwarder(u"127.0.0.1"_s, {m_task}, PortRange{m_first, m_first + 1});
    QCOMPARE(opened(forwarder, 22), m_first + 1);
    QCOMPARE(opened(forwarder, m_first + 1), m_first); // its own is taken
    forwarder.close(m_key, 22);
    forwarder.close(m_key, m_first + 1);
    QTcpServer stranger;
    QVERIFY(stranger.listen(m_task, quint16(m_first)));
    QCOMPARE(opened(forwarder, m_first), m_first + 1);
}

void PortForwarderTest::saysWhenNoneIsLeft()
{
    PortForwarder forwarder(u"127.0.0.1"_s, {m_task}, PortRange{m_first, m_first});
    QCOMPARE(opened(forwarder, 22), m_first);
    for (const int port : {0, m_first, m_first + 1})
        QCOMPARE(refused(forwarder, 23, port).code, ErrorCode::Conflict);
}

void PortForwarderTest::listensOnTheHostsAddressesOnly()
{
    const QHostAddress second(u"127.0.0.2"_s);
    const QHostAddress third(u"127.0.0.3"_s);
    PortForwarder forwarder(u"host.lab"_s, {m_task, second}, PortRange{m_first, m_first});
    QTcpServer stranger;
    QVERIFY(stranger.listen(second, quint16(m_first)));
    QCOMPARE(refused(forwarder, 22).code, ErrorCode::Conflict); // on one of them
    stranger.close();
    QCOMPARE(opened(forwarder, 22), m_first);
    QCOMPARE(forwarder.find(m_key, 22)->host, u"host.lab"_s);
    QVERIFY(!stranger.listen(m_task, quint16(m_first)));
    QVERIFY(!stranger.listen(second, quint16(m_first)));
    QVERIFY(stranger.listen(third, quint16(m_first)));
}

void PortForwarderTest::leavesOutAddressesOfOtherMachines()
{
    const QHostAddress elsewhere(u"192.0.2.1"_s); // of documentation
    PortForwarder half(u"host.lab"_s, {elsewhere, m_task}, PortRange{m_first, m_first});
    QCOMPARE(opened(half, 22), m_first);
    PortForwarder none(u"host.lab"_s, {elsewhere}, PortRange{m_first, m_first});
    const Error error = refused(none, 22);
    QCOMPARE(error.code, ErrorCode::Unavailable);
    QVERIFY2(error.detail.contains("cannot listen on host.lab port"_L1), qPrintable(error.detail));
}

QTEST_GUILESS_MAIN(PortForwarderTest)
#include "tst_portforwarder.moc"
