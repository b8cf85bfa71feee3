// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

class QSqlError;

// All that differs from one database to another. SQLite is the only one so far.
namespace storage::dialect {

QString driver();
QString connectOptions();
QStringList sessionStatements(); // run once on a new connection
QString begin(); // takes the lock for writing, so that no later statement has to wait for it
QString sequenceColumn(); // a key that grows by itself and is never given out twice
QString joined(const QString &column); // the values of a group, separated by commas
QString refuse(); // what a trigger does that lets nothing happen

enum class Failure { Constraint, Unavailable, Other };
Failure kindOf(const QSqlError &error);

} // namespace storage::dialect
