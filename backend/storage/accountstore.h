// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/model/audit.h"
#include "core/model/signin.h"

#include <QObject>

namespace storage {

class Committer;
class Database;

// What sign-in compares a password with.
struct Credentials
{
    model::UserId id;
    QString passwordHash; // Argon2id with its parameters and salt
    bool disabled = false;
};

// Somebody as a provider knows them. The subject is the provider's own name of them.
struct Identity
{
    model::Provider provider = model::Provider::Microsoft;
    QString subject;
    QString name; // to be shown, may be empty
};

struct NewAccount
{
    QString username;
    QString nickname;
    QString passwordHash;
    QStringList roles; // by name
    QList<model::VcName> vcs;
    bool mustChangePassword = false;
    std::optional<Identity> identity = {}; // another way in
    std::optional<QString> signedUpFrom = {}; // the address of who made it for himself
};

// An open session. Its token is known to the person only; this is SHA-256 of it, hexadecimal.
struct StoredSession
{
    QString tokenHash;
    model::UserId account;
    QDateTime createdAt;
    QDateTime usedAt;
    QDateTime expiresAt; // at the latest, however much it is used
    QString address = {}; // from where it was opened
    QString client = {}; // what opened it, as that says
};

// People, their roles and sessions. Reads come from disk, writes go through the group commit.
class AccountStore : public QObject
{
    Q_OBJECT

public:
    static constexpr QLatin1StringView kSystemAdmin{"System Admin"};
    static constexpr QLatin1StringView kUser{"User"};

    AccountStore(Database &database, Committer &committer);
    ~AccountStore() override; // commits what is waiting

    void flush(); // commits now what is waiting

    Result<bool> isEmpty() const; // nobody yet
    Result<std::optional<Credentials>> credentials(const QString &username) const; // any case
    // With the rights of own roles and of own groups; a System Admin has every VC. NotFound also
    // when disabled.
    Result<model::Account> account(model::UserId id) const;

    // Conflict names username or identity when that is taken. NotFound for an unknown role or VC.
    QFuture<Result<model::UserId>> create(const NewAccount &account);
    // A sign-in that was refused, for the audit log; the name is what was typed.
    QFuture<Result<>> noteRefusal(const QString &username, const QString &address,
                                  const QDateTime &at);
    // Clears mustChangePassword and ends every session of the person but the one to keep.
    // Into the audit log, with the address from which the person acts.
    QFuture<Result<>> setPassword(model::UserId id, const QString &passwordHash,
                                  const QString &keptTokenHash, const QString &address = {});
    // A disabled person's sessions end.
    QFuture<Result<>> setDisabled(model::UserId id, bool disabled);
    // Enabled, with the role System Admin beside the others and a password that must be changed.
    // Ends every session of the person.
    QFuture<Result<>> restoreAdministrator(model::UserId id, const QString &passwordHash);
    QFuture<Result<>> setRoles(model::UserId id, const QStringList &roles);
    QFuture<Result<>> setVcs(model::UserId id, const QList<model::VcName> &vcs);

    Result<std::optional<StoredSession>> session(const QString &tokenHash) const;
    // Of one person, in the order in which they were opened.
    Result<QList<StoredSession>> sessions(model::UserId id) const;
    QFuture<Result<>> addSession(const StoredSession &session);
    QFuture<Result<>> touchSession(const QString &tokenHash, const QDateTime &usedAt);
    QFuture<Result<>> removeSession(const QString &tokenHash); // that is past its end
    // The person ends it himself: SignedOut, or SessionsEnded from elsewhere. One that has ended
    // already is none any more and not in the audit log twice.
    QFuture<Result<>> endSession(const QString &tokenHash, model::AuditAction action,
                                 const QString &address = {});
    // Every session of the person but the one to keep.
    QFuture<Result<>> removeSessions(model::UserId id, const QString &keptTokenHash,
                                     const QString &address = {});
    // Those that are past their end, or were last used before `idleSince`.
    QFuture<Result<>> removeExpiredSessions(const QDateTime &now, const QDateTime &idleSince);

signals:
    // After a commit: rights, VCs, password or sessions of the person may be others; those of
    // anybody for the initial value.
    void accountChanged(model::UserId id);
    void sessionEnded(const QString &tokenHash);

private:
    QFuture<Result<>> change(model::UserId id, std::function<Result<>()> work);
    Result<model::UserId> insert(const NewAccount &account);
    Result<> writeRoles(model::UserId id, const QStringList &roles);
    Result<> writeVcs(model::UserId id, const QList<model::VcName> &vcs);
    // What a person does to himself, in the audit log.
    Result<> note(model::AuditAction action, model::UserId id, const QString &address,
                  const QJsonObject &before = {}, const QJsonObject &after = {}) const;
    Result<QStringList> endSessions(model::UserId id, const QString &keptTokenHash);
    QFuture<Result<>> endingSessions(model::UserId id, std::function<Result<>()> work,
                                     const QString &keptTokenHash);

    Database &m_database;
    Committer &m_committer;
};

} // namespace storage
