// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/http/listener.h"
#include "backend/http/router.h"

#include <QJsonObject>
#include <QUrlQuery>

struct _cjose_jwk_int; // NOLINT(bugprone-reserved-identifier): the library's name

namespace support {

// A key of a provider.
class SigningKey
{
public:
    enum class Kind { Rsa, Ec };
    explicit SigningKey(Kind kind = Kind::Rsa);
    // One that both sides know, for tokens that must not be believed.
    static SigningKey shared(const QByteArray &secret);

    QJsonObject publicPart(const QString &id) const;
    QByteArray modulus() const; // as it stands in the public part
    // A compact JWS with this header.
    QByteArray sign(const QJsonObject &claims, const QJsonObject &header) const;

private:
    explicit SigningKey(_cjose_jwk_int *key);
    std::shared_ptr<_cjose_jwk_int> m_key;
};

// A provider of OpenID Connect that keeps the protocol, on a free port of loopback: codes are good
// once, for their own redirect address, verifier and secret. What it says can be made wrong.
class OpenIdPeer
{
public:
    OpenIdPeer();

    QUrl issuer() const;
    // The person signs in: what the browser brings back.
    QUrlQuery authorize(const QUrl &url, const QString &subject);

    SigningKey key;
    QString keyId = QStringLiteral("first");
    QJsonArray keys; // published; at first the one
    std::function<void(QJsonObject &claims)> twist; // of the next tokens
    std::function<QByteArray(const QJsonObject &claims)> sign; // in place of the key
    std::function<void(QJsonObject &document)> publish; // changes what it says of itself
    std::function<std::optional<http::Response>()> answer; // in place of tokens
    bool isSilent = false; // takes requests and never answers
    QDateTime now = QDateTime::currentDateTimeUtc();
    int keyRequests = 0;

    static QString clientId() { return QStringLiteral("berth & co"); }
    static QString clientSecret() { return QStringLiteral("secret:+ä"); }

private:
    struct Grant
    {
        QUrlQuery asked;
        QString subject;
    };

    using Later = QFuture<Result<http::Response>>;
    Later say(const QJsonObject &json, int status = 200);
    Later token(const http::Request &request);
    QJsonObject claimsOf(const Grant &grant) const;

    http::Router m_router;
    http::Listener m_listener;
    QHash<QString, Grant> m_grants; // by code
    QList<Promise<http::Response>> m_open;
};

} // namespace support
