// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/identity/openidconnect.h"

#include <QCryptographicHash>
#include <QHostAddress>

using namespace Qt::Literals::StringLiterals;

namespace identity {

namespace {

constexpr qint64 kLearnEvery = 3600; // seconds
constexpr qsizetype kMostCode = 4096;

Error odd(const QString &what)
{
    return {ErrorCode::Unavailable, u"the provider "_s % what, QString()};
}

QString challengeOf(const QString &verifier)
{
    const QByteArray hash =
        QCryptographicHash::hash(verifier.toLatin1(), QCryptographicHash::Sha256);
    return QString::fromLatin1(
        hash.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

// As a form's value: everything but unreserved characters is encoded, + too.
QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

QString valueOf(const QUrlQuery &query, const QString &name)
{
    return query.queryItemValue(name, QUrl::FullyDecoded);
}

QString nameOf(const QJsonObject &claims)
{
    for (const auto &claim : {"name"_L1, "preferred_username"_L1, "email"_L1}) {
        if (const QString name = claims[claim].toString().simplified(); !name.isEmpty())
            return name.left(100);
    }
    return {};
}

} // namespace

// One person's way from the code to the identity.
struct OpenIdConnect::Exchange
{
    Promise<Person> promise;
    Handshake handshake;
    QString code;
    Facts facts;
    QByteArray token;
    bool hasNewKeys = false;
};

OpenIdConnect::OpenIdConnect(OpenIdSettings settings, std::unique_ptr<Fetcher> fetcher,
                             const Clock &clock)
    : m_settings(std::move(settings))
    , m_fetcher(std::move(fetcher))
    , m_clock(clock)
{ }

// Over TLS, or on this very machine when the issuer is there too.
bool OpenIdConnect::isTrusted(const QUrl &url) const
{
    const bool isPlain = m_settings.issuer.scheme() == "http"_L1;
    const bool isHere = QHostAddress(url.host()).isLoopback() || url.host() == "localhost"_L1;
    return url.isValid() && !url.host().isEmpty() && url.userInfo().isEmpty()
           && (url.scheme() == "https"_L1 || (isPlain && url.scheme() == "http"_L1 && isHere));
}

Result<OpenIdConnect::Facts> OpenIdConnect::readFacts(const QJsonObject &document) const
{
    const auto url = [&](QLatin1StringView name) {
        return QUrl(document[name].toString(), QUrl::StrictMode);
    };
    Facts facts{.issuer = document["issuer"_L1].toString(),
                .authorization = url("authorization_endpoint"_L1),
                .token = url("token_endpoint"_L1),
                .keys = url("jwks_uri"_L1)};
    const QUrl issuer(facts.issuer);
    const bool isOwn = m_settings.isTenant
                           ? issuer.scheme() == m_settings.issuer.scheme()
                                 && issuer.authority() == m_settings.issuer.authority()
                           : facts.issuer == m_settings.issuer.toString();
    if (!isOwn)
        return odd(u"calls itself by another name"_s);
    if (!isTrusted(facts.authorization) || !isTrusted(facts.token) || !isTrusted(facts.keys))
        return odd(u"publishes no safe addresses"_s);
    facts.secretInForm = document["token_endpoint_auth_methods_supported"_L1].toArray().contains(
        u"client_secret_post"_s);
    return facts;
}

void OpenIdConnect::learn(const std::function<void(const Result<Facts> &facts)> &then)
{
    if (m_facts && m_learnedAt.secsTo(m_clock.now()) < kLearnEvery)
        return then(*m_facts);
    QUrl address = m_settings.issuer;
    QString path = address.path();
    path += path.endsWith(u'/') ? u""_s : u"/"_s;
    address.setPath(path % u".well-known/openid-configuration"_s);
    whenDone(m_fetcher->get(address), this, [this, then](const Result<QJsonObject> &document) {
        const Result<Facts> facts = document ? readFacts(*document) : document.error();
        if (facts) {
            m_facts = *facts;
            m_keys = {};
            m_learnedAt = m_clock.now();
        }
        then(facts);
    });
}

QUrl OpenIdConnect::urlFor(const Facts &facts, const Handshake &handshake) const
{
    QUrl url = facts.authorization;
    QUrlQuery query(url);
    for (const auto &[name, value] :
         {std::pair{u"client_id"_s, m_settings.clientId},
          {u"redirect_uri"_s, handshake.redirect.toString(QUrl::FullyEncoded)},
          {u"response_type"_s, u"code"_s},
          {u"response_mode"_s, u"query"_s},
          {u"scope"_s, u"openid profile email"_s},
          {u"state"_s, handshake.state},
          {u"nonce"_s, handshake.nonce},
          {u"code_challenge"_s, challengeOf(handshake.verifier)},
          {u"code_challenge_method"_s, u"S256"_s}})
        query.addQueryItem(name, encoded(value));
    url.setQuery(query);
    return url;
}

QFuture<Result<QUrl>> OpenIdConnect::signInUrl(const Handshake &handshake)
{
    const Promise<QUrl> promise;
    learn([this, promise, handshake](const Result<Facts> &facts) {
        promise.finish(facts ? Result<QUrl>(urlFor(*facts, handshake)) : facts.error());
    });
    return promise.future();
}

Result<QString> OpenIdConnect::codeOf(const QUrlQuery &query) const
{
    const QString error = valueOf(query, u"error"_s);
    if (error == "access_denied"_L1)
        return Error{ErrorCode::Forbidden, u"the person declined"_s, {}};
    if (!error.isEmpty())
        return odd(u"sent the person back with an error"_s);
    const QString code = valueOf(query, u"code"_s);
    if (code.isEmpty() || code.size() > kMostCode)
        return Error{ErrorCode::InvalidInput, u"the person came back without a code"_s, {}};
    return code;
}

QFuture<Result<Person>> OpenIdConnect::identify(const Handshake &handshake, const QUrlQuery &query)
{
    const auto code = codeOf(query);
    if (!code)
        return ready<Person>(code.error());
    const auto exchanged = std::make_shared<Exchange>();
    exchanged->handshake = handshake;
    exchanged->code = *code;
    const QString from = valueOf(query, u"iss"_s); // RFC 9207, where the provider sends it
    learn([this, exchanged, from](const Result<Facts> &facts) {
        if (!facts)
            return exchanged->promise.finish(facts.error());
        if (!from.isEmpty() && !m_settings.isTenant && from != facts->issuer) {
            return exchanged->promise.finish(
                Error{ErrorCode::InvalidInput, u"the person came from another provider"_s, {}});
        }
        exchanged->facts = *facts;
        exchange(exchanged);
    });
    return exchanged->promise.future();
}

void OpenIdConnect::exchange(const std::shared_ptr<Exchange> &exchange)
{
    QUrlQuery form;
    const auto add = [&](const QString &name, const QString &value) {
        form.addQueryItem(name, encoded(value));
    };
    add(u"grant_type"_s, u"authorization_code"_s);
    add(u"code"_s, exchange->code);
    add(u"redirect_uri"_s, exchange->handshake.redirect.toString(QUrl::FullyEncoded));
    add(u"client_id"_s, m_settings.clientId);
    add(u"code_verifier"_s, exchange->handshake.verifier);
    QByteArray authorization;
    if (exchange->facts.secretInForm) {
        add(u"client_secret"_s, m_settings.clientSecret);
    } else { // RFC 6749 2.3.1: both are encoded before they are joined
        const QString both = encoded(m_settings.clientId) % u':' % encoded(m_settings.clientSecret);
        authorization = "Basic " + both.toLatin1().toBase64();
    }
    whenDone(m_fetcher->post(exchange->facts.token, form, authorization), this,
             [this, exchange](const Result<QJsonObject> &answer) {
                 if (!answer)
                     return exchange->promise.finish(answer.error());
                 exchange->token = (*answer)["id_token"_L1].toString().toLatin1();
                 verify(exchange);
             });
}

// A key that is not known yet is looked for once among the provider's newest.
void OpenIdConnect::verify(const std::shared_ptr<Exchange> &exchange)
{
    const auto claims = checkIdToken(exchange->token, m_keys,
                                     {.issuer = exchange->facts.issuer,
                                      .clientId = m_settings.clientId,
                                      .nonce = exchange->handshake.nonce,
                                      .now = m_clock.now()});
    if (!claims && claims.error().code == ErrorCode::NotFound && !exchange->hasNewKeys)
        return fetchKeys(exchange);
    if (!claims) {
        return exchange->promise.finish(
            Error{ErrorCode::InvalidInput, claims.error().detail, QString()});
    }
    // The issuer belongs to it: two of them may use the same name for two people.
    const QString subject = (*claims)["iss"_L1].toString() % u' ' % (*claims)["sub"_L1].toString();
    exchange->promise.finish(Person{subject, nameOf(*claims)});
}

void OpenIdConnect::fetchKeys(const std::shared_ptr<Exchange> &exchange)
{
    exchange->hasNewKeys = true;
    whenDone(m_fetcher->get(exchange->facts.keys), this,
             [this, exchange](const Result<QJsonObject> &document) {
                 if (!document)
                     return exchange->promise.finish(document.error());
                 m_keys = (*document)["keys"_L1].toArray();
                 verify(exchange);
             });
}

} // namespace identity
