// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/http/listener.h"
#include "backend/http/router.h"
#include "core/api/accounts.h"
#include "core/api/jobs.h"

#include <QSslSocket>
#include <QTest>

#include <memory>

// A real listener on a free port of loopback with a few routes, and a client that speaks bytes.
class Server
{
public:
    explicit Server(const http::Limits &limits = {},
                    const std::optional<QSslConfiguration> &tls = std::nullopt)
        : m_router([](const QByteArray &token) -> Result<model::Account> {
            if (token != "anna")
                return Error{ErrorCode::Unauthenticated, QStringLiteral("no such session"), {}};
            return account();
        })
        , m_listener(std::make_unique<http::Listener>(m_router, limits))
    {
        addRoutes();
        const auto listening = m_listener->listen(QHostAddress::LocalHost, 0, tls);
        Q_ASSERT(listening);
    }

    void trust(const http::TrustedProxies &proxies) { m_router.trust(proxies); }
    http::Listener &listener() { return *m_listener; }
    void destroyListener() { m_listener.reset(); }
    quint16 port() const { return m_listener->port(); }

    Promise<model::Job> promise; // of every kill
    QPointer<http::StreamSink> sink; // of the stream that was opened last
    int calls = 0; // of sign-in

    static model::Account account()
    {
        return {.id = model::UserId(30001),
                .username = QStringLiteral("anna"),
                .nickname = {},
                .permissions = {},
                .vcs = {}};
    }

private:
    void addRoutes()
    {
        m_router.on(api::getAccount, [](const http::Call &call, const model::Nothing &) {
            return Result<model::Account>(call.account);
        });
        m_router.on(api::signIn, [this](const http::Call &, const model::SignIn &input) {
            ++calls;
            return Result<model::Session>(
                model::Session{.token = input.username, .expiresAt = {}, .account = account()});
        });
        m_router.on(api::killJob, [this](const http::Call &, const model::Nothing &) {
            return promise.future();
        });
        m_router.on(
            api::pauseJob,
            [](const http::Call &, const model::Nothing &) -> Result<model::Job> { throw 1; });
        m_router.on(api::followLog,
                    [this](const http::Call &call, const model::LogQuery &,
                           http::StreamSink *opened) -> Result<> {
                        if (call.path.value(QStringLiteral("id")) == QLatin1StringView("gone"))
                            return Error{ErrorCode::NotFound, QStringLiteral("no such job"), {}};
                        sink = opened;
                        sink->send(model::LogChunk{.lines = {}});
                        return {};
                    });
        m_router.onPlain(QStringLiteral("/healthz"), [] { return http::Response::text("ok\n"); });
    }

    http::Router m_router;
    std::unique_ptr<http::Listener> m_listener;
};

inline QByteArray get(const QByteArray &target, const QByteArray &headers = {})
{
    return "GET " + target + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer anna\r\n" + headers
           + "\r\n";
}

class Client
{
public:
    explicit Client(quint16 port)
    {
        m_socket.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        m_socket.waitForConnected();
    }

    void send(const QByteArray &bytes)
    {
        m_socket.write(bytes);
        m_socket.flush();
    }
    void hangUp() { m_socket.abort(); }
    bool isClosed() const { return m_socket.state() == QAbstractSocket::UnconnectedState; }

    // Everything received, as far as it has come.
    const QByteArray &received()
    {
        m_received += m_socket.readAll();
        return m_received;
    }
    qsizetype answers() { return received().count("HTTP/1.1 "); }
    int status() { return received().mid(9, 3).toInt(); } // of the first answer
    QByteArray body() { return received().mid(received().lastIndexOf("\r\n\r\n") + 4); }

private:
    QTcpSocket m_socket;
    QByteArray m_received;
};
