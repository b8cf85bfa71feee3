// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/identity/openidconnect.h"
#include "core/json/codec.h"
#include "tests/support/await.h"
#include "tests/support/openidpeer.h"

#include <QJsonArray>
#include <QTest>
#include <QUuid>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using identity::Handshake;
using identity::Person;
using support::await;
using support::OpenIdPeer;
using support::SigningKey;

using Twist = std::function<void(QJsonObject &claims)>;
using Sign = std::function<QByteArray(OpenIdPeer &peer, const QJsonObject &claims)>;
Q_DECLARE_METATYPE(Twist)
Q_DECLARE_METATYPE(Sign)

class OpenIdConnectTest : public QObject
{
    Q_OBJECT

private:
    // A provider and our side of it.
    struct Desk
    {
        OpenIdPeer peer;
        SystemClock clock;
        std::unique_ptr<identity::OpenIdConnect> provider = make(peer.issuer());

        std::unique_ptr<identity::OpenIdConnect> make(const QUrl &issuer, bool isTenant = false)
        {
            return std::make_unique<identity::OpenIdConnect>(
                identity::OpenIdSettings{issuer, isTenant, OpenIdPeer::clientId(),
                                         OpenIdPeer::clientSecret()},
                std::make_unique<identity::Fetcher>(QList<QSslCertificate>(),
                                                    identity::FetchLimits{2s, 64 * 1024}),
                clock);
        }
        Result<Person> enter(const QString &subject = u"anna"_s)
        {
            const Handshake handshake = fresh();
            const auto url = await(provider->signInUrl(handshake));
            if (!url)
                return url.error();
            return await(provider->identify(handshake, peer.authorize(*url, subject)));
        }
    };
    static Handshake fresh()
    {
        const auto random = [] { return QUuid::createUuid().toString(QUuid::WithoutBraces); };
        return {random(), random(), random() + random(),
                QUrl(u"https://berth.lab:8443/api/v1/sign-in/microsoft/callback"_s)};
    }
    static ErrorCode codeOf(const Result<Person> &person)
    {
        return person ? ErrorCode::NotFound : person.error().code;
    }

private slots:
    void asksForAllThatItChecks();
    void knowsAPersonAgain();
    void acceptsOtherAlgorithms_data();
    void acceptsOtherAlgorithms();
    void refusesWrongClaims_data();
    void refusesWrongClaims();
    void refusesWrongSignatures_data();
    void refusesWrongSignatures();
    void looksForNewKeysOnce();
    void refusesReplayedAndForeignCodes();
    void tellsWhoDeclined();
    void refusesAnotherProvidersAnswer();
    void refusesWhatIsPublishedUnsafely();
    void knowsTenants();
    void doesNotWaitForEver();
    void readsNoMoreThanItShould();
    void followsNowhereElse();
    void saysThatNobodyAnswers();
};

void OpenIdConnectTest::asksForAllThatItChecks()
{
    Desk desk;
    const Handshake handshake = fresh();
    const auto url = await(desk.provider->signInUrl(handshake));
    QVERIFY2(url, url ? "" : qPrintable(url.error().detail));
    const QUrlQuery query(*url);
    const auto value = [&](const QString &name) {
        return query.queryItemValue(name, QUrl::FullyDecoded);
    };
    QVERIFY(url->toString().startsWith(desk.peer.issuer().toString() + u"/auth?p=1&"_s));
    QCOMPARE(value(u"client_id"_s), OpenIdPeer::clientId());
    QCOMPARE(value(u"redirect_uri"_s), handshake.redirect.toString());
    QCOMPARE(value(u"response_type"_s), u"code"_s);
    QCOMPARE(value(u"state"_s), handshake.state);
    QCOMPARE(value(u"nonce"_s), handshake.nonce);
    QCOMPARE(value(u"code_challenge_method"_s), u"S256"_s);
    QCOMPARE(value(u"code_challenge"_s).size(), 43);
    QVERIFY(!url->toString().contains(handshake.verifier));
    QVERIFY(value(u"scope"_s).split(u' ').contains(u"openid"_s));
}

void OpenIdConnectTest::knowsAPersonAgain()
{
    Desk desk;
    const auto first = desk.enter();
    QVERIFY2(first, first ? "" : qPrintable(first.error().detail));
    QCOMPARE(first->name, u"ANNA"_s);
    QVERIFY(first->subject.contains(desk.peer.issuer().toString()));
    QCOMPARE(desk.enter()->subject, first->subject);
    QVERIFY(desk.enter(u"bert"_s)->subject != first->subject);
    QCOMPARE(desk.peer.keyRequests, 1);
}

void OpenIdConnectTest::acceptsOtherAlgorithms_data()
{
    QTest::addColumn<QString>("algorithm");
    for (const char *name : {"RS384", "RS512", "PS256", "ES256"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void OpenIdConnectTest::acceptsOtherAlgorithms()
{
    QFETCH(QString, algorithm);
    Desk desk;
    const SigningKey key(algorithm.startsWith("ES"_L1) ? SigningKey::Kind::Ec
                                                       : SigningKey::Kind::Rsa);
    desk.peer.keys = {key.publicPart(u"k"_s)};
    desk.peer.sign = [&](const QJsonObject &claims) {
        return key.sign(claims, {{"alg"_L1, algorithm}}); // one key needs no name
    };
    const auto person = desk.enter();
    QVERIFY2(person, person ? "" : qPrintable(person.error().detail));
}

void OpenIdConnectTest::refusesWrongClaims_data()
{
    QTest::addColumn<Twist>("twist");
    const auto row = [](const char *name, const Twist &twist) { QTest::newRow(name) << twist; };
    const auto set = [&](const char *name, const char *claim, const QJsonValue &value) {
        row(name, [=](QJsonObject &claims) { claims.insert(QLatin1StringView(claim), value); });
    };
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    set("another nonce", "nonce", u"guess"_s);
    row("no nonce", [](QJsonObject &claims) { claims.remove("nonce"_L1); });
    set("another audience", "aud", u"other"_s);
    set("no audience", "aud", QJsonArray());
    set("several without party", "aud", QJsonArray{OpenIdPeer::clientId(), u"other"_s});
    set("another party", "azp", u"other"_s);
    set("another issuer", "iss", u"http://127.0.0.1/realm"_s);
    set("no issuer", "iss", QJsonValue());
    set("expired", "exp", now - 120);
    row("no expiry", [](QJsonObject &claims) { claims.remove("exp"_L1); });
    set("an expiry that is a text", "exp", u"4000000000"_s);
    set("old", "iat", now - 3600);
    set("of the future", "iat", now + 600);
    set("not yet", "nbf", now + 600);
    set("nobody", "sub", u""_s);
    set("a subject that is a number", "sub", 7);
    set("a long subject", "sub", QString(300, u'x'));
}

void OpenIdConnectTest::refusesWrongClaims()
{
    QFETCH(Twist, twist);
    Desk desk;
    QVERIFY(desk.enter());
    desk.peer.twist = twist;
    QCOMPARE(codeOf(desk.enter()), ErrorCode::InvalidInput);
}

void OpenIdConnectTest::refusesWrongSignatures_data()
{
    QTest::addColumn<Sign>("sign");
    const auto row = [](const char *name, const Sign &sign) { QTest::newRow(name) << sign; };
    const auto part = [](const QJsonObject &json) -> QByteArray {
        return json::toText(json).toBase64(QByteArray::Base64UrlEncoding
                                           | QByteArray::OmitTrailingEquals);
    };
    for (const char *none : {"none", "None", ""}) {
        row(qPrintable(u"alg \"%1\""_s.arg(QLatin1StringView(none))),
            [=](OpenIdPeer &, const QJsonObject &claims) -> QByteArray {
                return part({{"alg"_L1, QLatin1StringView(none)}}) + '.' + part(claims) + '.';
            });
    }
    row("HS256 with the public key", [](OpenIdPeer &peer, const QJsonObject &claims) {
        const QByteArray secret = json::toText(peer.key.publicPart(peer.keyId));
        return SigningKey::shared(secret).sign(claims,
                                               {{"alg"_L1, "HS256"_L1}, {"kid"_L1, peer.keyId}});
    });
    row("HS256 with the secret of both", [](OpenIdPeer &peer, const QJsonObject &claims) {
        return SigningKey::shared(OpenIdPeer::clientSecret().toUtf8())
            .sign(claims, {{"alg"_L1, "HS256"_L1}, {"kid"_L1, peer.keyId}});
    });
    row("another key of the same name", [](OpenIdPeer &peer, const QJsonObject &claims) {
        return SigningKey().sign(claims, {{"alg"_L1, "RS256"_L1}, {"kid"_L1, peer.keyId}});
    });
    row("a key that it brings itself", [](OpenIdPeer &, const QJsonObject &claims) {
        const SigningKey own;
        return own.sign(claims, {{"alg"_L1, "RS256"_L1}, {"jwk"_L1, own.publicPart(u"own"_s)}});
    });
    row("a key for something else", [](OpenIdPeer &peer, const QJsonObject &claims) {
        QJsonObject key = peer.key.publicPart(u"enc"_s);
        key.insert("use"_L1, "enc"_L1);
        peer.keys.append(key);
        return peer.key.sign(claims, {{"alg"_L1, "RS256"_L1}, {"kid"_L1, "enc"_L1}});
    });
    row("changed afterwards", [=](OpenIdPeer &peer, const QJsonObject &claims) {
        auto parts =
            peer.key.sign(claims, {{"alg"_L1, "RS256"_L1}, {"kid"_L1, peer.keyId}}).split('.');
        QJsonObject other = claims;
        other.insert("sub"_L1, "root"_L1);
        parts[1] = part(other);
        return parts.join('.');
    });
    row("an extension that must be known", [](OpenIdPeer &peer, const QJsonObject &claims) {
        return peer.key.sign(
            claims,
            {{"alg"_L1, "RS256"_L1}, {"kid"_L1, peer.keyId}, {"crit"_L1, QJsonArray{"x"_L1}}});
    });
    row("several keys, none named", [](OpenIdPeer &peer, const QJsonObject &claims) {
        peer.keys.append(SigningKey().publicPart(u"second"_s));
        return peer.key.sign(claims, {{"alg"_L1, "RS256"_L1}});
    });
    row("nothing", [](OpenIdPeer &, const QJsonObject &) { return QByteArray(); });
    row("not a token", [](OpenIdPeer &, const QJsonObject &) { return "a.b.c"_ba; });
    row("endless", [](OpenIdPeer &peer, const QJsonObject &claims) {
        QJsonObject many = claims;
        many.insert("x"_L1, QString(40000, u'x'));
        return peer.key.sign(many, {{"alg"_L1, "RS256"_L1}, {"kid"_L1, peer.keyId}});
    });
}

void OpenIdConnectTest::refusesWrongSignatures()
{
    QFETCH(Sign, sign);
    Desk desk;
    desk.peer.sign = [&](const QJsonObject &claims) { return sign(desk.peer, claims); };
    const auto person = desk.enter();
    QCOMPARE(codeOf(person), ErrorCode::InvalidInput);
    QVERIFY(!person.error().detail.contains(OpenIdPeer::clientSecret()));
}

void OpenIdConnectTest::looksForNewKeysOnce()
{
    Desk desk;
    QVERIFY(desk.enter());
    const SigningKey next;
    desk.peer.sign = [&](const QJsonObject &claims) {
        return next.sign(claims, {{"alg"_L1, "RS256"_L1}, {"kid"_L1, "next"_L1}});
    };
    QCOMPARE(codeOf(desk.enter()), ErrorCode::InvalidInput); // not published yet
    QCOMPARE(desk.peer.keyRequests, 2);
    desk.peer.keys = {desk.peer.key.publicPart(u"first"_s), next.publicPart(u"next"_s)};
    QVERIFY(desk.enter());
    QCOMPARE(desk.peer.keyRequests, 3);
    desk.peer.keys = {next.publicPart(u"next"_s)};
    QVERIFY(desk.enter());
    QCOMPARE(desk.peer.keyRequests, 3);
}

void OpenIdConnectTest::refusesReplayedAndForeignCodes()
{
    Desk desk;
    const Handshake handshake = fresh();
    const auto back = desk.peer.authorize(*await(desk.provider->signInUrl(handshake)), u"anna"_s);
    QVERIFY(await(desk.provider->identify(handshake, back)));
    const auto again = await(desk.provider->identify(handshake, back));
    QCOMPARE(codeOf(again), ErrorCode::Unavailable);
    QVERIFY(again.error().detail.contains("invalid_grant"_L1));
    // A code that somebody got in another attempt does not fit this one's verifier.
    const Handshake other = fresh();
    const auto stolen = desk.peer.authorize(*await(desk.provider->signInUrl(other)), u"bert"_s);
    QCOMPARE(codeOf(await(desk.provider->identify(handshake, stolen))), ErrorCode::Unavailable);
    QCOMPARE(codeOf(await(desk.provider->identify(handshake, QUrlQuery()))),
             ErrorCode::InvalidInput);
}

void OpenIdConnectTest::tellsWhoDeclined()
{
    Desk desk;
    const QUrlQuery declined({{u"error"_s, u"access_denied"_s}});
    QCOMPARE(codeOf(await(desk.provider->identify(fresh(), declined))), ErrorCode::Forbidden);
    const QUrlQuery failed({{u"error"_s, u"<script>"_s}, {u"code"_s, u"x"_s}});
    const auto odd = await(desk.provider->identify(fresh(), failed));
    QCOMPARE(codeOf(odd), ErrorCode::Unavailable);
    QVERIFY(!odd.error().detail.contains("script"_L1));
}

void OpenIdConnectTest::refusesAnotherProvidersAnswer()
{
    Desk desk;
    const Handshake handshake = fresh();
    QUrlQuery back = desk.peer.authorize(*await(desk.provider->signInUrl(handshake)), u"anna"_s);
    back.removeQueryItem(u"iss"_s);
    back.addQueryItem(u"iss"_s, u"https://other"_s);
    QCOMPARE(codeOf(await(desk.provider->identify(handshake, back))), ErrorCode::InvalidInput);
}

void OpenIdConnectTest::refusesWhatIsPublishedUnsafely()
{
    Desk desk;
    const auto refuses = [&](const char *name, const QString &value) {
        desk.peer.publish = [=](QJsonObject &document) {
            document.insert(QLatin1StringView(name), value);
        };
        desk.provider = desk.make(desk.peer.issuer());
        return codeOf(desk.enter()) == ErrorCode::Unavailable;
    };
    QVERIFY(refuses("issuer", u"https://other"_s));
    QVERIFY(refuses("token_endpoint", u"http://provider.example/token"_s));
    QVERIFY(refuses("jwks_uri", u"file:///etc/passwd"_s));
    QVERIFY(refuses("authorization_endpoint", u"javascript:alert(1)"_s));
    QVERIFY(refuses("token_endpoint", u""_s));
}

void OpenIdConnectTest::knowsTenants()
{
    Desk desk;
    const QString tenant = u"9122040d-6c67-4c5b-b112-36a304b66dad"_s;
    const QString issuer = u"http://"_s + desk.peer.issuer().authority() + u"/{tenantid}/v2.0"_s;
    desk.peer.publish = [&](QJsonObject &document) { document.insert("issuer"_L1, issuer); };
    const auto say = [&](const QString &from, const QString &named) {
        desk.peer.twist = [=](QJsonObject &claims) {
            claims.insert("iss"_L1, QString(issuer).replace("{tenantid}"_L1, from));
            claims.insert("tid"_L1, named);
        };
    };
    desk.provider = desk.make(desk.peer.issuer(), true);
    say(tenant, tenant);
    const auto person = desk.enter();
    QVERIFY2(person, person ? "" : qPrintable(person.error().detail));
    say(tenant, u"0122040d-6c67-4c5b-b112-36a304b66dad"_s);
    QCOMPARE(codeOf(desk.enter()), ErrorCode::InvalidInput);
    say(u"x/../y"_s, u"x/../y"_s);
    QCOMPARE(codeOf(desk.enter()), ErrorCode::InvalidInput);
    desk.provider = desk.make(desk.peer.issuer());
    QCOMPARE(codeOf(desk.enter()), ErrorCode::Unavailable);
}

void OpenIdConnectTest::doesNotWaitForEver()
{
    Desk desk;
    desk.peer.isSilent = true;
    QElapsedTimer timer;
    timer.start();
    const auto person = desk.enter();
    QCOMPARE(codeOf(person), ErrorCode::Unavailable);
    QVERIFY(person.error().detail.contains("in time"_L1));
    QVERIFY(timer.elapsed() < 10000);
}

void OpenIdConnectTest::readsNoMoreThanItShould()
{
    Desk desk;
    desk.peer.answer = [] {
        return std::optional(http::Response::json("{\"a\":\"" + QByteArray(1 << 20, 'x') + "\"}"));
    };
    const auto person = desk.enter();
    QCOMPARE(codeOf(person), ErrorCode::Unavailable);
    QVERIFY(person.error().detail.contains("too much"_L1));
    desk.peer.answer = [] { return std::optional(http::Response::json("[]")); };
    QCOMPARE(codeOf(desk.enter()), ErrorCode::Unavailable);
    desk.peer.answer = [] { return std::optional(http::Response::text("<html>")); };
    QCOMPARE(codeOf(desk.enter()), ErrorCode::Unavailable);
}

void OpenIdConnectTest::followsNowhereElse()
{
    Desk desk;
    Desk other;
    desk.peer.answer = [&] {
        http::Response response = http::Response::text("", 307);
        response.headers.append({"Location"_ba, other.peer.issuer().toEncoded() + "/token"});
        return std::optional(response);
    };
    bool wasAsked = false;
    other.peer.answer = [&]() -> std::optional<http::Response> {
        wasAsked = true;
        return std::nullopt;
    };
    QCOMPARE(codeOf(desk.enter()), ErrorCode::Unavailable);
    QVERIFY(!wasAsked);
}

void OpenIdConnectTest::saysThatNobodyAnswers()
{
    Desk desk;
    desk.provider = desk.make(QUrl(u"http://127.0.0.1:1/realm"_s));
    const auto person = desk.enter();
    QCOMPARE(codeOf(person), ErrorCode::Unavailable);
    QCOMPARE(person.error().detail, u"127.0.0.1 refuses the connection"_s);
}

QTEST_GUILESS_MAIN(OpenIdConnectTest)
#include "tst_openidconnect.moc"
