// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QAbstractSocket>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSslError>
#include <QUrl>

namespace client {

bool isLoopback(const QUrl &server);

// No proxy for loopback, whatever the environment says; the system's otherwise.
QNetworkProxy proxyFor(const QUrl &server);

// Why a server cannot be reached, as a sentence that says what to look at.
Error reachError(const QUrl &server, QNetworkReply::NetworkError error, const QString &text,
                 const QList<QSslError> &tlsErrors);
Error reachError(const QUrl &server, QAbstractSocket::SocketError error, const QString &text,
                 const QList<QSslError> &tlsErrors);
Error noAnswer(const QUrl &server);

} // namespace client
