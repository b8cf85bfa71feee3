// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/accountstore.h"
#include "backend/storage/committer.h"
#include "backend/storage/database.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace storage {

namespace {

const QString kSelect =
    u"SELECT token_hash, account, created_at, used_at, expires_at, address, client FROM session "_s;

StoredSession read(const Row &row)
{
    return {row.text(0), model::UserId(row.integer(1)),
            row.time(2), row.time(3),
            row.time(4), row.text(5),
            row.text(6)};
}

// What ends, for the audit log: of the sessions only what tells them apart, never their hashes.
QJsonObject factsOf(const QList<StoredSession> &sessions)
{
    QJsonArray names;
    for (const StoredSession &session : sessions)
        names.append(u"%1 (%2)"_s.arg(session.client, session.address));
    return {{"sessions"_L1, names}};
}

} // namespace

Result<std::optional<StoredSession>> AccountStore::session(const QString &tokenHash) const
{
    return m_database.first<StoredSession>(kSelect % u"WHERE token_hash = ?"_s, {tokenHash}, read);
}

Result<QList<StoredSession>> AccountStore::sessions(model::UserId id) const
{
    return m_database.all<StoredSession>(
        kSelect % u"WHERE account = ? ORDER BY created_at, token_hash"_s, {id.value()}, read);
}

QFuture<Result<>> AccountStore::addSession(const StoredSession &session)
{
    return m_committer.write([=, this]() -> Result<> {
        TRY_VOID(m_database.run(
            u"INSERT INTO session (token_hash, account, created_at, used_at, expires_at, "
            "address, client) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
            {session.tokenHash, session.account.value(), toSql(session.createdAt),
             toSql(session.usedAt), toSql(session.expiresAt), session.address, session.client}));
        TRY_VOID(m_database.run(u"UPDATE account SET signed_in_at = ? WHERE id = ?"_s,
                                {toSql(session.createdAt), session.account.value()}));
        return note(model::AuditAction::SignedIn, session.account, session.address);
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

QFuture<Result<>> AccountStore::endSession(const QString &tokenHash, model::AuditAction action,
                                           const QString &address)
{
    const auto work = [=, this]() -> Result<> {
        TRY_ASSIGN(const auto known, session(tokenHash));
        if (!known)
            return {};
        TRY_VOID(m_database.run(u"DELETE FROM session WHERE token_hash = ?"_s, {tokenHash}));
        return note(action, known->account, address, factsOf({*known}));
    };
    return m_committer.write(work, [=, this] { emit sessionEnded(tokenHash); });
}

QFuture<Result<>> AccountStore::removeExpiredSessions(const QDateTime &now,
                                                      const QDateTime &idleSince)
{
    const auto ended = std::make_shared<QStringList>();
    const QVariantList ends{toSql(now), toSql(idleSince)};
    const auto work = [=, this]() -> Result<> {
        const QString which = u"WHERE expires_at <= ? OR used_at < ?"_s;
        TRY_ASSIGN(*ended,
                   m_database.all<QString>(u"SELECT token_hash FROM session "_s % which, ends,
                                           [](const Row &row) { return row.text(0); }));
        TRY_VOID(m_database.run(u"DELETE FROM session "_s % which, ends));
        return {};
    };
    return m_committer.write(work, [=, this] {
        for (const QString &tokenHash : std::as_const(*ended))
            emit sessionEnded(tokenHash);
    });
}

QFuture<Result<>> AccountStore::removeSessions(model::UserId id, const QString &keptTokenHash,
                                               const QString &address)
{
    const auto work = [=, this]() -> Result<> {
        TRY_ASSIGN(auto ended, sessions(id));
        ended.removeIf([&](const auto &each) { return each.tokenHash == keptTokenHash; });
        return note(model::AuditAction::SessionsEnded, id, address, factsOf(ended));
    };
    return endingSessions(id, work, keptTokenHash);
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
