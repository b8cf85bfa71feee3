// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/router.h"

#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace http {

namespace {

// What stands before the first mark, or everything.
QByteArray before(const QByteArray &text, char mark)
{
    const qsizetype end = text.indexOf(mark);
    return end < 0 ? text : text.left(end);
}

std::optional<QHash<QString, QString>> match(const QStringList &pattern, const QStringList &path)
{
    if (pattern.size() != path.size())
        return std::nullopt;
    QHash<QString, QString> values;
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        const QString text = QUrl::fromPercentEncoding(path.at(i).toLatin1());
        if (pattern.at(i).startsWith(u'{')) {
            if (text.isEmpty() || text.contains(QChar(u'\0')))
                return std::nullopt;
            values.insert(pattern.at(i).mid(1).chopped(1), text);
        } else if (pattern.at(i) != text) {
            return std::nullopt;
        }
    }
    return values;
}

// Browsers name the site a script comes from. Only pages of this very address may change anything
// or open a stream; other programs send no Origin.
bool isFromElsewhere(const Request &request)
{
    const QByteArray origin = request.header("Origin");
    if (origin.isEmpty())
        return false;
    const qsizetype scheme = origin.indexOf("://");
    return scheme < 0
           || origin.mid(scheme + 3).compare(request.header("Host"), Qt::CaseInsensitive);
}

QByteArray bearer(const Request &request)
{
    const QByteArray value = request.header("Authorization");
    if (value.left(7).compare("Bearer ", Qt::CaseInsensitive) != 0)
        return {};
    return value.mid(7).trimmed();
}

QString clientOf(const Request &request)
{
    QString text = QString::fromLatin1(request.header("User-Agent").left(200));
    text.removeIf([](QChar c) { return !c.isPrint(); });
    return text.trimmed();
}

Result<QString> idempotencyKey(const Request &request)
{
    const QByteArray key = request.header(api::kIdempotencyHeader.latin1());
    const bool printable =
        std::all_of(key.begin(), key.end(), [](char c) { return c > 0x20 && c < 0x7f; });
    if (key.size() > 128 || !printable) {
        return Error{ErrorCode::InvalidInput,
                     u"Idempotency-Key: at most 128 printable ASCII characters"_s, QString()};
    }
    return QString::fromLatin1(key);
}

void setHeader(Response &response, QLatin1StringView name, const QString &value)
{
    response.headers.append({QByteArray(name.data(), name.size()), value.toLatin1()});
}

Response identified(Response response, const QString &requestId)
{
    setHeader(response, api::kRequestIdHeader, requestId);
    return response;
}

} // namespace

Router::Router(Authenticate authenticate)
    : m_authenticate(std::move(authenticate))
{ }

void Router::onPlain(const QString &path, const std::function<Response()> &handler)
{
    m_plain.insert(path, handler);
}

QList<RouteInfo> Router::routes() const
{
    QList<RouteInfo> infos;
    for (const Route &route : m_routes) {
        if (!route.isPage)
            infos.append(route.info);
    }
    return infos;
}

void Router::add(const RouteInfo &info, Handler handler, bool isPage)
{
    m_routes.append({info, info.path.split(u'/'), std::move(handler), isPage});
}

void Router::onPage(api::Verb verb, const QString &path, const Page &page)
{
    const auto handler = [page](const Call &call, const Request &request) -> Answer {
        return answer<Response>(page(call, request), call.requestId);
    };
    add({verb, path, api::Access::everybody(), false}, handler, true);
}

QString Router::requestId(const Request &request)
{
    const QByteArray given = request.header(api::kRequestIdHeader.latin1());
    const bool clean = std::all_of(given.begin(), given.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')
               || c == '.' || c == '_' || c == '-';
    });
    if (clean && !given.isEmpty() && given.size() <= 64)
        return QString::fromLatin1(given);
    return newRequestId();
}

Answer Router::handle(const Request &request) const
{
    const QString id = requestId(request);
    Answer answer = dispatch(request, id);
    if (auto *response = std::get_if<Response>(&answer))
        return identified(*response, id);
    if (auto *later = std::get_if<Later>(&answer)) {
        return Later([inner = *later, id](QObject *receiver, const Deliver &deliver) {
            inner(receiver, [deliver, id](const Response &late) { deliver(identified(late, id)); });
        });
    }
    return Opening{[begin = std::get<Opening>(answer).begin, id](StreamSink *sink) {
        auto refusal = begin(sink);
        return refusal ? std::optional(identified(*refusal, id)) : std::nullopt;
    }};
}

Answer Router::dispatch(const Request &request, const QString &requestId) const
{
    const QString path = QString::fromLatin1(before(request.target, '?'));
    const QString method =
        request.method == "HEAD" ? u"GET"_s : QString::fromLatin1(request.method);
    QStringList allowed;
    if (const auto plain = m_plain.find(path); plain != m_plain.end()) {
        if (method == "GET"_L1)
            return (*plain)();
        allowed.append(u"GET"_s);
    }
    const QStringList segments = path.split(u'/');
    for (const Route &route : m_routes) {
        auto values = match(route.segments, segments);
        if (!values)
            continue;
        if (api::nameOf(route.info.verb) != method) {
            allowed.append(api::nameOf(route.info.verb));
            continue;
        }
        Call call{.account = {},
                  .requestId = requestId,
                  .path = std::move(*values),
                  .peer = m_proxies.clientOf(request),
                  .idempotencyKey = {},
                  .client = clientOf(request),
                  .token = bearer(request)};
        if (const Result<> admitted = admit(request, route, call); !admitted)
            return Response::refusal(admitted.error(), requestId);
        return route.handler(call, request);
    }
    if (allowed.isEmpty())
        return Response::refusal({ErrorCode::NotFound, u"no such address"_s, {}}, requestId);
    Response response = Response::refusal(
        {ErrorCode::InvalidInput, u"this address does not know "_s + method, {}}, requestId);
    response.status = 405;
    setHeader(response, "Allow"_L1, allowed.join(u", "_s));
    return response;
}

Result<> Router::admit(const Request &request, const Route &route, Call &call) const
{
    if ((route.info.verb != api::Verb::Get || route.info.isStream) && isFromElsewhere(request))
        return Error{ErrorCode::Forbidden, u"requests of other sites are refused"_s, {}};
    TRY_ASSIGN(call.idempotencyKey, idempotencyKey(request));
    if (route.info.access.isPublic())
        return {};
    if (call.token.isEmpty())
        return Error{ErrorCode::Unauthenticated, u"sign in first"_s, {}};
    TRY_ASSIGN(call.account, m_authenticate(call.token));
    if (!route.info.access.admits(call.account)) {
        return Error{
            ErrorCode::Forbidden, u"needs the permission "_s + route.info.access.wanted(), {}};
    }
    return {};
}

Result<QJsonValue> Router::bodyOf(const Request &request)
{
    if (request.body.isEmpty())
        return QJsonValue(QJsonObject());
    const QByteArray type = before(request.header("Content-Type"), ';').trimmed().toLower();
    if (!type.isEmpty() && type != "application/json") {
        return Error{ErrorCode::InvalidInput, u"Content-Type: expected application/json"_s,
                     u"Content-Type"_s};
    }
    return json::parse(request.body);
}

} // namespace http
