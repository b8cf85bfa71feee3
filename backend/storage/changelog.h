// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>

namespace storage {

class Database;

// That something changed, not what: readers look at how it is now.
struct Change
{
    qint64 sequence = 0;
    QString topic; // "job", "vc", "cluster"
    QString subject; // a job's id, a VC's name

    bool operator==(const Change &) const = default;
};

// The changes of everything stored, in the order of their commits, written in the transaction of
// the change itself. The newest kKept are kept.
class ChangeLog
{
public:
    static constexpr qint64 kKept = 50000;

    explicit ChangeLog(Database &database);

    // Within a commit.
    Result<> append(const QString &topic, const QString &subject);

    // The sequence of the newest change, 0 before the first. Within a commit its own as well.
    Result<qint64> last() const;

    // What changed after the sequence, each subject once with its newest sequence, at most `limit`
    // of them. NotFound when not everything since then is kept any more.
    Result<QList<Change>> since(qint64 sequence, int limit) const;

    // A place in the log as clients keep it. NotFound for a token of another installation.
    QString token(qint64 sequence) const;
    Result<qint64> sequenceOf(const QString &token) const;

private:
    Database &m_database;
    QString m_epoch;
};

} // namespace storage
