// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/message.h"

#include "core/api/errorbody.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QLocale>
#include <QUuid>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace http {

namespace {

QByteArrayView reason(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 400:
        return "Bad Request";
    case 401:
        return "Unauthorized";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 408:
        return "Request Timeout";
    case 409:
        return "Conflict";
    case 410:
        return "Gone";
    case 413:
        return "Content Too Large";
    case 415:
        return "Unsupported Media Type";
    case 426:
        return "Upgrade Required";
    case 429:
        return "Too Many Requests";
    case 431:
        return "Request Header Fields Too Large";
    case 503:
        return "Service Unavailable";
    case 504:
        return "Gateway Timeout";
    default:
        return status < 400 ? "OK" : status < 500 ? "Bad Request" : "Internal Server Error";
    }
}

void appendHeader(QByteArray &out, QByteArrayView name, QByteArrayView value)
{
    out += name;
    out += ": ";
    for (const char c : value)
        out += static_cast<unsigned char>(c) < 0x20 || c == 0x7f ? ' ' : c;
    out += "\r\n";
}

// Unless an answer says otherwise.
constexpr std::array<std::pair<QByteArrayView, QByteArrayView>, 4> kSafeHeaders{
    {{"Cache-Control", "no-store"},
     {"X-Content-Type-Options", "nosniff"},
     {"Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"},
     {"Referrer-Policy", "no-referrer"}}};

bool hasHeader(const Headers &headers, QByteArrayView name)
{
    return std::any_of(headers.begin(), headers.end(), [&](const auto &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
}

QByteArray httpDate()
{
    return QLocale::c()
        .toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s)
        .toLatin1();
}

bool hasToken(QByteArrayView list, QByteArrayView token)
{
    for (const QByteArray &item : list.toByteArray().split(',')) {
        if (item.trimmed().compare(token, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

} // namespace

QUrlQuery Request::query() const
{
    const qsizetype mark = target.indexOf('?');
    return mark < 0 ? QUrlQuery() : QUrlQuery(QString::fromLatin1(target.mid(mark + 1)));
}

QUrlQuery Request::form() const
{
    const QByteArray type = header("Content-Type").split(';').constFirst().trimmed().toLower();
    return type == "application/x-www-form-urlencoded" ? QUrlQuery(QString::fromLatin1(body))
                                                       : QUrlQuery();
}

QByteArray Request::header(QByteArrayView name) const
{
    for (const auto &[key, value] : headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

qsizetype Request::count(QByteArrayView name) const
{
    return std::count_if(headers.begin(), headers.end(), [&](const auto &header) {
        return header.first.compare(name, Qt::CaseInsensitive) == 0;
    });
}

bool Request::wantsUpgrade() const
{
    return hasToken(header("Connection"), "upgrade") && hasToken(header("Upgrade"), "websocket");
}

Response Response::json(const QByteArray &body)
{
    return {.contentType = "application/json"_ba, .body = body, .headers = {}};
}

Response Response::text(const QByteArray &body, int status)
{
    return {.status = status,
            .contentType = "text/plain; charset=utf-8"_ba,
            .body = body,
            .headers = {}};
}

Response Response::page(const QByteArray &style, const QByteArray &body, int status)
{
    const QByteArray hash = QCryptographicHash::hash(style, QCryptographicHash::Sha256).toBase64();
    Headers headers{{"Content-Security-Policy"_ba,
                     "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; "
                     "form-action 'self'; style-src 'sha256-"
                         + hash + "'"},
                    // A form of a page that refers to nobody would come from nowhere.
                    {"Referrer-Policy"_ba, "same-origin"_ba}};
    return {.status = status,
            .contentType = "text/html; charset=utf-8"_ba,
            .body = "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><meta name=\"viewport\" "
                    "content=\"width=device-width\"><title>Berth</title><style>"
                    + style + "</style></head><body>" + body + "</body></html>\n",
            .headers = std::move(headers)};
}

Response Response::refusal(const Error &error, const QString &requestId)
{
    Response response = json(api::errorBody(error, requestId));
    response.status = api::httpStatus(error.code);
    if (error.code == ErrorCode::Unauthenticated)
        response.headers.append({"WWW-Authenticate"_ba, "Bearer"_ba});
    return response;
}

QString newRequestId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

QByteArray serialise(const Response &response, const Wire &wire)
{
    QByteArray out;
    out.reserve(512 + response.body.size());
    out +=
        "HTTP/1.1 " + QByteArray::number(response.status) + ' ' + reason(response.status) + "\r\n";
    appendHeader(out, "Date", httpDate());
    if (!response.contentType.isEmpty())
        appendHeader(out, "Content-Type", response.contentType);
    appendHeader(out, "Content-Length", QByteArray::number(response.body.size()));
    appendHeader(out, "Connection", wire.keepAlive ? "keep-alive" : "close");
    for (const auto &[name, value] : kSafeHeaders) {
        if (!hasHeader(response.headers, name))
            appendHeader(out, name, value);
    }
    if (wire.tls)
        appendHeader(out, "Strict-Transport-Security", "max-age=31536000");
    for (const auto &[name, value] : response.headers)
        appendHeader(out, name, value);
    out += "\r\n";
    if (!wire.head)
        out += response.body;
    return out;
}

} // namespace http
