// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/identity/provider.h"
#include "backend/storage/accountstore.h"
#include "core/base/clock.h"

#include <functional>
#include <memory>
#include <vector>

namespace services {

// An attempt to sign in through a provider, from its beginning until it is told.
struct OpenAttempt
{
    enum class Stage {
        Open, // the browser is at the provider
        Identifying, // the provider is asked who it is
        Confirming, // the browser is asked whether the console shows the code
        Deciding, // the identity is being bound
        Over, // the result stands
    };

    QString id;
    model::AttemptStart start;
    QString boundBy; // the hash of the session's token that binds, or empty
    QString boundFrom; // the address of the console that binds
    identity::Handshake handshake;
    QString code;
    QString ticket; // of the question for the code
    QDateTime expiresAt;
    Stage stage = Stage::Open;
    storage::Identity identity;
    model::UserId owner; // when signed in
    model::AttemptResult result;

    void fail(model::AttemptFailure failure, const QString &detail);
};

// In callbacks an attempt may outlast its place in the book.
using AttemptPointer = std::shared_ptr<OpenAttempt>;

// All attempts, in memory alone: after a restart one begins anew.
class AttemptBook
{
public:
    explicit AttemptBook(const Clock &clock);

    static constexpr std::size_t kMost = 5000;

    bool isFull() const { return m_attempts.size() >= kMost; }
    AttemptPointer begin(const model::AttemptStart &start, const QString &boundBy,
                         const QUrl &redirect);
    void remove(const AttemptPointer &attempt);
    void removeOld(); // that nobody asks for any more

    bool isExpired(const AttemptPointer &attempt) const;
    void extend(const AttemptPointer &attempt) const; // by a whole life from now

    // Null when there is none.
    AttemptPointer withSecret(const QString &id, const QString &secret) const;
    AttemptPointer withState(model::Provider provider, const QString &state) const;
    AttemptPointer withTicket(const QString &ticket) const;

private:
    AttemptPointer find(const std::function<bool(const OpenAttempt &attempt)> &is) const;

    const Clock &m_clock;
    std::vector<AttemptPointer> m_attempts;
};

} // namespace services
