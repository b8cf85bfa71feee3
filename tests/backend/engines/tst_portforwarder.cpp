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

private:
    // A port and the one above it that nobody listens on.
    static int freePair();
    Result<int> opened(PortForwarder &forwarder, int taskPort, int port = 0)
    {
        return forwarder.open(m_key, taskPort, m_task, port)
            .map([](const engines::Exposure &exposure) { return exposure.port; });
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
    PortForwarder forwarder(u"127.0.0.1"_s, PortRange{m_first, m_first + 1});
    QCOMPARE(opened(forwarder, m_first), m_first);
    QCOMPARE(opened(forwarder, m_first), m_first); // once more
    QCOMPARE(forwarder.find(m_key, m_first)->port, m_first);
}

void PortForwarderTest::choosesAnotherFromTheTop()
{
    PortForwarder forwarder(u"127.0.0.1"_s, PortRange{m_first, m_first + 1});
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
    PortForwarder forwarder(u"127.0.0.1"_s, PortRange{m_first, m_first});
    QCOMPARE(opened(forwarder, 22), m_first);
    for (const int port : {0, m_first, m_first + 1}) {
        const auto refused = opened(forwarder, 23, port);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
    }
}

QTEST_GUILESS_MAIN(PortForwarderTest)
#include "tst_portforwarder.moc"
