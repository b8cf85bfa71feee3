// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/client/apiclient.h"
#include "tests/contract/platform.h"
#include "tests/support/await.h"

#include <QTemporaryDir>

namespace support {

// The real client against the real server, and people to call it.
struct Contract
{
    QTemporaryDir directory;
    QTemporaryDir copy; // of it, after a crash
    std::unique_ptr<Platform> platform;
    client::ApiClient admin; // signed in as the first administrator

    Contract(); // stops the test program when the server does not open

    // A server that finds what is on disk at this moment, as after a crash. Once.
    void restart();

    using Client = std::unique_ptr<client::ApiClient>;
    Client stranger() const; // not signed in
    Client enter(const QString &username, const QString &password) const;
    // Makes somebody whose only role has these permissions, and signs in.
    Client person(const QString &username, const QList<model::Permission> &permissions);
    model::UserId idOf(const QString &username) const;
    // The id of the role that permits just this, made when there is none.
    model::RoleId roleFor(const QList<model::Permission> &permissions);
};

template <typename Request, typename Response>
Result<Response> call(client::ApiClient &api, const api::Endpoint<Request, Response> &endpoint,
                      const QStringList &path = {}, const Request &request = {},
                      const QString &key = {})
{
    return await(api.call(endpoint, path, request, key));
}

// What it was refused with; Internal when it was not.
ErrorCode codeOf(const auto &result)
{
    return result ? ErrorCode::Internal : result.error().code;
}

// A job of one device in the VC.
model::JobSpec aSpec(const QString &name, const QString &vc = QStringLiteral("platform"));

} // namespace support
