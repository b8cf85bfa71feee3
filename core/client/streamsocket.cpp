// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/streamsocket.h"

#include "core/api/errorbody.h"
#include "core/base/log.h"
#include "core/client/apiclient.h"
#include "core/client/reachability.h"

#include <QRegularExpression>
#include <QSslConfiguration>

using namespace Qt::Literals::StringLiterals;

namespace client {

namespace {

constexpr quint64 kMostMessageBytes = 16ULL * 1024 * 1024;

// QWebSocket tells the status of a refused opening only inside its sentence.
int statusIn(const QString &sentence)
{
    static const QRegularExpression kStatus(u"\\b([345][0-9]{2})\\b"_s);
    return kStatus.match(sentence).captured(1).toInt();
}

} // namespace

StreamSocket::StreamSocket(ApiClient &api, std::function<QString()> path)
    : m_api(api)
    , m_path(std::move(path))
    , m_backoff(m_pace.firstPause, m_pace.longestPause)
{
    m_pause.setSingleShot(true);
    connect(&m_life, &QTimer::timeout, this, &StreamSocket::checkLife);
    connect(&m_pause, &QTimer::timeout, this, &StreamSocket::open);
    connect(&api, &ApiClient::sessionExpired, this, [this] {
        if (!m_started)
            return;
        stop();
        emit stopped();
    });
}

StreamSocket::~StreamSocket()
{
    close();
}

void StreamSocket::setPace(const StreamPace &pace)
{
    m_pace = pace;
    m_backoff = Backoff(pace.firstPause, pace.longestPause);
}

void StreamSocket::start()
{
    if (std::exchange(m_started, true))
        return;
    m_backoff.reset();
    open();
}

void StreamSocket::stop()
{
    m_started = false;
    m_pause.stop();
    close();
}

void StreamSocket::open()
{
    m_token = m_api.token();
    m_tlsErrors.clear();
    m_socket = std::make_unique<QWebSocket>();
    m_socket->setProxy(proxyFor(m_api.server()));
    m_socket->setMaxAllowedIncomingMessageSize(kMostMessageBytes);
    m_socket->setMaxAllowedIncomingFrameSize(kMostMessageBytes);
    m_socket->setSslConfiguration(m_api.tls());
    connect(m_socket.get(), &QWebSocket::sslErrors, this,
            [this](const QList<QSslError> &errors) { m_tlsErrors = errors; });
    connect(m_socket.get(), &QWebSocket::connected, this, [this] { m_heard = true; });
    connect(m_socket.get(), &QWebSocket::pong, this, [this] { m_heard = true; });
    connect(m_socket.get(), &QWebSocket::textMessageReceived, this, &StreamSocket::takeMessage);
    connect(m_socket.get(), qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), this,
            &StreamSocket::refuse);
    connect(m_socket.get(), &QWebSocket::disconnected, this, &StreamSocket::refuse);

    const bool isPlain = m_api.server().scheme() == "http"_L1;
    QUrl address = QUrl::fromEncoded(m_api.server().toEncoded() + m_path().toLatin1());
    address.setScheme(isPlain ? u"ws"_s : u"wss"_s);
    QNetworkRequest request(address);
    request.setRawHeader("Authorization", "Bearer " + m_token.toLatin1());
    m_heard = false;
    m_life.start(m_pace.ping);
    m_socket->open(request);
}

void StreamSocket::takeMessage(const QString &message)
{
    m_heard = true;
    m_backoff.reset();
    emit received(message.toUtf8());
}

void StreamSocket::checkLife()
{
    if (!std::exchange(m_heard, false)) {
        drop(noAnswer(m_api.server()));
        return;
    }
    m_socket->ping();
}

void StreamSocket::refuse()
{
    const Error why = socketError();
    const QString token = m_token;
    ApiClient &api = m_api; // `lost` may be the end of this object
    drop(why);
    if (why.code == ErrorCode::Unauthenticated)
        api.reportRefused(token);
}

void StreamSocket::drop(const Error &why)
{
    qCDebug(logClient) << "stream lost:" << why;
    close();
    m_pause.start(m_backoff.next());
    emit lost(why);
}

void StreamSocket::close()
{
    m_life.stop();
    if (!m_socket)
        return;
    m_socket->disconnect(this);
    m_socket->abort();
    m_socket.release()->deleteLater(); // we may stand in one of its signals
}

Error StreamSocket::socketError() const
{
    if (const int status = statusIn(m_socket->errorString()); status >= 400)
        return api::readError(status, {});
    if (m_socket->closeCode() != QWebSocketProtocol::CloseCodeNormal
        || !m_socket->closeReason().isEmpty()) {
        return {ErrorCode::Unavailable,
                u"the server closed the stream: %1"_s.arg(m_socket->closeReason()), QString()};
    }
    if (m_socket->error() == QAbstractSocket::UnknownSocketError)
        return reachError(m_api.server(), QAbstractSocket::RemoteHostClosedError, {}, {});
    return reachError(m_api.server(), m_socket->error(), m_socket->errorString(), m_tlsErrors);
}

} // namespace client
