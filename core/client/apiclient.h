// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/endpoint.h"
#include "core/base/async.h"
#include "core/json/query.h"

#include <QObject>
#include <QUrl>

#include <chrono>
#include <memory>

class QSslConfiguration;

namespace client {

// One request as it goes over the wire.
struct WireRequest
{
    api::Verb verb = api::Verb::Get;
    QString path; // with the query, percent-encoded
    QByteArray body; // JSON, or empty
    QString idempotencyKey; // of mutations that may be sent twice
};

// How long a request may take, how often it is tried again, and how much may come back.
struct Patience
{
    std::chrono::milliseconds answer{30000}; // one attempt, from connecting to the last byte
    int retries = 3;
    std::chrono::milliseconds firstPause{250}; // before the first retry; doubled for each further
    qint64 mostBytes = 64LL * 1024 * 1024;
};

// The typed client of the HTTP API. Errors are those of the server's error body; a server that does
// not answer is Unavailable or TimedOut. Get is retried with back-off; a mutation only when it has
// an idempotency key. The token is redacted wherever a request is logged.
class ApiClient : public QObject
{
    Q_OBJECT

public:
    explicit ApiClient(QObject *parent = nullptr);
    ~ApiClient() override;

    // The server's address such as https://berth.lab:8443. Plain http beyond loopback is refused
    // unless it is allowed here.
    enum class PlainHttp { LoopbackOnly, Anywhere };
    Result<> setServer(const QUrl &url, PlainHttp plain = PlainHttp::LoopbackOnly);
    QUrl server() const;

    void setToken(const QString &token); // empty: signed out
    const QString &token() const;

    // For requests sent from now on.
    void setPatience(const Patience &patience);
    const Patience &patience() const;

    // A certificate authority to trust beside the system's, PEM.
    Result<> setAuthority(const QByteArray &pem);
    QSslConfiguration tls() const;

    template <typename Request, typename Response>
    QFuture<Result<Response>> call(const api::Endpoint<Request, Response> &endpoint,
                                   const QStringList &path = {}, const Request &request = {},
                                   const QString &idempotencyKey = {})
    {
        WireRequest wire{endpoint.verb, api::fillPath(endpoint.path, path), {}, idempotencyKey};
        if (endpoint.verb == api::Verb::Get || endpoint.verb == api::Verb::Delete) {
            if (const QUrlQuery query = json::toQuery(request); !query.isEmpty())
                wire.path += u'?' + query.toString(QUrl::FullyEncoded);
        } else {
            wire.body = json::encodeText(request);
        }
        const Promise<Response> promise;
        whenDone(send(wire), this, [promise](const Result<QByteArray> &answer) {
            promise.finish(answer.andThen(decodeAnswer<Response>));
        });
        return promise.future();
    }

    // The request without its types: what call() uses, and tests replace.
    virtual QFuture<Result<QByteArray>> send(const WireRequest &request);

    // What requests and streams tell when the server answered 401 to this token.
    void reportRefused(const QString &token);

signals:
    // The server refused the token: it has ended or was revoked. Once for each token.
    void sessionExpired();

private:
    template <typename Response>
    static Result<Response> decodeAnswer(const QByteArray &body)
    {
        auto answer = json::decodeText<Response>(body);
        return answer ? answer : Result<Response>(unreadable(answer.error()));
    }
    static Error unreadable(const Error &error);

    struct Private;
    const std::unique_ptr<Private> m_d;
};

} // namespace client
