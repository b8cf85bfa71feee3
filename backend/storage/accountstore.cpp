// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/accountstore.h"

#include "backend/storage/auditlog.h"
#include "backend/storage/committer.h"
#include "backend/storage/database.h"
#include "backend/storage/peoplerow.h"
#include "backend/storage/profilestore.h"
#include "backend/storage/rights.h"

using namespace Qt::Literals::StringLiterals;

namespace storage {

namespace {

constexpr qsizetype kMostShownName = 64; // of what somebody typed

Error notFound(const QString &what, const QString &field)
{
    return {ErrorCode::NotFound, what, field};
}

} // namespace

AccountStore::AccountStore(Database &database, Committer &committer)
    : m_database(database)
    , m_committer(committer)
{ }

AccountStore::~AccountStore()
{
    m_committer.flush();
}

void AccountStore::flush()
{
    m_committer.flush();
}

Result<bool> AccountStore::isEmpty() const
{
    TRY_ASSIGN(const auto count,
               m_database.first<qint64>(u"SELECT count(*) FROM account"_s, {},
                                        [](const Row &row) { return row.number(0); }));
    return count.value_or(0) == 0;
}

Result<std::optional<Credentials>> AccountStore::credentials(const QString &username) const
{
    return m_database.first<Credentials>(
        u"SELECT id, password_hash, disabled FROM account WHERE username_lower = ?"_s,
        {username.toLower()}, [](const Row &row) {
            return Credentials{model::UserId(row.integer(0)), row.text(1), row.flag(2)};
        });
}

Result<model::Account> AccountStore::account(model::UserId id) const
{
    TRY_ASSIGN(auto found, m_database.first<model::Account>(
                               u"SELECT id, username, nickname, must_change_password FROM account "
                               "WHERE id = ? AND disabled = 0"_s,
                               {id.value()}, [](const Row &row) {
                                   return model::Account{.id = model::UserId(row.integer(0)),
                                                         .username = row.text(1),
                                                         .nickname = row.text(2),
                                                         .permissions = {},
                                                         .vcs = {},
                                                         .mustChangePassword = row.flag(3)};
                               }));
    if (!found)
        return notFound(u"no such account"_s, u"id"_s);
    TRY_ASSIGN(found->permissions, rights::permissions(m_database, id));
    TRY_ASSIGN(found->vcs, rights::vcs(m_database, id));
    TRY_ASSIGN(found->systemAdmin, rights::isSystemAdmin(m_database, id));
    return *std::move(found);
}

QFuture<Result<model::UserId>> AccountStore::create(const NewAccount &account)
{
    const auto work = [this, account] { return insert(account); };
    return m_committer.write<model::UserId>(
        work, [this](const model::UserId &id) { emit accountChanged(id); });
}

Result<model::UserId> AccountStore::insert(const NewAccount &account)
{
    TRY_ASSIGN(const auto taken, credentials(account.username));
    if (taken)
        return Error{ErrorCode::Conflict, u"the username is taken"_s, u"username"_s};
    TRY_ASSIGN(const int number, nextId(m_database, u"account"_s));
    const model::UserId id(number);
    TRY_VOID(m_database.run(
        u"INSERT INTO account (id, username, username_lower, nickname, password_hash, "
        "must_change_password, disabled, created_at) VALUES (?, ?, ?, ?, ?, ?, 0, ?)"_s,
        {id.value(), account.username, account.username.toLower(), account.nickname,
         account.passwordHash, int(account.mustChangePassword),
         QDateTime::currentMSecsSinceEpoch()}));
    TRY_VOID(refreshSearch(m_database, id));
    TRY_VOID(writeRoles(id, account.roles));
    TRY_VOID(writeVcs(id, account.vcs));
    if (account.identity)
        TRY_VOID(insertIdentity(m_database, id, *account.identity));
    if (account.signedUpFrom) {
        QJsonObject facts{{"username"_L1, account.username}, {"nickname"_L1, account.nickname}};
        if (account.identity)
            facts.insert("provider"_L1, json::encode(account.identity->provider));
        TRY_VOID(note(model::AuditAction::SignedUp, id, *account.signedUpFrom, {}, facts));
    }
    return id;
}

QFuture<Result<>> AccountStore::setPassword(model::UserId id, const QString &passwordHash,
                                            const QString &keptTokenHash, const QString &address)
{
    const auto work = [=, this]() -> Result<> {
        TRY_ASSIGN(const int rows, m_database.run(u"UPDATE account SET password_hash = ?, "
                                                  "must_change_password = 0 WHERE id = ?"_s,
                                                  {passwordHash, id.value()}));
        if (rows != 1)
            return notFound(u"no such account"_s, u"id"_s);
        return note(model::AuditAction::PasswordChanged, id, address);
    };
    return endingSessions(id, work, keptTokenHash);
}

Result<> AccountStore::note(model::AuditAction action, model::UserId id, const QString &address,
                            const QJsonObject &before, const QJsonObject &after) const
{
    TRY_ASSIGN(const auto name,
               m_database.first<QString>(u"SELECT username FROM account WHERE id = ?"_s,
                                         {id.value()}, [](const Row &row) { return row.text(0); }));
    const QString username = name.value_or(QString());
    auto noted = entry({id, username, address}, action,
                       {model::AuditSubject::User, id.toString(), username});
    noted.before = before;
    noted.after = after;
    return AuditLog(m_database).append(noted);
}

QFuture<Result<>> AccountStore::noteRefusal(const QString &username, const QString &address,
                                            const QDateTime &at)
{
    return m_committer.write([=, this]() -> Result<> {
        TRY_ASSIGN(const auto known, credentials(username));
        const QString id = known ? known->id.toString() : QString();
        // Nobody has signed in: who it was is not known.
        return AuditLog(m_database)
            .append(entry({{}, u"?"_s, address, at}, model::AuditAction::SignInRefused,
                          {model::AuditSubject::User, id, username.left(kMostShownName)}));
    });
}

QFuture<Result<>> AccountStore::setDisabled(model::UserId id, bool disabled)
{
    const auto work = [=, this]() -> Result<> {
        TRY_VOID(m_database.run(u"UPDATE account SET disabled = ? WHERE id = ?"_s,
                                {int(disabled), id.value()}));
        return {};
    };
    return disabled ? endingSessions(id, work, QString()) : change(id, work);
}

QFuture<Result<>> AccountStore::restoreAdministrator(model::UserId id, const QString &passwordHash)
{
    const auto work = [=, this]() -> Result<> {
        TRY_VOID(m_database.run(u"UPDATE account SET password_hash = ?, must_change_password = 1, "
                                "disabled = 0 WHERE id = ?"_s,
                                {passwordHash, id.value()}));
        const QString role = kSystemAdmin;
        TRY_VOID(m_database.run(
            u"DELETE FROM account_role WHERE account = ? AND role IN (SELECT id FROM role WHERE "
            "name = ?)"_s,
            {id.value(), role}));
        TRY_VOID(m_database.run(
            u"INSERT INTO account_role (account, role) SELECT ?, id FROM role WHERE name = ?"_s,
            {id.value(), role}));
        return {};
    };
    return endingSessions(id, work, QString());
}

QFuture<Result<>> AccountStore::setRoles(model::UserId id, const QStringList &roles)
{
    return change(id, [=, this] { return writeRoles(id, roles); });
}

QFuture<Result<>> AccountStore::setVcs(model::UserId id, const QList<model::VcName> &vcs)
{
    return change(id, [=, this] { return writeVcs(id, vcs); });
}

QFuture<Result<>> AccountStore::change(model::UserId id, std::function<Result<>()> work)
{
    return m_committer.write(std::move(work), [this, id] { emit accountChanged(id); });
}

Result<> AccountStore::writeRoles(model::UserId id, const QStringList &roles)
{
    TRY_VOID(m_database.run(u"DELETE FROM account_role WHERE account = ?"_s, {id.value()}));
    for (const QString &role : roles) {
        TRY_ASSIGN(const int rows, m_database.run(u"INSERT INTO account_role (account, role) "
                                                  "SELECT ?, id FROM role WHERE name = ?"_s,
                                                  {id.value(), role}));
        if (rows != 1)
            return notFound(u"no role "_s % role, u"roles"_s);
    }
    return {};
}

Result<> AccountStore::writeVcs(model::UserId id, const QList<model::VcName> &vcs)
{
    TRY_VOID(m_database.run(u"DELETE FROM account_vc WHERE account = ?"_s, {id.value()}));
    for (const model::VcName &vc : vcs) {
        TRY_ASSIGN(const int rows, m_database.run(u"INSERT INTO account_vc (account, vc) "
                                                  "SELECT ?, name FROM vc WHERE name = ?"_s,
                                                  {id.value(), vc.value()}));
        if (rows != 1)
            return notFound(u"no virtual cluster "_s % vc.value(), u"vcs"_s);
    }
    return {};
}

} // namespace storage
