// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/tls.h"
#include "server.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QWebSocket>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class StreamsTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void carriesMessages_data();
    void carriesMessages();
    void answersErrorsBeforeTheUpgrade();
    void refusesWhatIsNoHandshake();
    void tellsTheHandlerWhenTheClientGoes();
    void endsFromTheServersSide();
    void dropsSlowReaders_data();
    void dropsSlowReaders();
    void dropsClientsThatAreGone();
    void ignoresWhatClientsSay();
    void tellsStreamsOfTheShutdown();
    void speaksTls();
    void outlivesBadHandshakes();
    void refusesBadCertificates();

private:
    std::optional<QSslConfiguration> tls(bool wanted) const
    {
        return wanted ? std::optional(*http::loadTls(m_certificate, m_key)) : std::nullopt;
    }
    void open(QWebSocket &socket, const Server &server, bool wanted,
              const QString &job = u"x"_s) const
    {
        QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
        trusting.addCaCertificates(m_certificate);
        socket.setSslConfiguration(trusting);
        QNetworkRequest request(QUrl(u"%1://localhost:%2/api/v1/jobs/%3/log/stream"_s.arg(
            wanted ? u"wss"_s : u"ws"_s, QString::number(server.port()), job)));
        request.setRawHeader("Authorization", "Bearer anna");
        socket.open(request);
    }

    QTemporaryDir m_dir;
    QString m_certificate;
    QString m_key;
};

void StreamsTest::initTestCase()
{
    m_certificate = m_dir.filePath(u"cert.pem"_s);
    m_key = m_dir.filePath(u"key.pem"_s);
    QCOMPARE(
        QProcess::execute(u"openssl"_s, {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                                         u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-days"_s,
                                         u"2"_s, u"-subj"_s, u"/CN=localhost"_s, u"-addext"_s,
                                         u"subjectAltName=DNS:localhost"_s, u"-keyout"_s, m_key,
                                         u"-out"_s, m_certificate}),
        0);
}

void StreamsTest::carriesMessages_data()
{
    QTest::addColumn<bool>("secure");
    QTest::newRow("ws") << false;
    QTest::newRow("wss") << true;
}

void StreamsTest::carriesMessages()
{
    QFETCH(const bool, secure);
    Server server({}, tls(secure));
    QWebSocket socket;
    QSignalSpy messages(&socket, &QWebSocket::textMessageReceived);
    open(socket, server, secure);
    QTRY_COMPARE(messages.count(), 1);
    for (int i = 0; i < 100; ++i) {
        const model::LogLine line{.at = {}, .task = {}, .text = u"行 %1"_s.arg(i)};
        server.sink->send(model::LogChunk{.lines = {line}});
    }
    QTRY_COMPARE(messages.count(), 101);
    QVERIFY(messages.last().first().toString().contains(u"行 99"_s));
}

void StreamsTest::answersErrorsBeforeTheUpgrade()
{
    Server server;
    Client client(server.port());
    client.send(get("/api/v1/jobs/gone/log/stream",
                    "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n")
                + get("/healthz"));
    QTRY_COMPARE(client.answers(), 2);
    QCOMPARE(client.status(), 404);
}

void StreamsTest::refusesWhatIsNoHandshake()
{
    Server server;
    const QByteArray key = "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n";
    const QByteArray wish = "Connection: Upgrade\r\nUpgrade: websocket\r\n";
    const QByteArray version = "Sec-WebSocket-Version: 13\r\n";
    const QList<std::pair<QByteArray, int>> cases{
        {{}, 426}, {wish + key, 426}, {wish + version, 400}, {key + version, 426}};
    for (const auto &[headers, status] : cases) {
        Client client(server.port());
        client.send(get("/api/v1/jobs/x/log/stream", headers));
        QTRY_COMPARE(client.status(), status);
        QVERIFY(!server.sink);
    }
}

void StreamsTest::tellsTheHandlerWhenTheClientGoes()
{
    Server server;
    auto socket = std::make_unique<QWebSocket>();
    open(*socket, server, false);
    QTRY_COMPARE(socket->state(), QAbstractSocket::ConnectedState);
    QTRY_VERIFY(server.sink);
    QSignalSpy closed(server.sink, &http::StreamSink::closed);
    socket->abort();
    QTRY_COMPARE(closed.count(), 1);
    QTRY_VERIFY(!server.sink);
    QCOMPARE(server.listener().connectionCount(), 0);
}

void StreamsTest::endsFromTheServersSide()
{
    Server server;
    QWebSocket socket;
    open(socket, server, false);
    QTRY_VERIFY(server.sink);
    server.sink->close(1008, u"no longer allowed"_s);
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    QCOMPARE(int(socket.closeCode()), 1008);
    QCOMPARE(socket.closeReason(), u"no longer allowed"_s);
    QTRY_COMPARE(server.listener().connectionCount(), 0);
}

void StreamsTest::dropsSlowReaders_data()
{
    carriesMessages_data();
}

void StreamsTest::dropsSlowReaders()
{
    QFETCH(const bool, secure);
    Server server({.streamBacklogBytes = 100000}, tls(secure));
    QWebSocket socket;
    socket.setReadBufferSize(1000);
    open(socket, server, secure);
    QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
    QTRY_VERIFY(server.sink);
    // The client shares this thread, so it reads nothing while this loop writes.
    const QByteArray text = '"' + QByteArray(10000, 'x') + '"';
    int sent = 0;
    while (sent < 100000 && server.sink->isOpen()) {
        server.sink->sendText(text);
        ++sent;
    }
    QVERIFY(sent < 2000);
    QTRY_COMPARE(server.listener().connectionCount(), 0);
}

void StreamsTest::dropsClientsThatAreGone()
{
    Server server({.pingTime = 30ms});
    QTcpSocket client; // answers no ping
    client.connectToHost(QHostAddress(QHostAddress::LocalHost), server.port());
    client.write(get("/api/v1/jobs/x/log/stream",
                     "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                     "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n"));
    QTRY_VERIFY(server.sink);
    QTRY_VERIFY(!server.sink);
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    QVERIFY(client.readAll().contains("101 Switching Protocols"));
}

void StreamsTest::ignoresWhatClientsSay()
{
    Server server;
    QWebSocket socket;
    QSignalSpy messages(&socket, &QWebSocket::textMessageReceived);
    open(socket, server, false);
    QTRY_COMPARE(messages.count(), 1);
    socket.sendTextMessage(u"hello"_s);
    server.sink->send(model::LogChunk{.lines = {}, .ended = true});
    QTRY_COMPARE(messages.count(), 2);
    socket.sendTextMessage(QString(100000, u'x'));
    QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
    QTRY_COMPARE(server.listener().connectionCount(), 0);
}

void StreamsTest::tellsStreamsOfTheShutdown()
{
    Server server;
    QWebSocket socket;
    open(socket, server, false);
    QTRY_COMPARE(socket.state(), QAbstractSocket::ConnectedState);
    QTRY_VERIFY(server.sink);
    QSignalSpy drained(&server.listener(), &http::Listener::drained);
    server.listener().shutDown();
    QTRY_COMPARE(drained.count(), 1);
    QTRY_COMPARE(int(socket.closeCode()), 1001);
}

void StreamsTest::speaksTls()
{
    Server server({}, tls(true));
    QByteArray received;
    QSslSocket client;
    QSslConfiguration trusting = QSslConfiguration::defaultConfiguration();
    trusting.addCaCertificates(m_certificate);
    client.setSslConfiguration(trusting);
    client.connectToHostEncrypted(u"localhost"_s, server.port());
    QTRY_VERIFY(client.isEncrypted());
    QVERIFY(client.sessionProtocol() >= QSsl::TlsV1_2);
    client.write(get("/healthz") + get("/healthz"));
    connect(&client, &QSslSocket::readyRead, this, [&] { received += client.readAll(); });
    QTRY_COMPARE(received.count("ok\n"), 2);
    QVERIFY(received.contains("Strict-Transport-Security"));
}

void StreamsTest::outlivesBadHandshakes()
{
    Server server({.headerTime = 100ms}, tls(true));
    Client plain(server.port());
    plain.send(get("/healthz"));
    Client silent(server.port());
    QTRY_VERIFY(plain.isClosed());
    QTRY_VERIFY(silent.isClosed());
    QCOMPARE(plain.answers(), 0);
    QTRY_COMPARE(server.listener().connectionCount(), 0);
}

void StreamsTest::refusesBadCertificates()
{
    QVERIFY(http::loadTls(m_certificate, m_key));
    QVERIFY(!http::loadTls(m_key, m_certificate));
    QVERIFY(!http::loadTls(u"/nowhere"_s, m_key));
    const QString other = m_dir.filePath(u"other.pem"_s);
    QCOMPARE(QProcess::execute(u"openssl"_s,
                               {u"genpkey"_s, u"-algorithm"_s, u"RSA"_s, u"-out"_s, other}),
             0);
    const auto mismatch = http::loadTls(m_certificate, other);
    QVERIFY(!mismatch);
    QVERIFY(mismatch.error().detail.contains(u"is not the key"_s));
}

QTEST_GUILESS_MAIN(StreamsTest)
#include "tst_streams.moc"
