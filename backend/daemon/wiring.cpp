// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/daemon/wiring.h"

#include "backend/http/listener.h"
#include "backend/http/router.h"
#include "backend/http/tls.h"
#include "core/api/cluster.h"
#include "core/api/openapi.h"

#include <QCoreApplication>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace berthd {

namespace {

constexpr auto kPatience = 8s; // for running requests when stopping

} // namespace

struct Wiring::Parts
{
    explicit Parts(const Config &settings)
        : config(settings)
        , router([](const QByteArray &) -> Result<model::Account> {
            return Error{ErrorCode::Unauthenticated, u"no such session"_s, {}};
        })
        , listener(router, settings.limits)
    { }

    Result<> open();
    Result<> listen();
    void addPlainRoutes();

    const Config config;
    http::Router router;
    http::Listener listener;
    std::optional<QString> newPassword;
};

Result<> Wiring::Parts::open()
{
    addPlainRoutes();
    return listen();
}

Result<> Wiring::Parts::listen()
{
    std::optional<QSslConfiguration> tls;
    if (config.tls) {
        TRY_ASSIGN(tls, http::loadTls(config.tls->certificate, config.tls->key));
    }
    return listener.listen(QHostAddress(config.listen.host), config.listen.port, tls);
}

void Wiring::Parts::addPlainRoutes()
{
    router.onPlain(u"/healthz"_s, [] { return http::Response::text("ok\n"); });
    router.onPlain(u"/readyz"_s, [] { return http::Response::text("ready\n"); });
    const QJsonObject document = api::openApiDocument(QCoreApplication::applicationVersion());
    router.on(api::openApi, [document](const http::Call &, const model::Nothing &) {
        return Result<QJsonObject>(document);
    });
}

Wiring::Wiring() = default;
Wiring::~Wiring() = default;

Result<std::unique_ptr<Wiring>> Wiring::start(const Config &config)
{
    std::unique_ptr<Wiring> wiring(new Wiring);
    wiring->m_parts = std::make_unique<Parts>(config);
    TRY_VOID(wiring->m_parts->open());
    connect(&wiring->m_parts->listener, &http::Listener::drained, wiring.get(), &Wiring::stopped);
    return wiring;
}

QString Wiring::address() const
{
    const Listen &listen = m_parts->config.listen;
    const QString host = listen.host.contains(u':') ? u'[' % listen.host % u']' : listen.host;
    return u"%1://%2:%3"_s.arg(m_parts->config.tls ? u"https"_s : u"http"_s, host,
                               QString::number(m_parts->listener.port()));
}

std::optional<QString> Wiring::newPassword() const
{
    return m_parts->newPassword;
}

void Wiring::stop()
{
    QTimer::singleShot(kPatience, this, &Wiring::stopped);
    m_parts->listener.shutDown();
}

} // namespace berthd
