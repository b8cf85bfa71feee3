// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/container/portforwarder.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <sys/socket.h>

using namespace Qt::Literals::StringLiterals;

// Connections through a port of this machine to one that stands for a task's.
class RelayTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void answersAfterTheEndOfTheQuestion();
    void passesOnAnEndOfTheTask();
    void waitsForASlowReader();
    void hangsUpWhenNobodyAccepts();
    void turnsAwayWhatIsTooMuch();

private:
    void connectClient();

    engines::TaskKey m_key{model::JobId(QUuid::createUuid()), 1, u"main"_s};
    std::unique_ptr<QTcpServer> m_task;
    std::unique_ptr<engines::PortForwarder> m_forwarder;
    std::unique_ptr<QTcpSocket> m_client;
    std::unique_ptr<QTcpSocket> m_inside; // the task's end of the client's connection
    quint16 m_port = 0;
};

void RelayTest::init()
{
    m_inside.reset();
    m_task = std::make_unique<QTcpServer>();
    QVERIFY(m_task->listen(QHostAddress::LocalHost));
    m_forwarder = std::make_unique<engines::PortForwarder>(
        u"127.0.0.1"_s, QList{QHostAddress(QHostAddress::LocalHost)},
        engines::PortRange{20000, 29999});
    const auto open = m_forwarder->open(m_key, m_task->serverPort(), QHostAddress::LocalHost, 0);
    QVERIFY(open);
    m_port = quint16(open->port);
}

void RelayTest::connectClient()
{
    m_client = std::make_unique<QTcpSocket>();
    m_client->connectToHost(QHostAddress::LocalHost, m_port);
    QTRY_VERIFY(m_task->hasPendingConnections());
    m_inside.reset(m_task->nextPendingConnection());
    m_inside->setParent(nullptr);
}

void RelayTest::answersAfterTheEndOfTheQuestion()
{
    connectClient();
    m_client->write("question");
    QTRY_COMPARE(m_client->bytesToWrite(), 0);
    ::shutdown(int(m_client->socketDescriptor()), SHUT_WR);
    // The task's end is a QTcpSocket, which closes as soon as it sees the end of the question.
    char text[16] = {};
    QTRY_COMPARE(m_inside->bytesAvailable(), 8);
    QCOMPARE(m_inside->read(text, sizeof(text)), 8);
}

void RelayTest::passesOnAnEndOfTheTask()
{
    connectClient();
    m_inside->write("answer");
    m_inside->disconnectFromHost();
    QTRY_COMPARE(m_client->state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(m_client->readAll(), "answer");
}

void RelayTest::waitsForASlowReader()
{
    connectClient();
    m_client->setReadBufferSize(1024);
    const QByteArray block(1024 * 1024, 'x');
    qint64 taken = 0;
    connect(m_inside.get(), &QTcpSocket::bytesWritten, this, [&](qint64 size) { taken += size; });
    constexpr int kBlocks = 64;
    for (int i = 0; i < kBlocks; ++i)
        m_inside->write(block);
    qint64 before = -1;
    while (taken != std::exchange(before, taken))
        QTest::qWait(300);
    // What the sockets of the kernel hold, and a little.
    QVERIFY2(taken < 32 * block.size(), qPrintable(QString::number(taken)));
    m_client->setReadBufferSize(0);
    qint64 received = 0;
    const auto read = [&] { received += m_client->readAll().size(); };
    connect(m_client.get(), &QTcpSocket::readyRead, this, read);
    read();
    QTRY_COMPARE_WITH_TIMEOUT(received, kBlocks * block.size(), 30000);
}

void RelayTest::hangsUpWhenNobodyAccepts()
{
    m_task->close();
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, m_port);
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(client.error(), QAbstractSocket::RemoteHostClosedError);
}

void RelayTest::turnsAwayWhatIsTooMuch()
{
    m_task->setMaxPendingConnections(1000);
    std::vector<std::unique_ptr<QTcpSocket>> clients;
    for (int i = 0; i < engines::PortForwarder::kMostConnections; ++i) {
        clients.push_back(std::make_unique<QTcpSocket>());
        clients.back()->connectToHost(QHostAddress::LocalHost, m_port);
        QTRY_COMPARE(clients.back()->state(), QAbstractSocket::ConnectedState);
    }
    QTcpSocket last;
    last.connectToHost(QHostAddress::LocalHost, m_port);
    QTRY_COMPARE(last.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(last.error(), QAbstractSocket::RemoteHostClosedError);
    QCOMPARE(clients.front()->state(), QAbstractSocket::ConnectedState);
    m_forwarder->close(m_key);
    QTRY_COMPARE(clients.front()->state(), QAbstractSocket::UnconnectedState);
}

QTEST_GUILESS_MAIN(RelayTest)
#include "tst_relay.moc"
