// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/identity/fetcher.h"

#include "core/json/codec.h"

#include <QHostAddress>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace identity {

namespace {

Error unavailable(const QNetworkReply &reply, const QString &why)
{
    return {ErrorCode::Unavailable, reply.url().host() % u' ' % why, QString()};
}

// The reply's own words name the whole address, and with it what is secret.
QString wordsOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::ConnectionRefusedError:
        return u"refuses the connection"_s;
    case QNetworkReply::HostNotFoundError:
        return u"is not known by name"_s;
    case QNetworkReply::SslHandshakeFailedError:
        return u"shows a certificate that does not hold"_s;
    case QNetworkReply::RemoteHostClosedError:
        return u"closed the connection"_s;
    default:
        return u"cannot be reached (error %1)"_s.arg(int(error));
    }
}

// "invalid_grant" and the like, which OAuth defines; anything else is left out.
QString wordOf(const QByteArray &body)
{
    const auto json = json::parse(body);
    const QString word = json ? (*json)["error"_L1].toString() : QString();
    const bool isWord = std::all_of(word.begin(), word.end(),
                                    [](QChar c) { return (c >= u'a' && c <= u'z') || c == u'_'; });
    return isWord && !word.isEmpty() && word.size() <= 64 ? QString(u": "_s % word) : QString();
}

Result<QJsonObject> read(QNetworkReply &reply)
{
    const int status = reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0)
        return unavailable(reply, wordsOf(reply.error()));
    const QByteArray body = reply.readAll();
    if (status != 200)
        return unavailable(
            reply, u"answers with HTTP status %1%2"_s.arg(QString::number(status), wordOf(body)));
    if (reply.error() != QNetworkReply::NoError)
        return unavailable(reply, wordsOf(reply.error()));
    const auto json = json::parse(body);
    if (!json || !json->isObject())
        return unavailable(reply, u"does not answer with a JSON object"_s);
    return json->toObject();
}

} // namespace

Fetcher::Fetcher(const QList<QSslCertificate> &authorities, const FetchLimits &limits)
    : m_limits(limits)
    , m_tls(QSslConfiguration::defaultConfiguration())
{
    m_tls.addCaCertificates(authorities);
    m_tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
}

QNetworkRequest Fetcher::request(const QUrl &url)
{
    const bool isHere = QHostAddress(url.host()).isLoopback() || url.host() == "localhost"_L1;
    const auto proxies = QNetworkProxyFactory::systemProxyForQuery(QNetworkProxyQuery(url));
    m_network.setProxy(isHere || proxies.isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy)
                                                   : proxies.constFirst());
    QNetworkRequest request(url);
    request.setSslConfiguration(m_tls);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setRawHeader("Accept", "application/json");
    request.setRawHeader("Accept-Encoding", "identity"); // what is read is what was sent
    request.setHeader(QNetworkRequest::UserAgentHeader, u"berthd"_s);
    return request;
}

QFuture<Result<QJsonObject>> Fetcher::get(const QUrl &url)
{
    return watch(m_network.get(request(url)));
}

QFuture<Result<QJsonObject>> Fetcher::post(const QUrl &url, const QUrlQuery &form,
                                           const QByteArray &authorization)
{
    QNetworkRequest wanted = request(url);
    wanted.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    if (!authorization.isEmpty())
        wanted.setRawHeader("Authorization", authorization);
    return watch(m_network.post(wanted, form.toString(QUrl::FullyEncoded).toLatin1()));
}

QFuture<Result<QJsonObject>> Fetcher::watch(QNetworkReply *reply)
{
    const Promise<QJsonObject> promise;
    const auto giveUp = [promise, reply](const QString &why) {
        promise.finish(unavailable(*reply, why));
        reply->abort();
    };
    auto *deadline = new QTimer(reply);
    deadline->setSingleShot(true);
    connect(deadline, &QTimer::timeout, reply, [giveUp] { giveUp(u"does not answer in time"_s); });
    deadline->start(m_limits.time);
    connect(reply, &QNetworkReply::readyRead, reply, [this, giveUp, reply] {
        if (reply->bytesAvailable() > m_limits.bytes)
            giveUp(u"answers with too much"_s);
    });
    connect(reply, &QNetworkReply::finished, this, [this, promise, reply] {
        reply->deleteLater();
        if (reply->bytesAvailable() > m_limits.bytes)
            return promise.finish(unavailable(*reply, u"answers with too much"_s));
        promise.finish(read(*reply));
    });
    return promise.future();
}

} // namespace identity
