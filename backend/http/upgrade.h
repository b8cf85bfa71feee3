// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/http/message.h"

#include <optional>

class QTcpSocket;

namespace http {

class StreamSink;

// Why a request is no handshake for a WebSocket; absent when it is one.
std::optional<Response> upgradeProblem(const Request &request);

// Gives the socket, of which `received` was read already, to a WebSocket that belongs to the sink,
// and attaches it when the handshake is done. Should that fail, the sink is closed.
void upgrade(QTcpSocket *socket, const QByteArray &received, StreamSink *sink);

} // namespace http
