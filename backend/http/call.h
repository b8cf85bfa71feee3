// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/account.h"

#include <QByteArray>
#include <QHash>
#include <QHostAddress>

#include <functional>

namespace http {

// Who asks, and what a request says beside its typed content.
struct Call
{
    model::Account account; // the initial value for endpoints that are open to everybody
    QString requestId;
    QHash<QString, QString> path; // decoded values of the path's {names}, never empty
    QHostAddress peer; // the client, also behind a proxy that is trusted
    QString idempotencyKey; // printable ASCII of at most 128 characters, or empty
    QString client; // what the client calls itself: printable, at most 200 characters, or empty
    QByteArray token; // of the session, a secret; empty when not signed in
};

// The account of a session's token; Unauthenticated when there is no such session.
using Authenticate = std::function<Result<model::Account>(const QByteArray &token)>;

} // namespace http
