// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/signinservice.h"

namespace services {

struct SignUpSettings
{
    QString platformName;
    QString supportAddress;
    bool isOpen = true;
};

// How people make accounts for themselves. They have no right until an administrator gives one.
class SignUpService : public QObject
{
    Q_OBJECT

public:
    SignUpService(storage::AccountStore &accounts, SignInService &signIn, const Clock &clock,
                  SignUpSettings settings);

    const SignUpSettings &settings() const { return m_settings; }

    // Forbidden while sign-up is closed, InvalidInput names the field, TooMany after too many of
    // the name or from the address, Conflict names username or identity when that is taken.
    QFuture<Result<model::UserId>> create(const model::SignUp &signUp,
                                          const std::optional<storage::Identity> &identity,
                                          const Visitor &visitor);

    // The same without an identity; opens no session.
    QFuture<Result<model::Nothing>> signUp(const model::SignUp &signUp, const Visitor &visitor);

private:
    Result<> mayTry(const QString &username, const QString &address);

    storage::AccountStore &m_accounts;
    SignInService &m_signIn;
    const Clock &m_clock;
    const SignUpSettings m_settings;
    RateLimiter m_perName;
    RateLimiter m_perAddress;
};

} // namespace services
