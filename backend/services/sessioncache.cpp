// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/signinservice.h"

#include <QCryptographicHash>

using namespace Qt::Literals::StringLiterals;

namespace services {

namespace {

constexpr qsizetype kMostCached = 10000;
constexpr qint64 kStoreUseEvery = 60; // seconds

Error noSession()
{
    return {ErrorCode::Unauthenticated, u"no such session, or it has ended"_s, QString()};
}

// Says nothing of the token's hash, with which alone nobody could do anything either.
QString idOf(const QString &tokenHash)
{
    const QByteArray text = "session " + tokenHash.toLatin1();
    const QByteArray id = QCryptographicHash::hash(text, QCryptographicHash::Sha256);
    return QString::fromLatin1(id.first(16).toHex());
}

} // namespace

QString SignInService::hashOf(const QByteArray &token)
{
    return QString::fromLatin1(QCryptographicHash::hash(token, QCryptographicHash::Sha256).toHex());
}

Result<model::Account> SignInService::authenticate(const QByteArray &token)
{
    const QString tokenHash = hashOf(token);
    TRY_ASSIGN(Cached * known, cached(tokenHash));
    const QDateTime now = m_clock.now();
    known->session.usedAt = now;
    if (known->storedUse.secsTo(now) >= kStoreUseEvery) {
        known->storedUse = now;
        // Nobody waits for it: at worst a session ends a minute early.
        m_accounts.touchSession(tokenHash, now);
    }
    return known->account;
}

Result<model::Account> SignInService::accountOf(const QString &tokenHash)
{
    TRY_ASSIGN(const Cached *known, cached(tokenHash));
    return known->account;
}

bool SignInService::isOver(const storage::StoredSession &session) const
{
    const QDateTime now = m_clock.now();
    return session.expiresAt <= now || session.usedAt.addSecs(m_settings.idle.count()) < now;
}

Result<SignInService::Cached *> SignInService::cached(const QString &tokenHash)
{
    auto it = m_cache.find(tokenHash);
    if (it == m_cache.end()) {
        TRY_ASSIGN(const auto session, m_accounts.session(tokenHash));
        if (!session)
            return noSession();
        const auto account = m_accounts.account(session->account);
        if (!account)
            return account.error().code == ErrorCode::NotFound ? noSession() : account.error();
        if (m_cache.size() >= kMostCached)
            m_cache.clear();
        it = m_cache.insert(tokenHash, {*session, *account, session->usedAt});
    }
    if (isOver(it->session)) {
        m_cache.erase(it);
        m_accounts.removeSession(tokenHash);
        return noSession();
    }
    return &*it;
}

QFuture<Result<model::Nothing>> SignInService::nothing(const QFuture<Result<>> &done)
{
    const Promise<model::Nothing> promise;
    whenDone(done, this, [promise](const Result<> &result) {
        promise.finish(result ? Result<model::Nothing>(model::Nothing{}) : result.error());
    });
    return promise.future();
}

void SignInService::forget(const QString &tokenHash)
{
    m_cache.remove(tokenHash);
    emit sessionEnded(tokenHash);
}

void SignInService::forgetAccount(model::UserId id)
{
    if (id.isEmpty())
        m_cache.clear();
    else
        m_cache.removeIf([&](const auto &item) { return item.value().account.id == id; });
    emit accountChanged(id);
}

void SignInService::sweep()
{
    QStringList over;
    for (auto it = m_cache.cbegin(); it != m_cache.cend(); ++it) {
        if (isOver(it->session))
            over.append(it.key());
    }
    for (const QString &tokenHash : over)
        m_accounts.removeSession(tokenHash);
    // A session that is in use may be stored with a use that is a little old.
    const QDateTime now = m_clock.now();
    m_accounts.removeExpiredSessions(now, now.addSecs(-m_settings.idle.count() - kStoreUseEvery));
}

Result<model::Items<model::OpenSession>> SignInService::sessions(const model::Account &account,
                                                                 const QByteArray &token) const
{
    TRY_ASSIGN(const auto stored, m_accounts.sessions(account.id));
    const QString current = hashOf(token);
    model::Items<model::OpenSession> open;
    for (const storage::StoredSession &session : stored) {
        const auto known = m_cache.find(session.tokenHash); // its last use may not be stored yet
        const auto &newest = known == m_cache.end() ? session : known->session;
        if (isOver(newest))
            continue;
        open.items.append({.id = idOf(session.tokenHash),
                           .client = session.client,
                           .address = session.address,
                           .createdAt = session.createdAt,
                           .usedAt = newest.usedAt,
                           .expiresAt = session.expiresAt,
                           .isCurrent = session.tokenHash == current});
    }
    return open;
}

QFuture<Result<model::Nothing>> SignInService::endSession(const Caller &caller, const QString &id)
{
    const auto stored = m_accounts.sessions(caller.account.id);
    if (!stored)
        return ready<model::Nothing>(stored.error());
    for (const storage::StoredSession &session : *stored) {
        if (idOf(session.tokenHash) == id)
            return nothing(m_accounts.endSession(
                session.tokenHash, model::AuditAction::SessionsEnded, caller.address));
    }
    return ready<model::Nothing>(Error{ErrorCode::NotFound, u"no such session"_s, u"id"_s});
}

QFuture<Result<model::Nothing>> SignInService::endOtherSessions(const Caller &caller,
                                                                const QByteArray &token)
{
    return nothing(m_accounts.removeSessions(caller.account.id, hashOf(token), caller.address));
}

QFuture<Result<model::Nothing>> SignInService::signOut(const Caller &caller,
                                                       const QByteArray &token)
{
    return nothing(
        m_accounts.endSession(hashOf(token), model::AuditAction::SignedOut, caller.address));
}

} // namespace services
