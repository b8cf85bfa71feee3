// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/apiclient.h"
#include "core/client/streams.h"
#include "core/json/codec.h"
#include "miniserver.h"

#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>
#include <QWebSocket>
#include <QWebSocketServer>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using client::ApiClient;
using client::Connection;

namespace {

constexpr client::StreamPace kQuick{.firstPause = 20ms, .longestPause = 200ms, .ping = 5s};

// A WebSocket server whose newest client the test speaks through.
class StreamServer final : public QWebSocketServer
{
public:
    StreamServer()
        : QWebSocketServer(u"test"_s, NonSecureMode)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QWebSocketServer::newConnection, this, [this] {
            client.reset(nextPendingConnection());
            ++openings;
        });
    }

    QUrl address() const { return QUrl(u"http://127.0.0.1:%1"_s.arg(serverPort())); }
    QString query(const QString &key) const
    {
        return QUrlQuery(client->requestUrl()).queryItemValue(key, QUrl::FullyDecoded);
    }
    template <typename Message>
    void say(const Message &message)
    {
        client->sendTextMessage(QString::fromUtf8(json::encodeText(message)));
    }

    std::unique_ptr<QWebSocket> client;
    int openings = 0;
};

model::Event hello(const QString &token)
{
    return {.topic = model::EventTopic::Hello, .token = token, .job = {}, .node = {}, .vc = {}};
}

model::LogChunk chunk(const QStringList &texts, bool ended = false)
{
    model::LogChunk chunk{{}, ended};
    for (const QString &text : texts) {
        chunk.lines.append({.at = QDateTime::fromSecsSinceEpoch(1700000000, Qt::UTC),
                            .task = u"main"_s,
                            .text = text});
    }
    return chunk;
}

} // namespace

class StreamsTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void sendsTheTokenAndReadsEvents();
    void resumesAfterTheLastEvent();
    void startsAfreshAfterStop();
    void leavesAServerThatFallsSilent();
    void goesOnTryingWhileNobodyListens();
    void endsWithTheSession();
    void skipsAMessageItCannotRead();
    void readsALogToItsEnd();
    void startsTheLogAgainAfterALoss();
    void stopsFollowingAJobThatIsAbsent();

private:
    std::unique_ptr<StreamServer> m_server;
    std::unique_ptr<ApiClient> m_api;
};

void StreamsTest::init()
{
    m_server = std::make_unique<StreamServer>();
    m_api = std::make_unique<ApiClient>();
    QVERIFY(m_api->setServer(m_server->address()));
    m_api->setToken(u"secret"_s);
}

void StreamsTest::cleanup()
{
    m_api.reset();
    m_server.reset();
}

void StreamsTest::sendsTheTokenAndReadsEvents()
{
    client::EventStream stream(*m_api);
    QList<model::Event> events;
    connect(&stream, &client::EventStream::received, this,
            [&](const model::Event &event) { events.append(event); });
    QCOMPARE(stream.connection(), Connection::Offline);
    stream.start();
    QCOMPARE(stream.connection(), Connection::Connecting);
    QTRY_VERIFY(m_server->client);
    QCOMPARE(m_server->client->request().rawHeader("Authorization"), "Bearer secret");
    QCOMPARE(m_server->client->requestUrl().path(), u"/api/v1/events"_s);
    QCOMPARE(m_server->query(u"since"_s), QString());

    m_server->say(hello(u"t1"_s));
    QTRY_COMPARE(events, QList{hello(u"t1"_s)});
    QCOMPARE(stream.connection(), Connection::Online);
}

void StreamsTest::resumesAfterTheLastEvent()
{
    client::EventStream stream(*m_api);
    stream.setPace(kQuick);
    QSignalSpy received(&stream, &client::EventStream::received);
    QSignalSpy failed(&stream, &client::EventStream::failed);
    stream.start();
    QTRY_VERIFY(m_server->client);
    m_server->say(hello(u"t1"_s));
    m_server->say(hello(u"t2 +%/"_s));
    QTRY_COMPARE(received.size(), 2);

    m_server->client->abort();
    QTRY_COMPARE(stream.connection(), Connection::Reconnecting);
    QCOMPARE(failed.size(), 1);
    QTRY_COMPARE(m_server->openings, 2);
    QCOMPARE(m_server->query(u"since"_s), u"t2 +%/"_s);
    QCOMPARE(stream.connection(), Connection::Reconnecting);
    m_server->say(hello(u"t3"_s));
    QTRY_COMPARE(stream.connection(), Connection::Online);
}

void StreamsTest::startsAfreshAfterStop()
{
    client::EventStream stream(*m_api);
    stream.start();
    QTRY_VERIFY(m_server->client);
    m_server->say(hello(u"t1"_s));
    QTRY_COMPARE(stream.connection(), Connection::Online);
    stream.stop();
    QCOMPARE(stream.connection(), Connection::Offline);
    stream.start();
    QTRY_COMPARE(m_server->openings, 2);
    QCOMPARE(m_server->query(u"since"_s), QString());
}

void StreamsTest::leavesAServerThatFallsSilent()
{
    QTcpServer silent; // takes connections, never answers
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    QVERIFY(m_api->setServer(QUrl(u"http://127.0.0.1:%1"_s.arg(silent.serverPort()))));
    client::EventStream stream(*m_api);
    stream.setPace({.firstPause = 5ms, .longestPause = 5ms, .ping = 30ms});
    QList<Error> failures;
    connect(&stream, &client::EventStream::failed, this,
            [&](const Error &error) { failures.append(error); });
    stream.start();
    QTRY_VERIFY(failures.size() >= 2);
    QCOMPARE(failures.at(0).code, ErrorCode::TimedOut);
}

void StreamsTest::goesOnTryingWhileNobodyListens()
{
    const quint16 port = m_server->serverPort();
    m_server->close();
    client::EventStream stream(*m_api);
    stream.setPace(kQuick);
    QList<Error> failures;
    connect(&stream, &client::EventStream::failed, this,
            [&](const Error &error) { failures.append(error); });
    stream.start();
    QTRY_VERIFY(failures.size() >= 2);
    QCOMPARE(failures.at(0).code, ErrorCode::Unavailable);
    QVERIFY2(failures.at(0).detail.contains(u"refuses the connection"_s),
             qPrintable(failures.at(0).detail));
    QVERIFY(m_server->listen(QHostAddress::LocalHost, port));
    QTRY_VERIFY(m_server->client);
    m_server->say(hello(u"t1"_s));
    QTRY_COMPARE(stream.connection(), Connection::Online);
}

void StreamsTest::endsWithTheSession()
{
    MiniServer refusing([](const MiniRequest &, QTcpSocket &socket) {
        answer(socket, 401, "{}", "Connection: close\r\n");
        socket.disconnectFromHost();
    });
    QVERIFY(m_api->setServer(refusing.address()));
    const QSignalSpy expired(m_api.get(), &ApiClient::sessionExpired);
    client::EventStream stream(*m_api);
    stream.setPace(kQuick);
    stream.start();
    QTRY_COMPARE(expired.size(), 1);
    QCOMPARE(stream.connection(), Connection::Offline);
    QCOMPARE(refusing.requests().size(), 1);
}

void StreamsTest::skipsAMessageItCannotRead()
{
    client::EventStream stream(*m_api);
    QSignalSpy received(&stream, &client::EventStream::received);
    stream.start();
    QTRY_VERIFY(m_server->client);
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"cannot be read"_s));
    m_server->client->sendTextMessage(uR"({"topic": "of tomorrow", "token": "t"})"_s);
    m_server->say(hello(u"t1"_s));
    QTRY_COMPARE(received.size(), 1);
}

void StreamsTest::readsALogToItsEnd()
{
    const auto job = model::JobId(QUuid::createUuid());
    client::LogStream stream(*m_api, job, {.tail = 5, .task = u"main"_s});
    QStringList texts;
    connect(&stream, &client::LogStream::linesReceived, this, [&](const auto &lines) {
        for (const model::LogLine &line : lines)
            texts.append(line.text);
    });
    QSignalSpy ended(&stream, &client::LogStream::ended);
    stream.start();
    QTRY_VERIFY(m_server->client);
    QCOMPARE(m_server->client->requestUrl().path(),
             u"/api/v1/jobs/%1/log/stream"_s.arg(job.toString()));
    QCOMPARE(m_server->query(u"tail"_s), u"5"_s);
    m_server->say(chunk({u"<b>one</b>"_s, u"two"_s}));
    m_server->say(chunk({u"three"_s}, true));
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(texts, (QStringList{u"<b>one</b>"_s, u"two"_s, u"three"_s}));
}

void StreamsTest::startsTheLogAgainAfterALoss()
{
    client::LogStream stream(*m_api, model::JobId(QUuid::createUuid()), {.tail = 5, .task = {}});
    stream.setPace(kQuick);
    QSignalSpy lines(&stream, &client::LogStream::linesReceived);
    QSignalSpy restarted(&stream, &client::LogStream::restarted);
    stream.start();
    QTRY_VERIFY(m_server->client);
    m_server->say(chunk({u"one"_s}));
    QTRY_COMPARE(lines.size(), 1);
    QCOMPARE(restarted.size(), 0);
    m_server->client->abort();
    QTRY_COMPARE(m_server->openings, 2);
    m_server->say(chunk({u"one"_s, u"two"_s}));
    QTRY_COMPARE(lines.size(), 2);
    QCOMPARE(restarted.size(), 1);
}

void StreamsTest::stopsFollowingAJobThatIsAbsent()
{
    MiniServer refusing([](const MiniRequest &, QTcpSocket &socket) {
        answer(socket, 404, "{}", "Connection: close\r\n");
        socket.disconnectFromHost();
    });
    QVERIFY(m_api->setServer(refusing.address()));
    client::LogStream stream(*m_api, model::JobId(QUuid::createUuid()), {});
    stream.setPace({.firstPause = 1ms, .longestPause = 1ms});
    QList<Error> failures;
    connect(&stream, &client::LogStream::failed, this,
            [&](const Error &error) { failures.append(error); });
    stream.start();
    QTRY_COMPARE(failures.size(), 1);
    QCOMPARE(failures.at(0).code, ErrorCode::NotFound);
    // A question and its answer take longer than the pause: by then it would have knocked again.
    const auto other = m_api->send({.path = u"/other"_s, .body = {}, .idempotencyKey = {}});
    QTRY_VERIFY(other.isFinished());
    QCOMPARE(refusing.requests().size(), 2);
}

QTEST_GUILESS_MAIN(StreamsTest)
#include "tst_streams.moc"
