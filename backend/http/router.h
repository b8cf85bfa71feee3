// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/http/call.h"
#include "backend/http/message.h"
#include "backend/http/streamsink.h"
#include "backend/http/trustedproxies.h"
#include "core/api/endpoint.h"
#include "core/base/async.h"
#include "core/json/query.h"

#include <variant>

namespace http {

// An answer that comes later: deliver is called once from the event loop, or never when the
// receiver is gone or the handler let its future go.
using Deliver = std::function<void(const Response &response)>;
using Later = std::function<void(QObject *receiver, const Deliver &deliver)>;

// A stream that may be opened: begin tells the handler of its sink; what it answers is sent to the
// client instead of opening the stream.
struct Opening
{
    std::function<std::optional<Response>(StreamSink *sink)> begin;
};

using Answer = std::variant<Response, Later, Opening>;

struct RouteInfo
{
    api::Verb verb;
    QString path; // with {names}
    api::Access access;
    bool isStream;
};

// From requests to handlers and back, without sockets. Before a handler runs, path and verb, the
// origin of browsers, the session and the endpoint's access have been checked; there is no route
// without an access. Handlers run in the event loop's thread and must outlive the router.
class Router
{
public:
    explicit Router(Authenticate authenticate);

    // handler(const Call &, const Request &) -> Result<Response> or QFuture<Result<Response>>
    template <typename Input, typename Output, typename Handler>
    void on(const api::Endpoint<Input, Output> &endpoint, Handler handler)
    {
        add({endpoint.verb, endpoint.path, endpoint.access, false},
            [handler = std::move(handler), verb = endpoint.verb](const Call &call,
                                                                 const Request &request) -> Answer {
                const Result<Input> input = read<Input>(verb, request);
                if (!input)
                    return Response::refusal(input.error(), call.requestId);
                return answer<Output>(handler(call, *input), call.requestId);
            });
    }

    // handler(const Call &, const Request &, StreamSink *) -> Result<>. The connection owns the
    // sink. An error is answered as HTTP, and the sink then goes without closed().
    template <typename Input, typename Message, typename Handler>
    void on(const api::Stream<Input, Message> &stream, Handler handler)
    {
        add({api::Verb::Get, stream.path, stream.access, true},
            [handler = std::move(handler)](const Call &call, const Request &request) -> Answer {
                const Result<Input> input = read<Input>(api::Verb::Get, request);
                if (!input)
                    return Response::refusal(input.error(), call.requestId);
                return Opening{
                    [handler, call, input = *input](StreamSink *sink) -> std::optional<Response> {
                        const Result<> opened = handler(call, input, sink);
                        if (opened)
                            return std::nullopt;
                        return Response::refusal(opened.error(), call.requestId);
                    }};
            });
    }

    // A GET outside the contract that is open to everybody, such as /healthz. Not among routes().
    void onPlain(const QString &path, const std::function<Response()> &handler);

    // The same for a page of a browser's, with {names} in its path. Nothing is typed: what the
    // request says is the handler's to read.
    using Page = std::function<QFuture<Result<Response>>(const Call &call, const Request &request)>;
    void onPage(api::Verb verb, const QString &path, const Page &page);

    // Whose word about their clients is believed; nobody's at first.
    void trust(const TrustedProxies &proxies) { m_proxies = proxies; }
    const TrustedProxies &trusted() const { return m_proxies; }

    Answer handle(const Request &request) const;

    QList<RouteInfo> routes() const;

    // The request's own X-Request-ID when it is 1–64 letters, digits or ._-, else a new one.
    static QString requestId(const Request &request);

private:
    using Handler = std::function<Answer(const Call &call, const Request &request)>;
    struct Route
    {
        RouteInfo info;
        QStringList segments;
        Handler handler;
        bool isPage = false;
    };

    void add(const RouteInfo &info, Handler handler, bool isPage = false);
    Answer dispatch(const Request &request, const QString &requestId) const;
    Result<> admit(const Request &request, const Route &route, Call &call) const;

    static Result<QJsonValue> bodyOf(const Request &request);

    template <typename Input>
    static Result<Input> read(api::Verb verb, const Request &request)
    {
        if (verb == api::Verb::Get || verb == api::Verb::Delete)
            return json::fromQuery<Input>(request.query());
        TRY_ASSIGN(const QJsonValue body, bodyOf(request));
        return json::decode<Input>(body);
    }

    template <typename Output>
    static Response finished(const Result<Output> &result, const QString &requestId)
    {
        if (!result)
            return Response::refusal(result.error(), requestId);
        if constexpr (std::same_as<Output, Response>)
            return *result;
        else
            return Response::json(json::encodeText(*result));
    }

    template <typename Output>
    static Answer answer(const Result<Output> &result, const QString &requestId)
    {
        return finished(result, requestId);
    }

    template <typename Output>
    static Answer answer(const QFuture<Result<Output>> &future, const QString &requestId)
    {
        return Later([future, requestId](QObject *receiver, const Deliver &deliver) {
            whenDone(future, receiver, [requestId, deliver](const Result<Output> &result) {
                deliver(finished(result, requestId));
            });
        });
    }

    Authenticate m_authenticate;
    QList<Route> m_routes;
    QHash<QString, std::function<Response()>> m_plain;
    TrustedProxies m_proxies;
};

} // namespace http
