// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/upgrade.h"

#include "backend/http/router.h"
#include "backend/http/streamsink.h"

#include <QTcpSocket>
#include <QWebSocket>
#include <QWebSocketServer>

#include <ranges>

using namespace Qt::Literals::StringLiterals;

namespace http {

namespace {

constexpr quint64 kMaxIncomingBytes = 4096; // clients have nothing to say

Response problem(const Request &request, int status, const QString &detail)
{
    const QString id = Router::requestId(request);
    Response response = Response::refusal({ErrorCode::InvalidInput, detail, {}}, id);
    response.status = status;
    response.headers.append({"Upgrade"_ba, "websocket"_ba});
    return response;
}

} // namespace

std::optional<Response> upgradeProblem(const Request &request)
{
    if (request.method != "GET" || !request.wantsUpgrade())
        return problem(request, 426, u"this address is a WebSocket"_s);
    if (request.header("Sec-WebSocket-Version") != "13")
        return problem(request, 426, u"Sec-WebSocket-Version: expected 13"_s);
    const auto key = QByteArray::fromBase64Encoding(request.header("Sec-WebSocket-Key"));
    if (!key || (*key).size() != 16)
        return problem(request, 400, u"Sec-WebSocket-Key: expected 16 bytes in base64"_s);
    if (!request.body.isEmpty())
        return problem(request, 400, u"a handshake has no body"_s);
    return std::nullopt;
}

void upgrade(QTcpSocket *socket, const QByteArray &received, StreamSink *sink)
{
    for (const char byte : std::ranges::reverse_view(received))
        socket->ungetChar(byte);
    auto *server = new QWebSocketServer(QString(), QWebSocketServer::NonSecureMode, sink);
    QObject::connect(server, &QWebSocketServer::newConnection, sink, [server, sink, socket] {
        QWebSocket *webSocket = server->nextPendingConnection();
        webSocket->setMaxAllowedIncomingFrameSize(kMaxIncomingBytes);
        webSocket->setMaxAllowedIncomingMessageSize(kMaxIncomingBytes);
        sink->attach(webSocket, socket);
    });
    QObject::connect(socket, &QTcpSocket::disconnected, sink, &StreamSink::finish);
    server->handleConnection(socket);
    emit socket->readyRead();
}

} // namespace http
