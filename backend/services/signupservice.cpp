// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/signupservice.h"

#include "backend/services/network.h"
#include "core/rules/accountrules.h"

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace services {

SignUpService::SignUpService(storage::AccountStore &accounts, SignInService &signIn,
                             const Clock &clock, SignUpSettings settings)
    : m_accounts(accounts)
    , m_signIn(signIn)
    , m_clock(clock)
    , m_settings(std::move(settings))
    , m_perName(5, 1min)
    , m_perAddress(10, 1min)
{ }

Result<> SignUpService::mayTry(const QString &username, const QString &address)
{
    const QDateTime now = m_clock.now();
    if (m_perAddress.take(address, now) && m_perName.take(username.toLower(), now))
        return {};
    return Error{ErrorCode::TooMany, u"too many sign-ups: try again later"_s, QString()};
}

QFuture<Result<model::UserId>>
SignUpService::create(const model::SignUp &signUp, const std::optional<storage::Identity> &identity,
                      const Visitor &visitor)
{
    const auto fail = [](const Error &error) { return ready<model::UserId>(error); };
    if (!m_settings.isOpen)
        return fail({ErrorCode::Forbidden, u"accounts are made by the administrators"_s, {}});
    if (const auto good = rules::firstViolation(rules::check(signUp)); !good)
        return fail(good.error());
    if (const auto allowed = mayTry(signUp.username, networkOf(visitor.address)); !allowed)
        return fail(allowed.error());
    const storage::NewAccount account{.username = signUp.username,
                                      .nickname = signUp.nickname,
                                      .passwordHash = {},
                                      .roles = {},
                                      .vcs = {},
                                      .mustChangePassword = false,
                                      .identity = identity,
                                      .signedUpFrom = visitor.address};
    const Promise<model::UserId> promise;
    const auto store = [this, promise, account](const Result<QString> &hash) {
        if (!hash)
            return promise.finish(hash.error());
        storage::NewAccount complete = account;
        complete.passwordHash = *hash;
        whenDone(m_accounts.create(complete), this,
                 [promise](const Result<model::UserId> &id) { promise.finish(id); });
    };
    whenDone(m_signIn.passwords().hash(signUp.password), this, store);
    return promise.future();
}

QFuture<Result<model::Nothing>> SignUpService::signUp(const model::SignUp &signUp,
                                                      const Visitor &visitor)
{
    const Promise<model::Nothing> promise;
    whenDone(create(signUp, {}, visitor), this, [promise](const Result<model::UserId> &id) {
        promise.finish(id.map([](const auto &) { return model::Nothing{}; }));
    });
    return promise.future();
}

} // namespace services
