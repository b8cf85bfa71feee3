// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"

#include <QUrl>
#include <QUrlQuery>

namespace identity {

// What one attempt is held together by: fresh random values, each used once.
struct Handshake
{
    QString state; // comes back with the person
    QString nonce; // comes back inside what the provider signs
    QString verifier; // shows, by its hash before, that the same asks for the tokens
    QUrl redirect; // where the provider sends the person back to
};

// Somebody as a provider vouches for them.
struct Person
{
    QString subject; // the same person has the same for ever, and nobody else has it
    QString name; // to be shown, may be empty
};

// Somebody else who can say who a person is. Nothing of what the browser brings is believed: it
// only carries a code, which the provider itself turns into an identity.
class Provider
{
public:
    virtual ~Provider() = default;

    // Where the browser goes. Unavailable when the provider does not answer.
    virtual QFuture<Result<QUrl>> signInUrl(const Handshake &handshake) = 0;
    // Who the person is that came back with this query. Forbidden when the person declined,
    // Unavailable when the provider does not answer or with an error, InvalidInput when its answer
    // does not hold. The error's words hold no secret.
    virtual QFuture<Result<Person>> identify(const Handshake &handshake,
                                             const QUrlQuery &query) = 0;
};

} // namespace identity
