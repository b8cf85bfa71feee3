// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/router.h"
#include "core/api/accounts.h"
#include "core/api/cluster.h"
#include "core/api/errorbody.h"
#include "core/api/jobs.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

Result<model::Account> authenticate(const QByteArray &token)
{
    model::Account account{.id = model::UserId(30001),
                           .username = u"anna"_s,
                           .nickname = {},
                           .permissions = {},
                           .vcs = {}};
    if (token == "viewer")
        account.permissions = {model::Permission::ViewClusterStatus};
    if (token == "viewer" || token == "guest")
        return account;
    return Error{ErrorCode::Unauthenticated, u"no such session"_s, {}};
}

http::Request request(const QByteArray &method, const QByteArray &target,
                      http::Headers headers = {}, const QByteArray &body = {})
{
    headers.append({"Host"_ba, "berth.lab:8600"_ba});
    return {.method = method, .target = target, .headers = headers, .body = body, .peer = {}};
}

http::Headers as(const QByteArray &token)
{
    return {{"Authorization"_ba, "Bearer " + token}};
}

} // namespace

class RouterTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void answersWithTheEncodedResult();
    void readsBodiesQueriesAndPaths();
    void namesTheOffendingField();
    void saysNotFoundAndMethodNotAllowed();
    void refusesWithoutSessionOrPermission();
    void takesTheTokenFromTheHeaderOnly();
    void refusesChangesFromOtherSites();
    void echoesOnlyCleanRequestIds();
    void waitsForFutures();
    void opensStreamsOrRefusesThem();
    void answersPlainAddresses();
    void refusesBodiesThatAreNotJson();
    void servesPagesToBrowsers();

private:
    http::Response ask(const http::Request &request) const
    {
        const auto answer = m_router->handle(request);
        const auto *response = std::get_if<http::Response>(&answer);
        return response != nullptr ? *response
                                   : http::Response{.contentType = {}, .body = {}, .headers = {}};
    }
    static QByteArray header(const http::Response &response, const QByteArray &name)
    {
        for (const auto &[key, value] : response.headers) {
            if (key == name)
                return value;
        }
        return {};
    }

    std::optional<http::Router> m_router;
    http::Call m_call;
    QByteArray m_seen;
    Promise<model::Job> m_promise;
};

void RouterTest::init()
{
    m_router.emplace(authenticate);
    m_promise = {};
    m_router->on(api::getAccount, [](const http::Call &call, const model::Nothing &) {
        return Result<model::Account>(call.account);
    });
    m_router->on(api::signIn, [this](const http::Call &call, const model::SignIn &input) {
        m_call = call;
        m_seen = input.username.toUtf8();
        return Result<model::Session>(Error{ErrorCode::Unauthenticated, u"no"_s, {}});
    });
    m_router->on(api::listNodes, [](const http::Call &, const model::Nothing &) {
        return Result<model::Items<model::Node>>(model::Items<model::Node>{});
    });
    m_router->on(api::jobLog, [this](const http::Call &call, const model::LogQuery &query) {
        m_call = call;
        m_seen = QByteArray::number(query.tail);
        return Result<model::Items<model::LogLine>>(model::Items<model::LogLine>{});
    });
    m_router->on(api::killJob,
                 [this](const http::Call &, const model::Nothing &) { return m_promise.future(); });
    m_router->on(
        api::followLog,
        [](const http::Call &call, const model::LogQuery &, http::StreamSink *sink) -> Result<> {
            if (call.path["id"_L1] == "gone"_L1)
                return Error{ErrorCode::NotFound, u"no such job"_s, {}};
            sink->send(model::LogChunk{.lines = {}, .ended = true});
            return {};
        });
    m_router->onPlain(u"/healthz"_s, [] { return http::Response::text("ok\n"); });
}

void RouterTest::answersWithTheEncodedResult()
{
    const auto response = ask(request("GET", "/api/v1/account", as("guest")));
    QCOMPARE(response.status, 200);
    QCOMPARE(response.contentType, "application/json"_ba);
    QCOMPARE(json::decodeText<model::Account>(response.body)->username, u"anna"_s);
}

void RouterTest::readsBodiesQueriesAndPaths()
{
    ask(request("POST", "/api/v1/sessions", {{"Idempotency-Key"_ba, "k-1"_ba}},
                R"({"username": "安娜", "password": "x"})"));
    QCOMPARE(m_seen, QByteArray("安娜"));
    QCOMPARE(m_call.idempotencyKey, u"k-1"_s);
    ask(request("GET", "/api/v1/jobs/a%2Fb%3F/log?tail=7", as("guest")));
    QCOMPARE(m_seen, "7"_ba);
    QCOMPARE(m_call.path["id"_L1], u"a/b?"_s);
    QCOMPARE(m_call.token, "guest"_ba);
}

void RouterTest::namesTheOffendingField()
{
    const auto body = ask(request("POST", "/api/v1/sessions", {}, R"({"username": 1})"));
    QCOMPARE(body.status, 400);
    QCOMPARE(api::readError(400, body.body).field, u"username"_s);
    const auto query = ask(request("GET", "/api/v1/jobs/x/log?tail=many", as("guest")));
    QCOMPARE(query.status, 400);
    QCOMPARE(api::readError(400, query.body).field, u"tail"_s);
    const auto syntax = ask(request("POST", "/api/v1/sessions", {}, "{"));
    QCOMPARE(syntax.status, 400);
}

void RouterTest::saysNotFoundAndMethodNotAllowed()
{
    for (const auto *target : {"/", "/api/v1/accounts", "/api/v1/account/", "/api/v1/jobs//log",
                               "/api/v1/jobs/%00/log", "//", "/api/v1/jobs/x/log/y"})
        QCOMPARE(ask(request("GET", target, as("guest"))).status, 404);
    const auto response = ask(request("PATCH", "/api/v1/account", as("guest")));
    QCOMPARE(response.status, 405);
    QCOMPARE(header(response, "Allow"), "GET"_ba);
    QVERIFY(!api::readError(405, response.body).detail.isEmpty());
}

void RouterTest::refusesWithoutSessionOrPermission()
{
    const auto nobody = ask(request("GET", "/api/v1/nodes"));
    QCOMPARE(nobody.status, 401);
    QCOMPARE(header(nobody, "WWW-Authenticate"), "Bearer"_ba);
    QCOMPARE(ask(request("GET", "/api/v1/nodes", as("stolen"))).status, 401);
    QCOMPARE(ask(request("GET", "/api/v1/nodes", as("guest"))).status, 403);
    QCOMPARE(ask(request("GET", "/api/v1/nodes", as("viewer"))).status, 200);
    QCOMPARE(ask(request("GET", "/api/v1/jobs/gone/log/stream")).status, 401);
}

void RouterTest::takesTheTokenFromTheHeaderOnly()
{
    QCOMPARE(ask(request("GET", "/api/v1/account?token=guest&access_token=guest")).status, 401);
    QCOMPARE(ask(request("GET", "/api/v1/account", {{"Cookie"_ba, "token=guest"_ba}})).status, 401);
    const http::Headers basic{{"Authorization"_ba, "Basic guest"_ba}};
    QCOMPARE(ask(request("GET", "/api/v1/account", basic)).status, 401);
    const http::Headers lower{{"authorization"_ba, "bearer guest"_ba}};
    QCOMPARE(ask(request("GET", "/api/v1/account", lower)).status, 200);
}

void RouterTest::refusesChangesFromOtherSites()
{
    const QByteArray body = R"({"username": "a", "password": "b"})";
    for (const auto *origin : {"http://evil.example", "null", "https://berth.lab:8600.evil"}) {
        QCOMPARE(ask(request("POST", "/api/v1/sessions", {{"Origin"_ba, origin}}, body)).status,
                 403);
        const http::Headers headers{{"Origin"_ba, origin}, {"Authorization"_ba, "Bearer guest"_ba}};
        QCOMPARE(ask(request("GET", "/api/v1/jobs/x/log/stream", headers)).status, 403);
        QCOMPARE(ask(request("GET", "/api/v1/account", headers)).status, 200);
    }
    const http::Headers own{{"Origin"_ba, "https://berth.lab:8600"_ba}};
    QCOMPARE(ask(request("POST", "/api/v1/sessions", own, body)).status, 401);
}

void RouterTest::echoesOnlyCleanRequestIds()
{
    const auto id = [this](const QByteArray &given) {
        return header(ask(request("GET", "/nowhere", {{"X-Request-ID"_ba, given}})),
                      "X-Request-ID");
    };
    QCOMPARE(id("abc-1.2_X"), "abc-1.2_X"_ba);
    QVERIFY(id("a b") != "a b");
    QVERIFY(id("a\r\nSet-Cookie: x").size() == 36);
    QCOMPARE(id(QByteArray(65, 'a')).size(), 36);
    const auto response = ask(request("GET", "/nowhere", {{"X-Request-ID"_ba, "abc"_ba}}));
    QVERIFY(response.body.contains(R"("requestId":"abc")"));
}

void RouterTest::waitsForFutures()
{
    const auto answer = m_router->handle(request("POST", "/api/v1/jobs/x/kill", as("guest")));
    const auto *later = std::get_if<http::Later>(&answer);
    QVERIFY(later != nullptr);
    int status = 0;
    (*later)(this, [&](const http::Response &response) { status = response.status; });
    {
        QObject gone;
        (*later)(&gone, [&](const http::Response &) { status = -1; });
    }
    m_promise.finish(Error{ErrorCode::Conflict, u"it has ended"_s, {}});
    QTRY_COMPARE(status, 409);
}

void RouterTest::opensStreamsOrRefusesThem()
{
    const auto open = [this](const QByteArray &target, http::StreamSink *sink) {
        const auto answer = m_router->handle(request("GET", target, as("guest")));
        return std::get<http::Opening>(answer).begin(sink);
    };
    http::StreamSink sink;
    QVERIFY(!open("/api/v1/jobs/x/log/stream?tail=1", &sink));
    QCOMPARE(sink.waiting(), QList<QByteArray>{R"({"ended":true,"lines":[]})"});
    const auto refusal = open("/api/v1/jobs/gone/log/stream", &sink);
    QVERIFY(refusal);
    QCOMPARE(refusal->status, 404);
    QVERIFY(!header(*refusal, "X-Request-ID").isEmpty());
}

void RouterTest::answersPlainAddresses()
{
    QCOMPARE(ask(request("GET", "/healthz")).body, "ok\n"_ba);
    QCOMPARE(ask(request("HEAD", "/healthz")).status, 200);
    QCOMPARE(ask(request("POST", "/healthz")).status, 405);
    QCOMPARE(m_router->routes().size(), 6);
}

void RouterTest::refusesBodiesThatAreNotJson()
{
    const http::Headers form{{"Content-Type"_ba, "text/plain"_ba}};
    const QByteArray body = R"({"username": "a", "password": "b"})";
    QCOMPARE(ask(request("POST", "/api/v1/sessions", form, body)).status, 400);
    const http::Headers json{{"Content-Type"_ba, "application/json; charset=utf-8"_ba}};
    QCOMPARE(ask(request("POST", "/api/v1/sessions", json, body)).status, 401);
}

void RouterTest::servesPagesToBrowsers()
{
    QStringList said;
    const auto page = [&said](const http::Call &call, const http::Request &from) {
        said = {call.path.value(u"who"_s), from.query().queryItemValue(u"code"_s),
                from.form().queryItemValue(u"answer"_s), call.client};
        return ready<http::Response>(http::Response::page("p{}", "<p>done"));
    };
    m_router->onPage(api::Verb::Get, u"/pages/{who}"_s, page);
    m_router->onPage(api::Verb::Post, u"/pages/{who}"_s, page);
    QVERIFY(std::get_if<http::Later>(&static_cast<const http::Answer &>(m_router->handle(
                request("GET", "/pages/a%2Fb?code=x%26y", {{"User-Agent"_ba, "berth\x01/1"_ba}}))))
            != nullptr);
    QCOMPARE(said, QStringList({u"a/b"_s, u"x&y"_s, u""_s, u"berth/1"_s}));
    const http::Headers form{{"Content-Type"_ba, "application/x-www-form-urlencoded"_ba},
                             {"Origin"_ba, "https://berth.lab:8600"_ba}};
    m_router->handle(request("POST", "/pages/a", form, "answer=yes"));
    QCOMPARE(said.at(2), u"yes"_s);
    QCOMPARE(ask(request("POST", "/pages/a", {{"Origin"_ba, "https://evil"_ba}})).status, 403);
    QCOMPARE(ask(request("PUT", "/pages/a")).status, 405);
    for (const auto &route : m_router->routes())
        QVERIFY(!route.path.startsWith("/pages"_L1));
    const QByteArray wire = http::serialise(http::Response::page("p{}", "<p>done"), {});
    QCOMPARE(wire.count("Content-Security-Policy:"), 1);
    QVERIFY(wire.contains("style-src 'sha256-"));
    QVERIFY(wire.contains("Cache-Control: no-store"));
    QVERIFY(wire.contains("Referrer-Policy: same-origin\r\n"));
}

QTEST_GUILESS_MAIN(RouterTest)
#include "tst_router.moc"
