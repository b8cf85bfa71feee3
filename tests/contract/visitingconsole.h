// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/accounts.h"
#include "core/api/profile.h"
#include "core/api/signin.h"
#include "core/client/apiclient.h"
#include "tests/support/await.h"

#include <QCryptographicHash>
#include <QUuid>

namespace support {

// A console that signs in through a provider: it keeps the secret of its attempt.
class VisitingConsole
{
public:
    explicit VisitingConsole(const QUrl &server)
    {
        if (const auto set = api.setServer(server); !set)
            qFatal("%s", qPrintable(set.error().detail));
    }

    model::AttemptStart begin(model::Provider provider)
    {
        secret = QUuid::createUuid().toString() + QUuid::createUuid().toString();
        const QByteArray hash =
            QCryptographicHash::hash(secret.toUtf8(), QCryptographicHash::Sha256);
        return {provider, QString::fromLatin1(hash.toBase64(QByteArray::Base64UrlEncoding
                                                            | QByteArray::OmitTrailingEquals))};
    }
    Result<model::Attempt> start(model::Provider provider)
    {
        return keep(await(api.call(api::startSignIn, {}, begin(provider))));
    }
    Result<model::Attempt> startBinding(model::Provider provider)
    {
        return keep(await(api.call(api::startBinding, {}, begin(provider))));
    }
    Result<model::AttemptResult> result()
    {
        return await(api.call(api::attemptResult, {attempt.id}, model::AttemptSecret{secret}));
    }
    Result<model::Session> registerAs(const QString &username)
    {
        const auto session = await(
            api.call(api::registerIdentity, {},
                     model::Registration{username, username, username + QStringLiteral("-secret"),
                                         attempt.id, secret}));
        if (session)
            api.setToken(session->token);
        return session;
    }
    Result<model::Profile> profile() { return await(api.call(api::getProfile)); }

    client::ApiClient api;
    QString secret;
    model::Attempt attempt;

private:
    Result<model::Attempt> keep(const Result<model::Attempt> &begun)
    {
        attempt = begun ? *begun : model::Attempt{};
        return begun;
    }
};

} // namespace support
