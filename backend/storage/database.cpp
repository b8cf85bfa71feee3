// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/database.h"

#include "backend/storage/dialect.h"

#include <QAtomicInt>
#include <QFile>
#include <QSqlError>

using namespace Qt::Literals::StringLiterals;

namespace storage {

namespace {

Error errorOf(const QSqlError &error)
{
    const QString detail = u"database: "_s % error.databaseText() % u' ' % error.driverText();
    switch (dialect::kindOf(error)) {
    case dialect::Failure::Constraint:
        return {ErrorCode::Conflict, detail, QString()};
    case dialect::Failure::Unavailable:
        return {ErrorCode::Unavailable, detail, QString()};
    case dialect::Failure::Other:
        return {ErrorCode::Internal, detail, QString()};
    }
    Q_UNREACHABLE();
}

// A null text is an empty one; only an invalid value is NULL.
QVariant bound(const QVariant &value)
{
    if (value.typeId() == QMetaType::QString && value.toString().isNull())
        return u""_s;
    return value;
}

QString nextConnection()
{
    static QAtomicInt count;
    return u"berth-%1"_s.arg(count.fetchAndAddRelaxed(1));
}

} // namespace

QDateTime Row::time(int column) const
{
    return QDateTime::fromMSecsSinceEpoch(number(column), Qt::UTC);
}

std::optional<QDateTime> Row::optionalTime(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(time(column));
}

QVariant toSql(const QDateTime &time)
{
    return time.toMSecsSinceEpoch();
}

QVariant toSql(const std::optional<QDateTime> &time)
{
    return time ? toSql(*time) : QVariant();
}

QVariant toSql(const std::optional<int> &number)
{
    return number ? QVariant(*number) : QVariant();
}

Result<std::unique_ptr<Database>> Database::open(const QString &path)
{
    std::unique_ptr<Database> database(new Database(nextConnection(), path));
    TRY_VOID(database->connect());
    TRY_VOID(database->migrate());
    return database;
}

Database::Database(QString connection, const QString &path)
    : m_connection(std::move(connection))
    , m_database(QSqlDatabase::addDatabase(dialect::driver(), m_connection))
{
    m_database.setDatabaseName(path);
    m_database.setConnectOptions(dialect::connectOptions());
}

Database::~Database()
{
    m_statements.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(m_connection);
}

Result<> Database::connect()
{
    const QString path = m_database.databaseName();
    if (path != ":memory:"_L1) {
        // Made here first, so that no moment passes in which others could read it.
        QFile file(path);
        if (!file.open(QIODevice::ReadWrite)
            || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)) {
            return Error{ErrorCode::Unavailable, path % u": " % file.errorString(), QString()};
        }
    }
    if (!m_database.open())
        return errorOf(m_database.lastError());
    const QStringList statements = dialect::sessionStatements();
    for (const QString &sql : statements)
        TRY_VOID(run(sql));
    return {};
}

Result<QSqlQuery *> Database::execute(const QString &sql, const QVariantList &values)
{
    std::shared_ptr<QSqlQuery> &query = m_statements[sql];
    if (!query) {
        auto fresh = std::make_shared<QSqlQuery>(m_database);
        fresh->setForwardOnly(true);
        if (!fresh->prepare(sql)) {
            const Error error = errorOf(fresh->lastError());
            m_statements.remove(sql);
            return error;
        }
        query = std::move(fresh);
    }
    for (qsizetype i = 0; i < values.size(); ++i)
        query->bindValue(int(i), bound(values.at(i)));
    if (!query->exec()) {
        const Error error = errorOf(query->lastError());
        query->finish();
        return error;
    }
    return query.get();
}

Result<int> Database::run(const QString &sql, const QVariantList &values)
{
    TRY_ASSIGN(QSqlQuery * query, execute(sql, values));
    const int rows = query->numRowsAffected();
    query->finish();
    return rows;
}

Result<> Database::forEach(const QString &sql, const QVariantList &values,
                           const std::function<void(const Row &)> &read)
{
    TRY_ASSIGN(QSqlQuery * query, execute(sql, values));
    while (query->next())
        read(Row(*query));
    const QSqlError error = query->lastError();
    query->finish();
    return error.isValid() ? Result<>(errorOf(error)) : Result<>();
}

Result<> Database::transaction(const std::function<Result<>()> &work)
{
    TRY_VOID(run(dialect::begin()));
    Result<> outcome = work();
    if (outcome) {
        if (const auto committed = run(u"COMMIT"_s); !committed)
            outcome = committed.error();
    }
    if (!outcome)
        static_cast<void>(run(u"ROLLBACK"_s));
    return outcome;
}

} // namespace storage
