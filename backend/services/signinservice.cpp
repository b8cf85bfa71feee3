// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/signinservice.h"

#include "backend/services/network.h"
#include "backend/services/randomtoken.h"
#include "core/rules/accountrules.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace services {

namespace {

Error refused()
{
    return {ErrorCode::Unauthenticated, u"wrong username or password"_s, QString()};
}

} // namespace

SignInService::SignInService(storage::AccountStore &accounts, const Clock &clock,
                             SignInSettings settings)
    : m_accounts(accounts)
    , m_clock(clock)
    , m_settings(std::move(settings))
    , m_perAccount(10, 10s)
    , m_perAddress(50, 2s)
    , m_refusals(100, 36s)
{
    connect(&accounts, &storage::AccountStore::sessionEnded, this, &SignInService::forget);
    connect(&accounts, &storage::AccountStore::accountChanged, this, &SignInService::forgetAccount);
    connect(&m_sweep, &QTimer::timeout, this, &SignInService::sweep);
    m_sweep.start(1min);
}

Result<std::optional<QString>> SignInService::prepare()
{
    TRY_ASSIGN(const bool isEmpty, m_accounts.isEmpty());
    if (!isEmpty)
        return std::optional<QString>();
    const QString password = Passwords::random();
    TRY_ASSIGN(const QString hash, Passwords::hashNow(password));
    // The file first: a crash in between leaves a file that is written anew, not a lost password.
    TRY_VOID(writeInitialPassword(password));
    const auto created = m_accounts.create({.username = u"admin"_s,
                                            .nickname = u"Administrator"_s,
                                            .passwordHash = hash,
                                            .roles = {storage::AccountStore::kSystemAdmin},
                                            .vcs = {model::VcName(u"platform"_s)},
                                            .mustChangePassword = true});
    m_accounts.flush();
    TRY_VOID(created.result());
    return std::optional(password);
}

QString SignInService::initialPasswordFile() const
{
    return QDir(m_settings.dataDirectory).filePath(u"initial-admin-password"_s);
}

Result<> SignInService::writeInitialPassword(const QString &password) const
{
    QFile::remove(initialPasswordFile());
    QSaveFile file(initialPasswordFile());
    const QByteArray text = password.toLatin1() + '\n';
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(text) != text.size() || !file.commit()) {
        return Error{ErrorCode::Unavailable, file.fileName() % u": " % file.errorString(),
                     QString()};
    }
    return {};
}

Result<> SignInService::mayTry(const QString &account, const QString &address)
{
    const QDateTime now = m_clock.now();
    if (m_perAddress.take(address, now)) {
        if (m_perAccount.take(account.toLower(), now))
            return {};
        m_perAddress.giveBack(address);
    }
    return Error{ErrorCode::TooMany, u"too many wrong passwords: try again later"_s, QString()};
}

QFuture<Result<model::Session>> SignInService::signIn(const model::SignIn &signIn,
                                                      const Visitor &visitor)
{
    if (signIn.password.size() > rules::kMostPasswordCharacters || signIn.username.size() > 256)
        return ready<model::Session>(refused());
    if (const auto allowed = mayTry(signIn.username, networkOf(visitor.address)); !allowed)
        return ready<model::Session>(allowed.error());
    const auto known = m_accounts.credentials(signIn.username);
    if (!known)
        return ready<model::Session>(known.error());
    const auto credentials = known->value_or(storage::Credentials{});
    const Promise<model::Session> promise;
    whenDone(m_passwords.matches(signIn.password, credentials.passwordHash), this,
             [=, this, name = signIn.username](const Result<bool> &same) {
                 if (!same)
                     return promise.finish(same.error());
                 if (!*same || credentials.disabled) {
                     if (m_refusals.take({}, m_clock.now()))
                         m_accounts.noteRefusal(name, visitor.address, m_clock.now());
                     return promise.finish(refused());
                 }
                 m_perAccount.giveBack(name.toLower());
                 m_perAddress.giveBack(networkOf(visitor.address));
                 whenDone(open(credentials.id, visitor), this,
                          [promise](const auto &session) { promise.finish(session); });
             });
    return promise.future();
}

QFuture<Result<model::Session>> SignInService::open(model::UserId id, const Visitor &visitor)
{
    const auto account = m_accounts.account(id);
    if (!account)
        return ready<model::Session>(refused());
    const QByteArray token = randomToken();
    const QDateTime now = m_clock.now();
    const storage::StoredSession stored{.tokenHash = hashOf(token),
                                        .account = id,
                                        .createdAt = now,
                                        .usedAt = now,
                                        .expiresAt = now.addSecs(m_settings.absolute.count()),
                                        .address = visitor.address,
                                        .client = visitor.client};
    const model::Session session{QString::fromLatin1(token), stored.expiresAt, *account};
    const Promise<model::Session> promise;
    whenDone(m_accounts.addSession(stored), this, [promise, session](const Result<> &added) {
        promise.finish(added ? Result<model::Session>(session) : added.error());
    });
    return promise.future();
}

QFuture<Result<model::Nothing>> SignInService::changePassword(const Caller &caller,
                                                              const QByteArray &token,
                                                              const model::PasswordChange &change)
{
    const auto fail = [](const Error &error) { return ready<model::Nothing>(error); };
    const model::Account &account = caller.account;
    if (const auto broken = rules::checkPassword(change.newPassword, account.username))
        return fail(rules::error(*broken, u"newPassword"_s));
    if (const auto allowed = mayTry(account.username, u"account "_s % account.id.toString());
        !allowed)
        return fail(allowed.error());
    const auto known = m_accounts.credentials(account.username);
    if (!known)
        return fail(known.error());
    const Promise<model::Nothing> promise;
    const QString hash = known->value_or(storage::Credentials{}).passwordHash;
    whenDone(m_passwords.matches(change.currentPassword, hash), this,
             [=, this, password = change.newPassword](const Result<bool> &same) {
                 if (!same)
                     return promise.finish(same.error());
                 if (!*same) {
                     return promise.finish(Error{ErrorCode::InvalidInput,
                                                 u"currentPassword: wrong"_s,
                                                 u"currentPassword"_s});
                 }
                 m_perAccount.giveBack(caller.account.username.toLower());
                 storePassword(promise, caller, token, password);
             });
    return promise.future();
}

void SignInService::storePassword(const Promise<model::Nothing> &promise, const Caller &caller,
                                  const QByteArray &token, const QString &password)
{
    const auto stored = [=, this](const Result<> &result) {
        if (!result)
            return promise.finish(result.error());
        if (caller.account.mustChangePassword)
            QFile::remove(initialPasswordFile());
        promise.finish(model::Nothing{});
    };
    whenDone(m_passwords.hash(password), this, [=, this](const Result<QString> &hash) {
        if (!hash)
            return promise.finish(hash.error());
        whenDone(m_accounts.setPassword(caller.account.id, *hash, hashOf(token), caller.address),
                 this, stored);
    });
}

} // namespace services
