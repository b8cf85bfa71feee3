// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/database.h"
#include "backend/storage/dialect.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

// Outside every namespace, as the macro demands.
static void loadMigrations()
{
    Q_INIT_RESOURCE(storage);
}

namespace storage {

namespace {

QString fileOf(int version)
{
    return u":/storage/migrations/%1.sql"_s.arg(version, 4, 10, QChar(u'0'));
}

// A statement ends with a semicolon at the end of a line; comments are lines of their own.
QStringList statementsOf(int version)
{
    QFile file(fileOf(version));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QStringList statements(1);
    const QStringList lines = QString::fromUtf8(file.readAll()).split(u'\n');
    for (const QString &line : lines) {
        if (line.startsWith("--"_L1))
            continue;
        statements.last() += line + u'\n';
        if (line.endsWith(u';'))
            statements.append(QString());
    }
    statements.removeIf([](const QString &text) { return text.trimmed().isEmpty(); });
    return statements.replaceInStrings(u"${SEQUENCE}"_s, dialect::sequenceColumn())
        .replaceInStrings(u"${REFUSE}"_s, dialect::refuse());
}

} // namespace

int Database::newestSchema()
{
    loadMigrations();
    int version = 0;
    while (QFile::exists(fileOf(version + 1)))
        ++version;
    return version;
}

Result<> Database::migrate()
{
    TRY_VOID(run(u"CREATE TABLE IF NOT EXISTS schema_version (version INTEGER NOT NULL)"_s));
    TRY_ASSIGN(const auto found, first<int>(u"SELECT max(version) FROM schema_version"_s, {},
                                            [](const Row &row) { return row.integer(0); }));
    const int newest = newestSchema();
    if (found.value_or(0) > newest) {
        return Error{ErrorCode::Conflict,
                     u"the database was written by a newer program: its schema is %1, the newest "
                     "known here is %2"_s.arg(*found)
                         .arg(newest),
                     QString()};
    }
    for (int version = found.value_or(0) + 1; version <= newest; ++version) {
        const auto step = [&]() -> Result<> {
            const QStringList statements = statementsOf(version);
            for (const QString &sql : statements)
                TRY_VOID(run(sql));
            TRY_VOID(run(u"INSERT INTO schema_version (version) VALUES (?)"_s, {version}));
            return {};
        };
        TRY_VOID(transaction(step));
    }
    m_statements.clear();
    return {};
}

} // namespace storage
