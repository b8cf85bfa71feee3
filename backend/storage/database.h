// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <functional>
#include <memory>

namespace storage {

// The current row of a result, its columns counted from 0.
class Row
{
public:
    explicit Row(const QSqlQuery &query)
        : m_query(query)
    { }

    bool isNull(int column) const { return m_query.isNull(column); }
    QString text(int column) const { return m_query.value(column).toString(); }
    QByteArray bytes(int column) const { return text(column).toUtf8(); }
    qint64 number(int column) const { return m_query.value(column).toLongLong(); }
    int integer(int column) const { return m_query.value(column).toInt(); }
    bool flag(int column) const { return number(column) != 0; }
    QDateTime time(int column) const;
    std::optional<QDateTime> optionalTime(int column) const;

private:
    const QSqlQuery &m_query;
};

// Values as they are bound to a statement.
QVariant toSql(const QDateTime &time);
QVariant toSql(const std::optional<QDateTime> &time);
QVariant toSql(const std::optional<int> &number);

// One connection to one database, with the schema up to date. Used in the thread that opened it.
class Database
{
public:
    // ":memory:" is a database that goes with the object. Conflict when a newer program wrote it.
    static Result<std::unique_ptr<Database>> open(const QString &path);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    // Runs a statement; the number of rows it touched. Statements are prepared once and kept.
    // Conflict when a constraint of the schema refuses it.
    Result<int> run(const QString &sql, const QVariantList &values = {});

    // What read makes of each row. It must not use the database.
    template <typename T, typename Read>
    Result<QList<T>> all(const QString &sql, const QVariantList &values, Read read)
    {
        QList<T> list;
        TRY_VOID(forEach(sql, values, [&](const Row &row) { list.append(read(row)); }));
        return list;
    }

    // The first row, or none.
    template <typename T, typename Read>
    Result<std::optional<T>> first(const QString &sql, const QVariantList &values, Read read)
    {
        std::optional<T> found;
        TRY_VOID(forEach(sql, values, [&](const Row &row) {
            if (!found)
                found = read(row);
        }));
        return found;
    }

    Result<> forEach(const QString &sql, const QVariantList &values,
                     const std::function<void(const Row &)> &read);

    // Runs the work in a transaction of its own. Not within a commit.
    Result<> transaction(const std::function<Result<>()> &work);

    static int newestSchema();

private:
    Database(QString connection, const QString &path);
    Result<> connect();
    Result<> migrate();
    Result<QSqlQuery *> execute(const QString &sql, const QVariantList &values);

    const QString m_connection;
    QSqlDatabase m_database;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_statements;
};

} // namespace storage
