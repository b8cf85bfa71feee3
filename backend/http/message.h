// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHostAddress>
#include <QList>
#include <QUrlQuery>

#include <utility>

namespace http {

using Headers = QList<std::pair<QByteArray, QByteArray>>;

// A request as it was read. Names of headers keep their spelling, header() ignores it.
struct Request
{
    QByteArray method;
    QByteArray target; // path and query as sent
    Headers headers;
    QByteArray body;
    QHostAddress peer; // at the other end of the connection: perhaps a proxy
    bool keepAlive = true; // what the client wishes

    QByteArray header(QByteArrayView name) const; // the first of this name, or empty
    qsizetype count(QByteArrayView name) const;
    QUrlQuery query() const; // of the target
    QUrlQuery form() const; // of a body that a browser's form sent, else empty
    bool wantsUpgrade() const; // to a WebSocket
};

struct Response
{
    int status = 200;
    QByteArray contentType; // empty: no content
    QByteArray body;
    Headers headers; // beside those that every answer has, or instead of them

    static Response json(const QByteArray &body);
    static Response text(const QByteArray &body, int status = 200);
    // A page without scripts or anything from elsewhere, whose forms go to this server only. The
    // style is plain CSS, the body's texts are escaped already.
    static Response page(const QByteArray &style, const QByteArray &body, int status = 200);
    // The one error body, with the status of the error's code.
    static Response refusal(const Error &error, const QString &requestId);
};

struct Wire
{
    bool keepAlive = true; // else the answer says that the connection is closed
    bool tls = false; // adds Strict-Transport-Security
    bool head = false; // the answer to HEAD: the length, not the body
};

QString newRequestId();

// The bytes of an answer. Control characters in header values become spaces, so a value can never
// begin another header.
QByteArray serialise(const Response &response, const Wire &wire);

} // namespace http
