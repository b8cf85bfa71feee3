// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/accounts.h"
#include "core/api/errorbody.h"
#include "core/api/jobs.h"
#include "core/client/apiclient.h"
#include "miniserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using client::ApiClient;

namespace {

const model::JobId kJob(QUuid(u"11111111-2222-3333-4444-555555555555"_s));

QByteArray account()
{
    return json::encodeText(model::Account{.id = model::UserId(30001),
                                           .username = u"admin"_s,
                                           .nickname = u"Admin"_s,
                                           .permissions = {},
                                           .vcs = {}});
}

template <typename T>
Result<T> wait(const QFuture<Result<T>> &future)
{
    if (!QTest::qWaitFor([&] { return future.isFinished(); }, 10000))
        return Error{ErrorCode::TimedOut, u"the test waited too long"_s, QString()};
    return future.result();
}

client::Patience hasty()
{
    return {.answer = 2s, .firstPause = 5ms};
}

} // namespace

class ApiClientTest final : public QObject
{
    Q_OBJECT

private slots:
    void sendsTokenRequestIdAndQuery();
    void sendsTheBodyAndTheIdempotencyKey();
    void readsTheErrorBody();
    void takesAnEmptyAnswerForNothing();
    void refusesAnAnswerItCannotRead();
    void refusesRedirects();
    void refusesAnAnswerThatIsTooLarge();
    void triesAGetAgain();
    void triesAgainWhenTheConnectionIsLostInTheMiddle();
    void neverRepeatsAMutationWithoutAKey();
    void repeatsAMutationWithAKey();
    void givesUpOnASilentServer();
    void saysWhoRefusesTheConnection();
    void saysThatThereIsNoAddress();
    void checksCertificates();
    void tellsTheEndOfASessionOnceForEachToken();
    void isSilentAfterItsEnd();
    void checksTheServersAddress_data();
    void checksTheServersAddress();
};

void ApiClientTest::sendsTokenRequestIdAndQuery()
{
    MiniServer server([](const MiniRequest &, QTcpSocket &socket) {
        answer(socket, 200, R"({"items": [], "total": 0})");
    });
    ApiClient api;
    QVERIFY(api.setServer(server.address()));
    api.setToken(u"secret"_s);
    model::JobQuery query;
    query.text = u"a b+c&d=1%"_s;
    const auto page = wait(api.call(api::listJobs, {}, query));
    QVERIFY(page);
    const MiniRequest &request = server.requests().at(0);
    QCOMPARE(request.verb, "GET");
    QCOMPARE(request.headers.value("authorization"), "Bearer secret");
    QCOMPARE(request.headers.value("x-request-id").size(), 36);
    QVERIFY2(request.path.contains("text=a%20b%2Bc%26d%3D1%25"), request.path.constData());
}

void ApiClientTest::sendsTheBodyAndTheIdempotencyKey()
{
    MiniServer server([](const MiniRequest &, QTcpSocket &socket) {
        answer(socket, 409, api::errorBody({ErrorCode::Conflict, u"no"_s, {}}, u"r"_s));
    });
    ApiClient api;
    QVERIFY(api.setServer(server.address()));
    model::JobSpec spec;
    spec.name = u"train"_s;
    spec.vc = model::VcName(u"platform"_s);
    QVERIFY(!wait(api.call(api::submitJob, {}, spec, u"key-1"_s)));
    const MiniRequest &request = server.requests().at(0);
    QCOMPARE(request.verb, "POST");
    QCOMPARE(request.path, "/api/v1/jobs");
    QCOMPARE(request.headers.value("idempotency-key"), "key-1");
    QCOMPARE(request.headers.value("content-type"), "application/json");
    QCOMPARE(json::decodeText<model::JobSpec>(request.body)->name, u"train"_s);
    QVERIFY(!request.headers.contains("authorization"));
}

void ApiClientTest::readsTheErrorBody()
{
    const Error error{ErrorCode::InvalidInput, u"name: the job needs a name"_s, u"name"_s};
    MiniServer server([&](const MiniRequest &, QTcpSocket &socket) {
        answer(socket, 400, api::errorBody(error, u"r"_s));
    });
    ApiClient api;
    QVERIFY(api.setServer(server.address()));
    QCOMPARE(wait(api.call(api::getJob, {kJob.toString()})).error(), error);
}

void ApiClientTest::takesAnEmptyAnswerForNothing()
{
    MiniServer server([](const MiniRequest &, QTcpSocket &socket) {
        socket.write("HTTP/1.1 204 No Content\r\n\r\n");
    });
    ApiClient api;
    QVERIFY(api.setServer(server.address()));
    QVERIFY(wait(api.call(api::signOut)));
    QCOMPARE(server.requests().at(0).verb, "DELETE");
}

void ApiClientTest::refusesAnAnswerItCannotRead()
{
    MiniServer server(
        [](const MiniRequest &, QTcpSocket &socket) { answer(socket, 200, R"({"id": "x"})"); });
    ApiClient api;
    QVERIFY(api.setServer(server.address()));
    const auto job = wait(api.call(api::getJob, {kJob.toString()}));
    QCOMPARE(job.error().code, ErrorCode::Internal);
    QVERIFY(job.error().detail.contains(u"cannot be read"_s));
}

void ApiClientTest::refusesRedirects()
{
    MiniServer other([](const MiniRequest &, QTcpSocket &socket) { answer(socket, 200, "{}"); });
    MiniServer server([&](const MiniRequest &, QTcpSocket &socket) {
        answer(socket, 302, "", "Location: " + other.address().toEncoded() + "/x\r\n");
    });
    ApiClient api;
    QVERIFY(api.setServer(server.address()));
    api.setToken(u"secret"_s);
    QCOMPARE(wait(api.call(api::getAccount)).error().code, ErrorCode::Unavailable);
    QCOMPARE(other.requests().size(), 0);
    QCOMPARE(server.requests().size(), 1);
}

void ApiClientTest::refusesAnAnswerThatIsTooLarge()
{
    MiniServer server([](const MiniRequest &, QTcpSocket &socket) {
        answer(socket, 200, QByteArray(100000, ' '));
    });
    ApiClient api;
    QVERIFY(api.setServer(server.address()));
    client::Patience patience = hasty();
    patience.mostBytes = 50000;
    api.setPatience(patience);
    QCOMPARE(wait(api.call(api::getAccount)).error().code, ErrorCode::TooLarge);
    QCOMPARE(server.requests().size(), 1);
}

void ApiClientTest::triesAGetAgain()
{
    int times = 0;
    MiniServer server([&](const MiniRequest &, QTcpSocket &socket) {
        ++times < 3 ? answer(socket, 503, "busy") : answer(socket, 200, account());
    });
    ApiClient api;
    QVERIFY(api.setServer(server.address()));
    api.setPatience(hasty());
    const auto result = wait(api.call(api::getAccount));
    QVERIFY(result);
    QCOMPARE(result->username, u"admin"_s);
    QCOMPARE(times, 3);
    QVERIFY(server.requests().at(0).headers.value("x-request-id")
            != server.requests().at(1).headers.value("x-request-id"));
}

void ApiClientTest::triesAgainWhenTheConnectionIsLostInTheMiddle()
{
    int times = 0;
    MiniServer server([&](const MiniRequest &, QTcpSocket &socket) {
        if (++times > 1)
            return answer(socket, 200, account());
        socket.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{\"id\": 3");
        socket.disconnectFromHost();
    });
    ApiClient api;
    QVERIFY(api.setServer(server.address()));
    api.setPatience(hasty());
    QVERIFY(wait(api.call(api::getAccount)));
    QCOMPARE(times, 2);
}

void ApiClientTest::neverRepeatsAMutationWithoutAKey()
{
    MiniServer server([](const MiniRequest &, QTcpSocket &socket) { answer(socket, 503, "busy"); });
    ApiClient api;
    QVERIFY(api.setServer(server.address()));
    api.setPatience(hasty());
    QCOMPARE(wait(api.call(api::killJob, {kJob.toString()})).error().code, ErrorCode::Unavailable);
    QCOMPARE(server.requests().size(), 1);
}

void ApiClientTest::repeatsAMutationWithAKey()
{
    MiniServer server([](const MiniRequest &, QTcpSocket &socket) { answer(socket, 503, "busy"); });
    ApiClient api;
    QVERIFY(api.setServer(server.address()));
    api.setPatience(hasty());
    QVERIFY(!wait(api.call(api::submitJob, {}, {}, u"key-1"_s)));
    QCOMPARE(server.requests().size(), 4);
    for (const MiniRequest &request : server.requests())
        QCOMPARE(request.headers.value("idempotency-key"), "key-1");
}

void ApiClientTest::givesUpOnASilentServer()
{
    MiniServer server([](const MiniRequest &, QTcpSocket &) { });
    ApiClient api;
    QVERIFY(api.setServer(server.address()));
    api.setPatience({.answer = 50ms, .retries = 1, .firstPause = 1ms});
    const auto result = wait(api.call(api::getAccount));
    QCOMPARE(result.error().code, ErrorCode::TimedOut);
    QCOMPARE(server.requests().size(), 2);
}

void ApiClientTest::saysWhoRefusesTheConnection()
{
    QTcpServer listener;
    QVERIFY(listener.listen(QHostAddress::LocalHost));
    const QString where = u"127.0.0.1:%1"_s.arg(listener.serverPort());
    listener.close();
    ApiClient api;
    QVERIFY(api.setServer(QUrl(u"http://"_s + where)));
    api.setPatience(hasty());
    const Error error = wait(api.call(api::getAccount)).error();
    QCOMPARE(error.code, ErrorCode::Unavailable);
    QCOMPARE(error.detail, where + u" refuses the connection, berthd may not be running"_s);
}

void ApiClientTest::saysThatThereIsNoAddress()
{
    ApiClient api;
    QVERIFY(api.setServer(QUrl(u"https://berth.invalid"_s)));
    api.setPatience({.answer = 5s, .retries = 0});
    const Error error = wait(api.call(api::getAccount)).error();
    if (error.code == ErrorCode::TimedOut)
        QSKIP("this machine's name server does not answer");
    QCOMPARE(error.detail, u"no address found for berth.invalid"_s);
}

void ApiClientTest::checksCertificates()
{
    const MiniCertificate certificate = makeCertificate();
    QVERIFY(!certificate.key.isEmpty());
    MiniServer server(
        [](const MiniRequest &, QTcpSocket &socket) { answer(socket, 200, account()); },
        tlsServer(certificate));
    ApiClient api;
    QVERIFY(api.setServer(server.address(u"https"_s)));
    const Error error = wait(api.call(api::getAccount)).error();
    QCOMPARE(error.code, ErrorCode::Unavailable);
    QVERIFY2(error.detail.contains(u"not trusted"_s), qPrintable(error.detail));
    QVERIFY(server.requests().isEmpty());

    QVERIFY(!api.setAuthority("no certificate"));
    QVERIFY(api.setAuthority(certificate.certificate));
    const auto trusted = wait(api.call(api::getAccount));
    QVERIFY2(trusted, qPrintable(trusted ? QString() : trusted.error().detail));
}

void ApiClientTest::tellsTheEndOfASessionOnceForEachToken()
{
    const Error error{ErrorCode::Unauthenticated, u"the session has ended"_s, {}};
    MiniServer server([&](const MiniRequest &, QTcpSocket &socket) {
        answer(socket, 401, api::errorBody(error, u"r"_s), "WWW-Authenticate: Bearer\r\n");
    });
    ApiClient api;
    QVERIFY(api.setServer(server.address()));
    const QSignalSpy expired(&api, &ApiClient::sessionExpired);
    QCOMPARE(wait(api.call(api::signIn)).error(), error); // a wrong password is no ended session
    QCOMPARE(expired.size(), 0);
    for (const auto &token : {u"first"_s, u"second"_s}) {
        api.setToken(token);
        QVERIFY(!wait(api.call(api::getAccount)));
        QVERIFY(!wait(api.call(api::getAccount)));
    }
    QCOMPARE(expired.size(), 2);
}

void ApiClientTest::isSilentAfterItsEnd()
{
    MiniServer server([](const MiniRequest &, QTcpSocket &) { });
    QFuture<Result<model::Account>> future;
    {
        ApiClient api;
        QVERIFY(api.setServer(server.address()));
        future = api.call(api::getAccount);
        QTRY_COMPARE(server.requests().size(), 1);
    }
    QTRY_VERIFY(future.isFinished());
    QVERIFY(future.isCanceled());
}

void ApiClientTest::checksTheServersAddress_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("https") << u"https://berth.lab:8443"_s << true;
    QTest::newRow("slash") << u"https://berth.lab/"_s << true;
    QTest::newRow("loopback") << u"http://127.0.0.1:8080"_s << true;
    QTest::newRow("loopback, IPv6") << u"http://[::1]:8080"_s << true;
    QTest::newRow("localhost") << u"http://localhost:8080"_s << true;
    QTest::newRow("plain") << u"http://berth.lab"_s << false;
    QTest::newRow("looks like loopback") << u"http://127.0.0.1.berth.lab"_s << false;
    QTest::newRow("password") << u"https://me:secret@berth.lab"_s << false;
    QTest::newRow("path") << u"https://berth.lab/berth"_s << false;
    QTest::newRow("no scheme") << u"berth.lab:8443"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void ApiClientTest::checksTheServersAddress()
{
    QFETCH(QString, address);
    QFETCH(bool, isGood);
    ApiClient api;
    const auto result = api.setServer(QUrl(address));
    QCOMPARE(bool(result), isGood);
    if (!isGood)
        QCOMPARE(result.error().field, u"server"_s);
    if (!isGood)
        QVERIFY(!wait(api.call(api::getAccount)));
}

QTEST_GUILESS_MAIN(ApiClientTest)
#include "tst_apiclient.moc"
