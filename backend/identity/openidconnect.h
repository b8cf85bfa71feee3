// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/identity/fetcher.h"
#include "backend/identity/idtoken.h"
#include "backend/identity/provider.h"
#include "core/base/clock.h"

namespace identity {

struct OpenIdSettings
{
    QUrl issuer; // what it publishes stands at /.well-known/openid-configuration below
    bool isTenant = false; // Microsoft: the issuer published may name another tenant of the host
    QString clientId;
    QString clientSecret;
};

// OpenID Connect with the authorization code flow and PKCE: Microsoft, or any other provider of it.
class OpenIdConnect final : public QObject, public Provider
{
    Q_OBJECT

public:
    OpenIdConnect(OpenIdSettings settings, std::unique_ptr<Fetcher> fetcher, const Clock &clock);

    QFuture<Result<QUrl>> signInUrl(const Handshake &handshake) override;
    QFuture<Result<Person>> identify(const Handshake &handshake, const QUrlQuery &query) override;

private:
    // What the provider publishes of itself.
    struct Facts
    {
        QString issuer;
        QUrl authorization;
        QUrl token;
        QUrl keys;
        bool secretInForm = false; // else in the header
    };
    struct Exchange;

    Result<Facts> readFacts(const QJsonObject &document) const;
    bool isTrusted(const QUrl &url) const;
    QUrl urlFor(const Facts &facts, const Handshake &handshake) const;
    void learn(const std::function<void(const Result<Facts> &facts)> &then);
    Result<QString> codeOf(const QUrlQuery &query) const;
    void exchange(const std::shared_ptr<Exchange> &exchange);
    void verify(const std::shared_ptr<Exchange> &exchange);
    void fetchKeys(const std::shared_ptr<Exchange> &exchange);

    const OpenIdSettings m_settings;
    const std::unique_ptr<Fetcher> m_fetcher;
    const Clock &m_clock;
    std::optional<Facts> m_facts;
    QDateTime m_learnedAt;
    QJsonArray m_keys;
};

} // namespace identity
