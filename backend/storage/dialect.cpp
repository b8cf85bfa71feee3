// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/dialect.h"

#include <QSqlError>

using namespace Qt::Literals::StringLiterals;

namespace storage::dialect {

QString driver()
{
    return u"QSQLITE"_s;
}

QString connectOptions()
{
    return u"QSQLITE_BUSY_TIMEOUT=3000"_s;
}

QStringList sessionStatements()
{
    return {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s,
            u"PRAGMA foreign_keys = ON"_s, u"PRAGMA cache_size = -16000"_s,
            u"PRAGMA secure_delete = ON"_s};
}

QString begin()
{
    return u"BEGIN IMMEDIATE"_s;
}

QString sequenceColumn()
{
    return u"INTEGER PRIMARY KEY AUTOINCREMENT"_s;
}

QString joined(const QString &column)
{
    return u"group_concat(%1)"_s.arg(column);
}

QString refuse()
{
    return u"BEGIN SELECT RAISE(ABORT, 'this table is only ever added to'); END"_s;
}

Failure kindOf(const QSqlError &error)
{
    // The low byte is SQLite's primary code, the rest of it the extended one.
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case 19: // SQLITE_CONSTRAINT
        return Failure::Constraint;
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
    case 8: // SQLITE_READONLY
    case 10: // SQLITE_IOERR
    case 13: // SQLITE_FULL
    case 14: // SQLITE_CANTOPEN
        return Failure::Unavailable;
    default:
        return Failure::Other;
    }
}

} // namespace storage::dialect
