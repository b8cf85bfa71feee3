// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/openidpeer.h"

#include "core/json/codec.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QUuid>

#include <cjose/cjose.h>

using namespace Qt::Literals::StringLiterals;

namespace support {

namespace {

constexpr auto kUrl = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QString valueOf(const QUrlQuery &query, const QString &name)
{
    return query.queryItemValue(name, QUrl::FullyDecoded);
}

cjose_jwk_t *made(SigningKey::Kind kind)
{
    cjose_err error{};
    if (kind == SigningKey::Kind::Ec)
        return cjose_jwk_create_EC_random(CJOSE_JWK_EC_P_256, &error);
    const uint8_t exponent[] = {1, 0, 1};
    return cjose_jwk_create_RSA_random(2048, exponent, sizeof(exponent), &error);
}

} // namespace

SigningKey::SigningKey(cjose_jwk_t *key)
    : m_key(key, cjose_jwk_release)
{ }

SigningKey::SigningKey(Kind kind)
    : SigningKey(made(kind))
{ }

SigningKey SigningKey::shared(const QByteArray &secret)
{
    cjose_err error{};
    return SigningKey(cjose_jwk_create_oct_spec(
        reinterpret_cast<const uint8_t *>(secret.constData()), std::size_t(secret.size()), &error));
}

QJsonObject SigningKey::publicPart(const QString &id) const
{
    cjose_err error{};
    char *text = cjose_jwk_to_json(m_key.get(), false, &error);
    QJsonObject json = json::parse(text)->toObject();
    std::free(text);
    json.insert("kid"_L1, id);
    json.insert("use"_L1, "sig"_L1);
    return json;
}

QByteArray SigningKey::modulus() const
{
    return publicPart({})["n"_L1].toString().toLatin1();
}

QByteArray SigningKey::sign(const QJsonObject &claims, const QJsonObject &header) const
{
    cjose_err error{};
    cjose_header_t *parts = cjose_header_new(&error);
    for (auto it = header.begin(); it != header.end(); ++it) {
        const QByteArray name = it.key().toUtf8();
        if (it.value().isString()) {
            const QByteArray text = it.value().toString().toUtf8();
            cjose_header_set(parts, name.constData(), text.constData(), &error);
        } else {
            const QByteArray text = json::toText(it.value());
            cjose_header_set_raw(parts, name.constData(), text.constData(), &error);
        }
    }
    const QByteArray text = json::toText(claims);
    cjose_jws_t *jws =
        cjose_jws_sign(m_key.get(), parts, reinterpret_cast<const uint8_t *>(text.constData()),
                       std::size_t(text.size()), &error);
    const char *compact = nullptr;
    if (jws == nullptr || !cjose_jws_export(jws, &compact, &error))
        qFatal("cannot sign");
    const QByteArray token(compact);
    cjose_jws_release(jws);
    cjose_header_release(parts);
    return token;
}

OpenIdPeer::OpenIdPeer()
    : keys({key.publicPart(keyId)})
    , m_router([](const QByteArray &) {
        return Result<model::Account>(Error{ErrorCode::Unauthenticated, {}, {}});
    })
    , m_listener(m_router)
{
    using http::Call;
    using http::Request;
    m_router.onPage(api::Verb::Get, u"/realm/.well-known/openid-configuration"_s,
                    [this](const Call &, const Request &) {
                        const QString base = issuer().toString();
                        const auto at = [&](const QString &path) { return QString(base + path); };
                        QJsonObject document{{"issuer"_L1, base},
                                             {"authorization_endpoint"_L1, at(u"/auth?p=1"_s)},
                                             {"token_endpoint"_L1, at(u"/token"_s)},
                                             {"jwks_uri"_L1, at(u"/keys"_s)}};
                        if (publish)
                            publish(document);
                        return say(document);
                    });
    m_router.onPage(api::Verb::Get, u"/realm/keys"_s, [this](const Call &, const Request &) {
        ++keyRequests;
        return say({{"keys"_L1, keys}});
    });
    m_router.onPage(api::Verb::Post, u"/realm/token"_s,
                    [this](const Call &, const Request &request) { return token(request); });
    if (const auto listening = m_listener.listen(QHostAddress::LocalHost, 0); !listening)
        qFatal("%s", qPrintable(listening.error().detail));
}

QUrl OpenIdPeer::issuer() const
{
    return QUrl(u"http://127.0.0.1:%1/realm"_s.arg(m_listener.port()));
}

OpenIdPeer::Later OpenIdPeer::say(const QJsonObject &json, int status)
{
    if (isSilent) {
        m_open.append(Promise<http::Response>());
        return m_open.constLast().future();
    }
    http::Response response = http::Response::json(json::toText(json));
    response.status = status;
    return ready<http::Response>(response);
}

QUrlQuery OpenIdPeer::authorize(const QUrl &url, const QString &subject)
{
    const QUrlQuery asked(url);
    const QString code = QUuid::createUuid().toString();
    m_grants.insert(code, {asked, subject});
    return QUrlQuery({{u"code"_s, code},
                      {u"state"_s, valueOf(asked, u"state"_s)},
                      {u"iss"_s, issuer().toString()}});
}

OpenIdPeer::Later OpenIdPeer::token(const http::Request &request)
{
    if (answer) {
        if (const auto other = answer())
            return ready<http::Response>(*other);
    }
    const QUrlQuery form = request.form();
    const auto encoded = [](const QString &text) { return QUrl::toPercentEncoding(text); };
    const QByteArray both = encoded(clientId()) + ':' + encoded(clientSecret());
    const QByteArray secret = "Basic " + both.toBase64();
    if (request.header("Authorization") != secret)
        return say({{"error"_L1, "invalid_client"_L1}}, 401);
    const QString code = valueOf(form, u"code"_s);
    const Grant grant = m_grants.take(code);
    const QByteArray challenge = QCryptographicHash::hash(
        valueOf(form, u"code_verifier"_s).toLatin1(), QCryptographicHash::Sha256);
    if (valueOf(form, u"grant_type"_s) != "authorization_code"_L1 || grant.subject.isEmpty()
        || valueOf(form, u"redirect_uri"_s) != valueOf(grant.asked, u"redirect_uri"_s)
        || QString::fromLatin1(challenge.toBase64(kUrl))
               != valueOf(grant.asked, u"code_challenge"_s))
        return say({{"error"_L1, "invalid_grant"_L1}}, 400);
    QJsonObject claims = claimsOf(grant);
    if (twist)
        twist(claims);
    const QByteArray signedToken =
        sign ? sign(claims) : key.sign(claims, {{"alg"_L1, "RS256"_L1}, {"kid"_L1, keyId}});
    return say({{"access_token"_L1, "unused"_L1},
                {"token_type"_L1, "Bearer"_L1},
                {"id_token"_L1, QString::fromLatin1(signedToken)}});
}

QJsonObject OpenIdPeer::claimsOf(const Grant &grant) const
{
    return {{"iss"_L1, issuer().toString()},
            {"aud"_L1, valueOf(grant.asked, u"client_id"_s)},
            {"sub"_L1, grant.subject},
            {"name"_L1, grant.subject.toUpper()},
            {"nonce"_L1, valueOf(grant.asked, u"nonce"_s)},
            {"iat"_L1, now.toSecsSinceEpoch()},
            {"exp"_L1, now.addSecs(3600).toSecsSinceEpoch()}};
}

} // namespace support
