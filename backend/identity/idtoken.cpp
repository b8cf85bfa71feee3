// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/identity/idtoken.h"

#include "core/json/codec.h"

#include <QRegularExpression>

#include <cjose/cjose.h>

#include <cstdlib>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace identity {

namespace {

constexpr double kGrace = 60; // seconds between the provider's clock and ours
constexpr double kOldest = 600; // a token is made for the asking
constexpr qsizetype kMostBytes = 32 * 1024;
constexpr qsizetype kMostSubject = 255;

using Signature = std::unique_ptr<cjose_jws_t, decltype(&cjose_jws_release)>;
using Key = std::unique_ptr<cjose_jwk_t, decltype(&cjose_jwk_release)>;

Error wrong(const QString &what)
{
    return {ErrorCode::InvalidInput, u"the ID token "_s % what, QString()};
}

struct Header
{
    QString algorithm;
    QString key; // may be empty
};

// What stands in the protected part, read by the library that will verify by it.
Result<Header> headerOf(cjose_jws_t *token)
{
    cjose_header_t *header = cjose_jws_get_protected(token);
    const auto text = [&](const char *name) {
        cjose_err error{};
        return QString::fromUtf8(cjose_header_get(header, name, &error));
    };
    cjose_err error{};
    char *critical = cjose_header_get_raw(header, "crit", &error);
    std::free(critical);
    if (critical != nullptr)
        return wrong(u"demands an extension"_s);
    return Header{text(CJOSE_HDR_ALG), text(CJOSE_HDR_KID)};
}

// The kind of key that an algorithm needs; empty for those that prove nothing here.
QString keyTypeOf(const QString &algorithm)
{
    static const QRegularExpression pattern(u"\\A(RS|PS|ES)(256|384|512)\\z"_s);
    if (!pattern.match(algorithm).hasMatch())
        return {};
    return algorithm.startsWith("ES"_L1) ? u"EC"_s : u"RSA"_s;
}

bool maySign(const QJsonObject &key, const Header &header)
{
    const QString use = key["use"_L1].toString(u"sig"_s);
    const QString algorithm = key["alg"_L1].toString(header.algorithm);
    return key["kty"_L1].toString() == keyTypeOf(header.algorithm) && use == "sig"_L1
           && algorithm == header.algorithm
           && (header.key.isEmpty() || key["kid"_L1].toString() == header.key);
}

Result<QJsonObject> keyOf(const QJsonArray &keys, const Header &header)
{
    QList<QJsonObject> fitting;
    for (const QJsonValue &each : keys) {
        if (maySign(each.toObject(), header))
            fitting.append(each.toObject());
    }
    if (fitting.size() > 1)
        return wrong(u"does not say which key signed it"_s);
    if (fitting.isEmpty())
        return Error{ErrorCode::NotFound, u"the ID token's key is not the provider's"_s, {}};
    return fitting.constFirst();
}

Result<QByteArray> verifiedText(const QByteArray &token, const QJsonArray &keys)
{
    cjose_err error{};
    const Signature signature(
        cjose_jws_import(token.constData(), std::size_t(token.size()), &error), cjose_jws_release);
    if (token.size() > kMostBytes || !signature)
        return wrong(u"is none"_s);
    TRY_ASSIGN(const Header header, headerOf(signature.get()));
    if (keyTypeOf(header.algorithm).isEmpty())
        return wrong(u"is not signed in an accepted way"_s);
    TRY_ASSIGN(const QJsonObject json, keyOf(keys, header));
    const QByteArray text = json::toText(json);
    const Key key(cjose_jwk_import(text.constData(), std::size_t(text.size()), &error),
                  cjose_jwk_release);
    if (!key || !cjose_jws_verify(signature.get(), key.get(), &error))
        return wrong(u"is not signed by the provider"_s);
    uint8_t *plain = nullptr;
    std::size_t size = 0;
    if (!cjose_jws_get_plaintext(signature.get(), &plain, &size, &error))
        return wrong(u"is empty"_s);
    return QByteArray(reinterpret_cast<const char *>(plain), qsizetype(size));
}

QStringList audienceOf(const QJsonObject &claims)
{
    const QJsonValue audience = claims["aud"_L1];
    if (audience.isString())
        return {audience.toString()};
    QStringList names;
    for (const QJsonValue &each : audience.toArray())
        names.append(each.toString());
    return names;
}

// One of Microsoft's issuers for everybody names each person's own tenant.
Result<QString> issuerOf(const QJsonObject &claims, const IdTokenRules &rules)
{
    static const QRegularExpression pattern(u"\\A[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\z"_s);
    if (!rules.issuer.contains("{tenantid}"_L1))
        return rules.issuer;
    const QString tenant = claims["tid"_L1].toString();
    if (!pattern.match(tenant).hasMatch())
        return wrong(u"names no tenant"_s);
    return QString(rules.issuer).replace("{tenantid}"_L1, tenant);
}

Result<> checkParties(const QJsonObject &claims, const IdTokenRules &rules)
{
    TRY_ASSIGN(const QString issuer, issuerOf(claims, rules));
    if (claims["iss"_L1].toString() != issuer)
        return wrong(u"comes from another issuer"_s);
    const QStringList audience = audienceOf(claims);
    if (!audience.contains(rules.clientId))
        return wrong(u"is for somebody else"_s);
    const bool isForMore = audience.size() > 1;
    const QJsonValue party = claims["azp"_L1];
    if ((isForMore || !party.isUndefined()) && party.toString() != rules.clientId)
        return wrong(u"was asked for by somebody else"_s);
    if (rules.nonce.isEmpty() || claims["nonce"_L1].toString() != rules.nonce)
        return wrong(u"is of another attempt"_s);
    const QString subject = claims["sub"_L1].toString();
    if (subject.isEmpty() || subject.size() > kMostSubject)
        return wrong(u"names nobody"_s);
    return {};
}

Result<> checkTimes(const QJsonObject &claims, const QDateTime &now)
{
    const double at = double(now.toMSecsSinceEpoch()) / 1000;
    const auto time = [&](QLatin1StringView name, double absent) {
        return claims[name].toDouble(absent);
    };
    if (time("exp"_L1, 0) <= at - kGrace)
        return wrong(u"has expired"_s);
    if (time("iat"_L1, 0) < at - kOldest - kGrace)
        return wrong(u"is old"_s);
    if (time("iat"_L1, 0) > at + kGrace || time("nbf"_L1, 0) > at + kGrace)
        return wrong(u"is of the future"_s);
    return {};
}

} // namespace

Result<QJsonObject> checkIdToken(const QByteArray &token, const QJsonArray &keys,
                                 const IdTokenRules &rules)
{
    TRY_ASSIGN(const QByteArray text, verifiedText(token, keys));
    const auto json = json::parse(text);
    if (!json || !json->isObject())
        return wrong(u"holds no claims"_s);
    const QJsonObject claims = json->toObject();
    TRY_VOID(checkParties(claims, rules));
    TRY_VOID(checkTimes(claims, rules.now));
    return claims;
}

} // namespace identity
