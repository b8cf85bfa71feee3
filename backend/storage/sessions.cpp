// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/accountstore.h"
#include "backend/storage/committer.h"
#include "backend/storage/database.h"

using namespace Qt::Literals::StringLiterals;

namespace storage {

Result<std::optional<StoredSession>> AccountStore::session(const QString &tokenHash) const
{
    return m_database.first<StoredSession>(
        u"SELECT token_hash, account, created_at, used_at, expires_at FROM session "
        "WHERE token_hash = ?"_s,
        {tokenHash}, [](const Row &row) {
            return StoredSession{row.text(0), model::UserId(row.integer(1)), row.time(2),
                                 row.time(3), row.time(4)};
        });
}

QFuture<Result<>> AccountStore::addSession(const StoredSession &session)
{
    return m_committer.write([=, this]() -> Result<> {
        TRY_VOID(m_database.run(
            u"INSERT INTO session (token_hash, account, created_at, used_at, expires_at) "
            "VALUES (?, ?, ?, ?, ?)"_s,
            {session.tokenHash, session.account.value(), toSql(session.createdAt),
             toSql(session.usedAt), toSql(session.expiresAt)}));
        return {};
    });
}

QFuture<Result<>> AccountStore::touchSession(const QString &tokenHash, const QDateTime &usedAt)
{
    return m_committer.write([=, this]() -> Result<> {
        TRY_VOID(m_database.run(u"UPDATE session SET used_at = ? WHERE token_hash = ?"_s,
                                {toSql(usedAt), tokenHash}));
        return {};
    });
}

QFuture<Result<>> AccountStore::removeSession(const QString &tokenHash)
{
    return m_committer.write(
        [=, this]() -> Result<> {
            TRY_VOID(m_database.run(u"DELETE FROM session WHERE token_hash = ?"_s, {tokenHash}));
            return {};
        },
        [=, this] { emit sessionEnded(tokenHash); });
}

QFuture<Result<>> AccountStore::removeExpiredSessions(const QDateTime &now,
                                                      const QDateTime &idleSince)
{
    return m_committer.write([=, this]() -> Result<> {
        TRY_VOID(m_database.run(u"DELETE FROM session WHERE expires_at <= ? OR used_at < ?"_s,
                                {toSql(now), toSql(idleSince)}));
        return {};
    });
}

Result<QStringList> AccountStore::endSessions(model::UserId id, const QString &keptTokenHash)
{
    TRY_ASSIGN(const auto ended,
               m_database.all<QString>(
                   u"SELECT token_hash FROM session WHERE account = ? AND token_hash <> ?"_s,
                   {id.value(), keptTokenHash}, [](const Row &row) { return row.text(0); }));
    TRY_VOID(m_database.run(u"DELETE FROM session WHERE account = ? AND token_hash <> ?"_s,
                            {id.value(), keptTokenHash}));
    return QStringList(ended);
}

QFuture<Result<>> AccountStore::endingSessions(model::UserId id, std::function<Result<>()> work,
                                               const QString &keptTokenHash)
{
    const auto ended = std::make_shared<QStringList>();
    const auto both = [=, this, work = std::move(work)]() -> Result<> {
        TRY_VOID(work());
        TRY_ASSIGN(*ended, endSessions(id, keptTokenHash));
        return {};
    };
    return m_committer.write(both, [=, this] {
        emit accountChanged(id);
        for (const QString &tokenHash : std::as_const(*ended))
            emit sessionEnded(tokenHash);
    });
}

} // namespace storage
