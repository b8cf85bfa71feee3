// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/apiclient.h"

#include "core/client/reachability.h"
#include "core/client/transfer.h"

#include <QNetworkAccessManager>
#include <QSslCertificate>
#include <QSslConfiguration>

using namespace Qt::Literals::StringLiterals;

namespace client {

struct ApiClient::Private
{
    QNetworkAccessManager network;
    QUrl server;
    QString token;
    QString refusedToken; // the last one that sessionExpired was emitted for
    Patience patience;
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    QObject transfers; // their parent; goes first, so that they let go of their replies
};

ApiClient::ApiClient(QObject *parent)
    : QObject(parent)
    , m_d(std::make_unique<Private>())
{ }

ApiClient::~ApiClient() = default;

Result<> ApiClient::setServer(const QUrl &url, PlainHttp plain)
{
    const auto refuse = [](const QString &detail) {
        return Error{ErrorCode::InvalidInput, u"server: "_s % detail, u"server"_s};
    };
    const bool isHttp = url.scheme() == "http"_L1;
    if (!url.isValid() || url.host().isEmpty() || (!isHttp && url.scheme() != "https"_L1))
        return refuse(u"expected an address such as https://berth.lab:8443"_s);
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment()
        || (!url.path().isEmpty() && url.path() != "/"_L1))
        return refuse(u"only scheme, host and port, such as https://berth.lab:8443"_s);
    if (isHttp && plain == PlainHttp::LoopbackOnly && !isLoopback(url))
        return refuse(u"plain http is for this machine only, use https"_s);
    m_d->server = url.adjusted(QUrl::RemovePath);
    m_d->network.setProxy(proxyFor(url));
    return {};
}

QUrl ApiClient::server() const
{
    return m_d->server;
}

void ApiClient::setToken(const QString &token)
{
    m_d->token = token;
}

const QString &ApiClient::token() const
{
    return m_d->token;
}

void ApiClient::setPatience(const Patience &patience)
{
    m_d->patience = patience;
}

const Patience &ApiClient::patience() const
{
    return m_d->patience;
}

Result<> ApiClient::setAuthority(const QByteArray &pem)
{
    const auto certificates = QSslCertificate::fromData(pem, QSsl::Pem);
    if (certificates.isEmpty()) {
        return Error{ErrorCode::InvalidInput, u"authority: no certificate in PEM form"_s,
                     u"authority"_s};
    }
    m_d->tls.addCaCertificates(certificates);
    m_d->network.clearConnectionCache(); // it holds connections by the trust of before
    return {};
}

QSslConfiguration ApiClient::tls() const
{
    return m_d->tls;
}

QFuture<Result<QByteArray>> ApiClient::send(const WireRequest &request)
{
    const Promise<QByteArray> promise;
    if (m_d->server.isEmpty()) {
        promise.finish(Error{ErrorCode::InvalidInput, u"server: none is set"_s, u"server"_s});
        return promise.future();
    }
    auto *transfer = new Transfer(*this, m_d->network, request, promise);
    transfer->setParent(&m_d->transfers);
    transfer->attempt();
    return promise.future();
}

void ApiClient::reportRefused(const QString &token)
{
    if (token.isEmpty() || token != m_d->token || token == m_d->refusedToken)
        return;
    m_d->refusedToken = token;
    emit sessionExpired();
}

Error ApiClient::unreadable(const Error &error)
{
    return {ErrorCode::Internal, u"the server's answer cannot be read: "_s % error.detail,
            QString()};
}

} // namespace client
