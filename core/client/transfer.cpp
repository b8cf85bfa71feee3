// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/transfer.h"

#include "core/api/errorbody.h"
#include "core/base/log.h"
#include "core/client/reachability.h"

#include <QCoreApplication>
#include <QNetworkAccessManager>
#include <QSslConfiguration>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace client {

namespace {

constexpr auto kLongestPause = 5s;

bool mayBeRepeated(const WireRequest &request)
{
    return request.verb == api::Verb::Get || !request.idempotencyKey.isEmpty();
}

// "berth/0.1.0 (Debian GNU/Linux 12)": by it people know their sessions again.
QString clientName()
{
    return u"%1/%2 (%3)"_s.arg(QCoreApplication::applicationName(),
                               QCoreApplication::applicationVersion(),
                               QSysInfo::prettyProductName());
}

int statusOf(const QNetworkReply &reply)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

} // namespace

Transfer::Transfer(ApiClient &api, QNetworkAccessManager &network, const WireRequest &request,
                   const Promise<QByteArray> &promise)
    : m_api(api)
    , m_network(network)
    , m_request(request)
    , m_promise(promise)
    , m_token(api.token())
    , m_backoff(api.patience().firstPause, kLongestPause)
    , m_retriesLeft(mayBeRepeated(request) ? api.patience().retries : 0)
{
    m_deadline.setSingleShot(true);
    m_pause.setSingleShot(true);
    connect(&m_deadline, &QTimer::timeout, this, &Transfer::giveUpWaiting);
    connect(&m_pause, &QTimer::timeout, this, &Transfer::attempt);
}

Transfer::~Transfer()
{
    abandon();
}

void Transfer::attempt()
{
    m_ownReason.reset();
    m_tlsErrors.clear();
    m_elapsed.start();
    m_deadline.start(m_api.patience().answer);
    m_reply = open();
    connect(m_reply, &QNetworkReply::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_tlsErrors = errors; });
    connect(m_reply, &QNetworkReply::readyRead, this, &Transfer::checkSize);
    connect(m_reply, &QNetworkReply::finished, this, &Transfer::read);
}

QNetworkReply *Transfer::open()
{
    // The path is encoded already; QUrl must not touch it.
    const QByteArray address = m_api.server().toEncoded() + m_request.path.toLatin1();
    QNetworkRequest request(QUrl::fromEncoded(address, QUrl::StrictMode));
    request.setSslConfiguration(m_api.tls());
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                         QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    m_requestId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    request.setRawHeader(QByteArray(api::kRequestIdHeader.data(), api::kRequestIdHeader.size()),
                         m_requestId.toLatin1());
    request.setRawHeader("Accept", "application/json");
    request.setHeader(QNetworkRequest::UserAgentHeader, clientName());
    if (!m_token.isEmpty())
        request.setRawHeader("Authorization", "Bearer " + m_token.toLatin1());
    if (!m_request.idempotencyKey.isEmpty()) {
        request.setRawHeader(
            QByteArray(api::kIdempotencyHeader.data(), api::kIdempotencyHeader.size()),
            m_request.idempotencyKey.toLatin1());
    }
    if (!m_request.body.isEmpty())
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    const auto verb = api::nameOf(m_request.verb);
    return m_network.sendCustomRequest(request, QByteArray(verb.data(), verb.size()),
                                       m_request.body);
}

void Transfer::checkSize()
{
    if (m_reply->bytesAvailable() <= m_api.patience().mostBytes)
        return;
    m_ownReason = Error{ErrorCode::TooLarge, u"the server's answer is too large"_s, QString()};
    m_reply->abort();
}

void Transfer::giveUpWaiting()
{
    m_ownReason = noAnswer(m_api.server());
    m_reply->abort();
}

void Transfer::read()
{
    m_deadline.stop();
    const Result<QByteArray> result = outcome();
    qCDebug(logClient).noquote() << api::nameOf(m_request.verb)
                                 << m_request.path.section(u'?', 0, 0) << statusOf(*m_reply)
                                 << m_elapsed.elapsed() << "ms" << m_requestId;
    const bool again = !result && m_retriesLeft > 0 && isWorthRetrying();
    abandon();
    if (again) {
        --m_retriesLeft;
        m_pause.start(m_backoff.next());
    } else {
        finish(result);
    }
}

Result<QByteArray> Transfer::outcome() const
{
    if (m_ownReason)
        return *m_ownReason;
    const int status = statusOf(*m_reply);
    if (status >= 400) {
        Error error = api::readError(status, m_reply->readAll());
        if (error.code == ErrorCode::Internal)
            error.detail += u" (request %1)"_s.arg(m_requestId);
        return error;
    }
    if (status >= 300) {
        return Error{ErrorCode::Unavailable,
                     u"%1 sends us elsewhere, it may not be the address of berthd itself"_s.arg(
                         m_api.server().toString()),
                     QString()};
    }
    if (m_reply->error() != QNetworkReply::NoError)
        return reachError(m_api.server(), m_reply->error(), m_reply->errorString(), m_tlsErrors);
    const QByteArray body = m_reply->readAll();
    return body.isEmpty() ? QByteArray("{}") : body;
}

bool Transfer::isWorthRetrying() const
{
    if (m_ownReason)
        return m_ownReason->code == ErrorCode::TimedOut;
    switch (statusOf(*m_reply)) {
    case 0:
        return m_reply->error() != QNetworkReply::HostNotFoundError
               && m_reply->error() != QNetworkReply::SslHandshakeFailedError;
    case 200: // the connection was lost in the middle of the answer
    case 502:
    case 503:
    case 504:
        return true;
    default:
        return false;
    }
}

void Transfer::finish(const Result<QByteArray> &result)
{
    m_promise.finish(result);
    deleteLater();
    if (!result && result.error().code == ErrorCode::Unauthenticated)
        m_api.reportRefused(m_token);
}

void Transfer::abandon()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
}

} // namespace client
