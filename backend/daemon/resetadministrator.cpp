// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/daemon/resetadministrator.h"

#include "backend/daemon/datalock.h"
#include "backend/services/passwords.h"
#include "backend/storage/accountstore.h"
#include "backend/storage/committer.h"
#include "backend/storage/database.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace berthd {

Result<QString> resetAdministrator(const QString &dataDir, const QString &username)
{
    const QString path = dataDir % u"/berth.db";
    if (!QFile::exists(path))
        return Error{ErrorCode::NotFound, u"there are no data in "_s % dataDir, QString()};
    TRY_ASSIGN(const DataLock lock, DataLock::take(dataDir));
    TRY_ASSIGN(const auto database, storage::Database::open(path));
    storage::Committer committer(*database);
    storage::AccountStore accounts(*database, committer);
    TRY_ASSIGN(const auto known, accounts.credentials(username));
    if (!known)
        return Error{ErrorCode::NotFound, u"there is no account "_s % username, QString()};
    const QString password = services::Passwords::random();
    TRY_ASSIGN(const QString hash, services::Passwords::hashNow(password));
    const auto restored = accounts.restoreAdministrator(known->id, hash);
    accounts.flush();
    TRY_VOID(restored.result());
    QFile::remove(dataDir % u"/initial-admin-password"); // the one in it holds no longer
    return password;
}

} // namespace berthd
