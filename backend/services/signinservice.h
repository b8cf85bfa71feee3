// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/caller.h"
#include "backend/services/passwords.h"
#include "backend/services/ratelimiter.h"
#include "backend/storage/accountstore.h"
#include "core/base/clock.h"
#include "core/model/page.h"
#include "core/model/profile.h"

#include <QHash>
#include <QTimer>

#include <chrono>

namespace services {

struct SignInSettings
{
    QString dataDirectory;
    std::chrono::seconds idle = std::chrono::hours(24);
    std::chrono::seconds absolute = std::chrono::hours(24 * 30);
};

// Who asks to be let in, as far as can be told.
struct Visitor
{
    QString address;
    QString client = {}; // what the program calls itself
};

// Who somebody is: passwords, sessions and their ends. Tokens are 256 random bits; only their hash
// is kept.
class SignInService : public QObject
{
    Q_OBJECT

public:
    SignInService(storage::AccountStore &accounts, const Clock &clock, SignInSettings settings);

    // The first start makes the account admin and answers with its password, which also stands in
    // DIR/initial-admin-password (0600) until it is changed. Blocks until all is on disk.
    Result<std::optional<QString>> prepare();

    // Unauthenticated for a wrong name or password alike, TooMany after too many wrong ones for the
    // account or from the address.
    QFuture<Result<model::Session>> signIn(const model::SignIn &signIn, const Visitor &visitor);
    // For somebody whose identity is proven already. Unauthenticated when there is no such account
    // or it is disabled.
    QFuture<Result<model::Session>> open(model::UserId id, const Visitor &visitor);

    // The session's account as it is now. Unauthenticated when the session is unknown or has ended.
    // Counts as use of the session.
    Result<model::Account> authenticate(const QByteArray &token);
    // The same without counting as use, by the token's hash.
    Result<model::Account> accountOf(const QString &tokenHash);

    QFuture<Result<model::Nothing>> signOut(const Caller &caller, const QByteArray &token);
    // InvalidInput names currentPassword or newPassword. Ends every other session of the person.
    QFuture<Result<model::Nothing>> changePassword(const Caller &caller, const QByteArray &token,
                                                   const model::PasswordChange &change);

    // The person's own sessions; the token tells which one asks.
    Result<model::Items<model::OpenSession>> sessions(const model::Account &account,
                                                      const QByteArray &token) const;
    QFuture<Result<model::Nothing>> endSession(const Caller &caller, const QString &id);
    QFuture<Result<model::Nothing>> endOtherSessions(const Caller &caller, const QByteArray &token);

    // What everybody's passwords are hashed with.
    Passwords &passwords() { return m_passwords; }

    static QString hashOf(const QByteArray &token);

signals:
    void sessionEnded(const QString &tokenHash);
    void accountChanged(model::UserId id); // anybody's may have for the initial value

private:
    struct Cached
    {
        storage::StoredSession session;
        model::Account account;
        QDateTime storedUse; // what is on disk for session.usedAt
    };

    QString initialPasswordFile() const;
    Result<> writeInitialPassword(const QString &password) const;
    Result<Cached *> cached(const QString &tokenHash);
    bool isOver(const storage::StoredSession &session) const;
    void forget(const QString &tokenHash);
    void forgetAccount(model::UserId id);
    void sweep();
    QFuture<Result<model::Nothing>> nothing(const QFuture<Result<>> &done);
    Result<> mayTry(const QString &account, const QString &address);
    void storePassword(const Promise<model::Nothing> &promise, const Caller &caller,
                       const QByteArray &token, const QString &password);

    storage::AccountStore &m_accounts;
    const Clock &m_clock;
    const SignInSettings m_settings;
    Passwords m_passwords;
    RateLimiter m_perAccount;
    RateLimiter m_perAddress;
    RateLimiter m_refusals; // that the audit log takes: nobody fills the disk with them
    QHash<QString, Cached> m_cache;
    QTimer m_sweep;
};

} // namespace services
