// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/accountstore.h"
#include "core/model/profile.h"

namespace storage {

// What people say of themselves, their public keys and their identities at providers. Reads come
// from disk, writes go through the group commit; the account store tells of changes.
class ProfileStore : public QObject
{
    Q_OBJECT

public:
    ProfileStore(Database &database, Committer &committer, AccountStore &accounts);
    ~ProfileStore() override; // commits what is waiting

    Result<model::Profile> profile(model::UserId id) const; // NotFound
    // Every change goes into the audit log, with the address from which the person acts.
    QFuture<Result<>> change(model::UserId id, const model::ProfileChange &change,
                             const QString &address = {});

    Result<QList<model::SshKey>> sshKeys(model::UserId id) const; // oldest first
    // Conflict when the person has the key, or has `most` already.
    QFuture<Result<>> addSshKey(model::UserId id, const model::SshKey &key, int most,
                                const QString &address = {});
    QFuture<Result<>> removeSshKey(model::UserId id, const QString &key,
                                   const QString &address = {}); // NotFound
    static QString keyId(const QString &fingerprint);

    // Whose identity it is, also when disabled.
    Result<std::optional<model::UserId>> ownerOf(const Identity &identity) const;
    // Conflict when it is somebody's, or the person has one of this provider.
    QFuture<Result<>> bind(model::UserId id, const Identity &identity, const QString &address = {});
    // NotFound when there is none of the provider, Conflict when it is the last way in.
    QFuture<Result<>> unbind(model::UserId id, model::Provider provider,
                             const QString &address = {});

private:
    QFuture<Result<>> write(model::UserId id, std::function<Result<>()> work);
    Result<> note(model::AuditAction action, model::UserId id, const QJsonObject &what,
                  const QString &address) const;

    Database &m_database;
    Committer &m_committer;
    AccountStore &m_accounts;
};

// Within a transaction. Conflict names identity.
Result<> insertIdentity(Database &database, model::UserId id, const Identity &identity);

} // namespace storage
