// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class ListenerTest final : public QObject
{
    Q_OBJECT

private slots:
    void keepsConnectionsOpen();
    void answersInOrderWhatIsSentAhead();
    void closesWhenTheClientWishes();
    void refusesWhatIsTooLarge();
    void capsConnections();
    void capsConnectionsOfOneAddress();
    void endsSlowRequests();
    void endsIdleConnections();
    void endsAnswersThatDoNotCome();
    void survivesClientsThatHangUpEarly();
    void answersReadersInTheirOwnTime();
    void turnsExceptionsIntoAnErrorBody();
    void answersHeadWithoutBody();
    void continuesWhenExpectedTo();
    void endsWellWhenShutDown();
};

namespace {

const QByteArray kKill = "POST /api/v1/jobs/x/kill HTTP/1.1\r\nHost: x\r\n"
                         "Authorization: Bearer anna\r\n\r\n"_ba;

} // namespace

void ListenerTest::keepsConnectionsOpen()
{
    Server server;
    Client client(server.port());
    for (int i = 1; i <= 3; ++i) {
        client.send(get("/api/v1/account"));
        QTRY_COMPARE(client.answers(), i);
        QTRY_VERIFY(client.body().contains("anna"));
    }
    QCOMPARE(server.listener().connectionCount(), 1);
    QVERIFY(client.received().contains("Connection: keep-alive\r\n"));
    QVERIFY(client.received().contains("X-Content-Type-Options: nosniff\r\n"));
    QVERIFY(client.received().contains("Cache-Control: no-store\r\n"));
}

void ListenerTest::answersInOrderWhatIsSentAhead()
{
    Server server;
    Client client(server.port());
    QByteArray requests;
    for (int i = 0; i < 50; ++i) {
        requests +=
            i == 20 ? kKill : get("/healthz", "X-Request-ID: n" + QByteArray::number(i) + "\r\n");
    }
    client.send(requests);
    QTRY_COMPARE(client.answers(), 20);
    QTest::qWait(0);
    QCOMPARE(client.answers(), 20); // the kill is not answered yet, so nothing after it is
    server.promise.finish(Error{ErrorCode::Conflict, u"it has ended"_s, {}});
    QTRY_COMPARE(client.answers(), 50);
    qsizetype at = 0;
    for (int i = 0; i < 50; ++i) {
        const auto mark = i == 20 ? "409 Conflict"_ba : "X-Request-ID: n" + QByteArray::number(i);
        at = client.received().indexOf(mark, at);
        QVERIFY2(at >= 0, mark.constData());
    }
}

void ListenerTest::closesWhenTheClientWishes()
{
    Server server;
    for (const QByteArray &request :
         {"GET /healthz HTTP/1.0\r\n\r\n"_ba, get("/healthz", "Connection: close\r\n")}) {
        Client client(server.port());
        client.send(request);
        QTRY_VERIFY(client.isClosed());
        QCOMPARE(client.status(), 200);
        QVERIFY(client.received().contains("Connection: close\r\n"));
        QCOMPARE(client.body(), "ok\n"_ba);
    }
    QTRY_COMPARE(server.listener().connectionCount(), 0);
}

void ListenerTest::refusesWhatIsTooLarge()
{
    Server server;
    Client header(server.port());
    header.send(get("/healthz", "X-Long: " + QByteArray(40 * 1024, 'a') + "\r\n"));
    QTRY_COMPARE(header.status(), 431);
    Client body(server.port());
    body.send("POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 2000000\r\n\r\n"
              + QByteArray(2000000, 'a'));
    QTRY_COMPARE(body.status(), 413);
    QTRY_VERIFY(body.body().contains("too_large"));
    QVERIFY(body.body().contains("requestId"));
    QCOMPARE(server.calls, 0);
}

void ListenerTest::capsConnections()
{
    Server server({.connections = 3, .connectionsPerAddress = 100});
    std::vector<std::unique_ptr<Client>> clients;
    clients.reserve(3);
    for (int i = 0; i < 3; ++i)
        clients.push_back(std::make_unique<Client>(server.port()));
    QTRY_COMPARE(server.listener().connectionCount(), 3);
    Client late(server.port());
    QTRY_VERIFY(late.isClosed());
    clients.front()->hangUp();
    QTRY_COMPARE(server.listener().connectionCount(), 2);
    Client next(server.port());
    next.send(get("/healthz"));
    QTRY_COMPARE(next.status(), 200);
}

void ListenerTest::capsConnectionsOfOneAddress()
{
    Server server({.connections = 100, .connectionsPerAddress = 2});
    Client first(server.port());
    Client second(server.port());
    QTRY_COMPARE(server.listener().connectionCount(), 2);
    Client third(server.port());
    QTRY_VERIFY(third.isClosed());
    first.send(get("/healthz"));
    QTRY_COMPARE(first.status(), 200);
    QTcpSocket other;
    other.bind(QHostAddress(u"127.0.0.2"_s));
    other.connectToHost(QHostAddress(QHostAddress::LocalHost), server.port());
    QTRY_COMPARE(server.listener().connectionCount(), 3);
}

void ListenerTest::endsSlowRequests()
{
    Server server({.headerTime = 150ms, .requestTime = 300ms, .idleTime = 60s});
    Client silent(server.port());
    Client head(server.port());
    Client body(server.port());
    head.send("GET /healthz HTTP/1.1\r\nX: ");
    body.send("POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n");
    QElapsedTimer passed;
    passed.start();
    while (head.status() == 0 || body.status() == 0) {
        head.send("a");
        body.send("a");
        QTest::qWait(5);
        QVERIFY(passed.elapsed() < 5000);
    }
    QCOMPARE(head.status(), 408);
    QCOMPARE(body.status(), 408);
    QVERIFY(passed.elapsed() >= 250);
    QTRY_VERIFY(silent.isClosed());
    QCOMPARE(silent.received().size(), 0);
    head.hangUp();
    body.hangUp();
    QTRY_COMPARE(server.listener().connectionCount(), 0);
}

void ListenerTest::endsIdleConnections()
{
    Server server({.idleTime = 50ms});
    Client client(server.port());
    client.send(get("/healthz"));
    QTRY_COMPARE(client.status(), 200);
    QTRY_VERIFY(client.isClosed());
}

void ListenerTest::endsAnswersThatDoNotCome()
{
    Server server({.answerTime = 50ms});
    Client client(server.port());
    client.send(kKill);
    QTRY_COMPARE(client.status(), 504);
    QTRY_VERIFY(client.isClosed());
    server.promise.finish(Error{ErrorCode::Conflict, u"late"_s, {}});
    QTest::qWait(0);
    QCOMPARE(client.answers(), 1);
}

void ListenerTest::survivesClientsThatHangUpEarly()
{
    Server server;
    for (int i = 0; i < 50; ++i) {
        Client client(server.port());
        client.send(kKill);
        QTRY_COMPARE(server.listener().connectionCount(), 1);
        client.hangUp();
        QTRY_COMPARE(server.listener().connectionCount(), 0);
    }
    server.promise.finish(Error{ErrorCode::Conflict, u"late"_s, {}});
    Client good(server.port());
    good.send(get("/healthz"));
    QTRY_COMPARE(good.status(), 200);
}

void ListenerTest::answersReadersInTheirOwnTime()
{
    // A large answer to a client that reads late, with a request waiting behind it.
    Server server;
    QByteArray received;
    QTcpSocket client;
    client.setReadBufferSize(1000);
    client.connectToHost(QHostAddress(QHostAddress::LocalHost), server.port());
    const QByteArray name(900 * 1024, 'n');
    const QByteArray body = R"({"username": ")" + name + R"(", "password": ""})";
    for (int i = 0; i < 8; ++i) {
        client.write("POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: "
                     + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }
    QTRY_VERIFY(server.calls > 0);
    client.setReadBufferSize(0);
    received = client.readAll();
    connect(&client, &QTcpSocket::readyRead, this, [&] { received += client.readAll(); });
    QTRY_VERIFY_WITH_TIMEOUT(
        received.count("HTTP/1.1 200") == 8 && received.size() > 8 * name.size(), 20000);
}

void ListenerTest::turnsExceptionsIntoAnErrorBody()
{
    Server server;
    Client client(server.port());
    QTest::ignoreMessage(QtCriticalMsg, QRegularExpression(u"a handler threw"_s));
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"500"_s));
    client.send(QByteArray(kKill).replace("kill", "pause"));
    QTRY_COMPARE(client.status(), 500);
    QTRY_VERIFY(client.body().contains("internal"));
}

void ListenerTest::answersHeadWithoutBody()
{
    Server server;
    Client client(server.port());
    client.send("HEAD /healthz HTTP/1.1\r\nHost: x\r\n\r\n" + get("/healthz"));
    QTRY_COMPARE(client.answers(), 2);
    QCOMPARE(client.received().count("ok\n"), 1);
    QCOMPARE(client.received().count("Content-Length: 3\r\n"), 2);
}

void ListenerTest::continuesWhenExpectedTo()
{
    Server server;
    Client client(server.port());
    client.send("POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nContent-Length: 34\r\n"
                "Expect: 100-continue\r\n\r\n");
    QTRY_COMPARE(client.received(), "HTTP/1.1 100 Continue\r\n\r\n"_ba);
    client.send(R"({"username": "a", "password": "b"})");
    QTRY_VERIFY(client.received().contains("HTTP/1.1 200 OK\r\n"));
}

void ListenerTest::endsWellWhenShutDown()
{
    Server server;
    Client idle(server.port());
    Client busy(server.port());
    busy.send(kKill);
    idle.send(get("/healthz"));
    QTRY_COMPARE(idle.status(), 200);
    QTRY_COMPARE(server.listener().connectionCount(), 2);
    bool drained = false;
    connect(&server.listener(), &http::Listener::drained, this, [&] { drained = true; });
    server.listener().shutDown();
    QTRY_VERIFY(idle.isClosed());
    QVERIFY(!drained);
    server.promise.finish(Error{ErrorCode::Conflict, u"it has ended"_s, {}});
    QTRY_COMPARE(busy.status(), 409);
    QTRY_VERIFY(drained);
    server.destroyListener();
}

QTEST_GUILESS_MAIN(ListenerTest)
#include "tst_listener.moc"
