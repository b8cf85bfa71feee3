// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

namespace identity {

struct IdTokenRules
{
    QString issuer; // {tenantid} in it stands for the token's own tenant
    QString clientId;
    QString nonce;
    QDateTime now;
};

// The claims of an ID token (OpenID Connect Core 3.1.3.7) that one of the provider's keys (RFC 7517)
// signed: RS, PS or ES with SHA-2, never "none" nor a shared secret. Issuer, audience, authorized
// party, nonce and times are checked, with a minute of grace. NotFound when none of the keys is the
// one the token names, InvalidInput when anything else does not hold.
Result<QJsonObject> checkIdToken(const QByteArray &token, const QJsonArray &keys,
                                 const IdTokenRules &rules);

} // namespace identity
