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

} // namespace services
