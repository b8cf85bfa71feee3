// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/profilestore.h"

#include "backend/storage/auditlog.h"
#include "backend/storage/committer.h"
#include "backend/storage/database.h"
#include "backend/storage/peoplerow.h"
#include "core/json/enumnames.h"

using namespace Qt::Literals::StringLiterals;

namespace storage {

namespace {

// A line is "type base64 name".
model::SshKey keyOf(const Row &row)
{
    const QString line = row.text(1);
    return {.id = ProfileStore::keyId(row.text(0)),
            .name = line.section(u' ', 2),
            .type = line.section(u' ', 0, 0),
            .fingerprint = row.text(0),
            .line = line,
            .addedAt = row.time(2)};
}

// What somebody does to himself.
model::AuditEntry entryOf(model::UserId id, const QString &username, model::AuditAction action,
                          const QString &address)
{
    return entry({id, username, address}, action,
                 {model::AuditSubject::User, id.toString(), username});
}

QJsonObject factsOf(const model::SshKey &key)
{
    return {{"sshKey"_L1, QString(key.fingerprint % u' ' % key.name).trimmed()}};
}

QJsonObject factsOf(model::Provider provider)
{
    return {{"provider"_L1, json::encode(provider)}};
}

Result<qint64> countOf(Database &database, const QString &sql, const QVariantList &values)
{
    TRY_ASSIGN(const auto count,
               database.first<qint64>(sql, values, [](const Row &row) { return row.number(0); }));
    return count.value_or(0);
}

} // namespace

ProfileStore::ProfileStore(Database &database, Committer &committer, AccountStore &accounts)
    : m_database(database)
    , m_committer(committer)
    , m_accounts(accounts)
{ }

ProfileStore::~ProfileStore()
{
    m_committer.flush();
}

QFuture<Result<>> ProfileStore::write(model::UserId id, std::function<Result<>()> work)
{
    return m_committer.write(std::move(work), [this, id] { emit m_accounts.accountChanged(id); });
}

Result<model::Profile> ProfileStore::profile(model::UserId id) const
{
    TRY_ASSIGN(auto found,
               m_database.first<model::Profile>(
                   u"SELECT id, username, nickname, phone, email, password_hash <> '', created_at "
                   "FROM account WHERE id = ?"_s,
                   {id.value()}, [](const Row &row) {
                       return model::Profile{.id = model::UserId(row.integer(0)),
                                             .username = row.text(1),
                                             .nickname = row.text(2),
                                             .phone = row.text(3),
                                             .email = row.text(4),
                                             .roles = {},
                                             .hasPassword = row.flag(5),
                                             .identities = {},
                                             .sshKeys = {},
                                             .createdAt = row.time(6)};
                   }));
    if (!found)
        return Error{ErrorCode::NotFound, u"no such account"_s, u"id"_s};
    TRY_ASSIGN(found->roles,
               m_database.all<QString>(u"SELECT name FROM role JOIN account_role "
                                       "ON account_role.role = role.id WHERE account = ? "
                                       "ORDER BY role.id"_s,
                                       {id.value()}, [](const Row &row) { return row.text(0); }));
    TRY_ASSIGN(found->identities,
               m_database.all<model::BoundIdentity>(
                   u"SELECT provider, name, bound_at FROM account_identity WHERE account = ? "
                   "ORDER BY provider"_s,
                   {id.value()}, [](const Row &row) {
                       const auto provider = json::fromName<model::Provider>(row.text(0));
                       return model::BoundIdentity{provider.value_or(model::Provider::Microsoft),
                                                   row.text(1), row.time(2)};
                   }));
    TRY_ASSIGN(found->sshKeys, sshKeys(id));
    return *std::move(found);
}

QFuture<Result<>> ProfileStore::change(model::UserId id, const model::ProfileChange &change,
                                       const QString &address)
{
    return write(id, [=, this]() -> Result<> {
        TRY_ASSIGN(const auto before, profile(id));
        TRY_VOID(
            m_database.run(u"UPDATE account SET nickname = ?, phone = ?, email = ? WHERE id = ?"_s,
                           {change.nickname, change.phone, change.email, id.value()}));
        TRY_VOID(refreshSearch(m_database, id));
        auto entry = entryOf(id, before.username, model::AuditAction::ProfileChanged, address);
        entry.before = {{"nickname"_L1, before.nickname},
                        {"phone"_L1, before.phone},
                        {"email"_L1, before.email}};
        entry.after = {{"nickname"_L1, change.nickname},
                       {"phone"_L1, change.phone},
                       {"email"_L1, change.email}};
        return AuditLog(m_database).append(entry);
    });
}

QString ProfileStore::keyId(const QString &fingerprint)
{
    return fingerprint.section(u':', 1).replace(u'+', u'-').replace(u'/', u'_');
}

Result<QList<model::SshKey>> ProfileStore::sshKeys(model::UserId id) const
{
    return m_database.all<model::SshKey>(
        u"SELECT fingerprint, line, added_at FROM ssh_key WHERE account = ? "
        "ORDER BY added_at, fingerprint"_s,
        {id.value()}, keyOf);
}

QFuture<Result<>> ProfileStore::addSshKey(model::UserId id, const model::SshKey &key, int most,
                                          const QString &address)
{
    return write(id, [=, this]() -> Result<> {
        TRY_ASSIGN(const auto keys, sshKeys(id));
        for (const model::SshKey &known : keys) {
            if (known.fingerprint == key.fingerprint)
                return Error{ErrorCode::Conflict, u"the key is there already"_s, u"line"_s};
        }
        if (keys.size() >= most)
            return Error{ErrorCode::Conflict, u"at most %1 keys"_s.arg(most), u"line"_s};
        TRY_VOID(m_database.run(
            u"INSERT INTO ssh_key (account, fingerprint, line, added_at) VALUES (?, ?, ?, ?)"_s,
            {id.value(), key.fingerprint, key.line, toSql(key.addedAt)}));
        return note(model::AuditAction::SshKeyAdded, id, factsOf(key), address);
    });
}

QFuture<Result<>> ProfileStore::removeSshKey(model::UserId id, const QString &key,
                                             const QString &address)
{
    return write(id, [=, this]() -> Result<> {
        TRY_ASSIGN(const auto keys, sshKeys(id));
        for (const model::SshKey &known : keys) {
            if (known.id != key)
                continue;
            TRY_VOID(m_database.run(u"DELETE FROM ssh_key WHERE account = ? AND fingerprint = ?"_s,
                                    {id.value(), known.fingerprint}));
            return note(model::AuditAction::SshKeyRemoved, id, factsOf(known), address);
        }
        return Error{ErrorCode::NotFound, u"no such key"_s, u"id"_s};
    });
}

Result<std::optional<model::UserId>> ProfileStore::ownerOf(const Identity &identity) const
{
    return m_database.first<model::UserId>(
        u"SELECT account FROM account_identity WHERE provider = ? AND subject = ?"_s,
        {QString(json::nameOf(identity.provider)), identity.subject},
        [](const Row &row) { return model::UserId(row.integer(0)); });
}

QFuture<Result<>> ProfileStore::bind(model::UserId id, const Identity &identity,
                                     const QString &address)
{
    return write(id, [=, this]() -> Result<> {
        TRY_VOID(insertIdentity(m_database, id, identity));
        return note(model::AuditAction::IdentityBound, id, factsOf(identity.provider), address);
    });
}

QFuture<Result<>> ProfileStore::unbind(model::UserId id, model::Provider provider,
                                       const QString &address)
{
    const QString name = json::nameOf(provider);
    return write(id, [=, this]() -> Result<> {
        TRY_ASSIGN(const qint64 others,
                   countOf(m_database,
                           u"SELECT (SELECT count(*) FROM account WHERE id = ? AND password_hash "
                           "<> '') + (SELECT count(*) FROM account_identity WHERE account = ? AND "
                           "provider <> ?)"_s,
                           {id.value(), id.value(), name}));
        TRY_ASSIGN(
            const int rows,
            m_database.run(u"DELETE FROM account_identity WHERE account = ? AND provider = ?"_s,
                           {id.value(), name}));
        if (rows == 0)
            return Error{ErrorCode::NotFound, u"not bound"_s, u"provider"_s};
        if (others == 0) // what was deleted comes back
            return Error{ErrorCode::Conflict, u"it is the last way in"_s, u"provider"_s};
        return note(model::AuditAction::IdentityUnbound, id, factsOf(provider), address);
    });
}

// What came to the person, or left: `what` is its name and value.
Result<> ProfileStore::note(model::AuditAction action, model::UserId id, const QJsonObject &what,
                            const QString &address) const
{
    using Action = model::AuditAction;
    TRY_ASSIGN(const auto person, profile(id));
    auto entry = entryOf(id, person.username, action, address);
    const bool hasCome = action == Action::IdentityBound || action == Action::SshKeyAdded;
    (hasCome ? entry.after : entry.before) = what;
    return AuditLog(m_database).append(entry);
}

Result<> insertIdentity(Database &database, model::UserId id, const Identity &identity)
{
    const QString provider = json::nameOf(identity.provider);
    TRY_ASSIGN(const qint64 taken,
               countOf(database,
                       u"SELECT count(*) FROM account_identity WHERE provider = ? AND "
                       "(subject = ? OR account = ?)"_s,
                       {provider, identity.subject, id.value()}));
    if (taken > 0)
        return Error{ErrorCode::Conflict, u"the identity is bound already"_s, u"identity"_s};
    TRY_VOID(database.run(u"INSERT INTO account_identity (provider, subject, account, name, "
                          "bound_at) VALUES (?, ?, ?, ?, ?)"_s,
                          {provider, identity.subject, id.value(), identity.name,
                           QDateTime::currentMSecsSinceEpoch()}));
    return {};
}

} // namespace storage
