// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/changelog.h"

#include "backend/storage/database.h"
#include "backend/storage/installation.h"

using namespace Qt::Literals::StringLiterals;

namespace storage {

namespace {

constexpr qint64 kPruneEvery = 1000;

Error tooOld()
{
    return {ErrorCode::NotFound, u"the changes since then are not kept"_s, u"since"_s};
}

} // namespace

ChangeLog::ChangeLog(Database &database)
    : m_database(database)
{
    if (const auto installation = Installation::of(database))
        m_epoch = installation->epoch;
}

Result<> ChangeLog::append(const QString &topic, const QString &subject)
{
    TRY_VOID(m_database.run(u"INSERT INTO change_log (topic, subject, at) VALUES (?, ?, ?)"_s,
                            {topic, subject, QDateTime::currentMSecsSinceEpoch()}));
    TRY_ASSIGN(const qint64 sequence, last());
    if (sequence % kPruneEvery == 0) {
        TRY_VOID(
            m_database.run(u"DELETE FROM change_log WHERE sequence <= ?"_s, {sequence - kKept}));
    }
    return {};
}

Result<qint64> ChangeLog::last() const
{
    TRY_ASSIGN(const auto found,
               m_database.first<qint64>(u"SELECT max(sequence) FROM change_log"_s, {},
                                        [](const Row &row) { return row.number(0); }));
    return found.value_or(0);
}

Result<QList<Change>> ChangeLog::since(qint64 sequence, int limit) const
{
    TRY_ASSIGN(const qint64 newest, last());
    if (sequence == newest)
        return QList<Change>();
    TRY_ASSIGN(const auto oldest,
               m_database.first<qint64>(u"SELECT min(sequence) FROM change_log"_s, {},
                                        [](const Row &row) { return row.number(0); }));
    if (sequence > newest || sequence + 1 < oldest.value_or(0))
        return tooOld();
    return m_database.all<Change>(
        u"SELECT max(sequence) AS newest, topic, subject FROM change_log WHERE sequence > ? "
        "GROUP BY topic, subject ORDER BY newest LIMIT ?"_s,
        {sequence, limit},
        [](const Row &row) { return Change{row.number(0), row.text(1), row.text(2)}; });
}

QString ChangeLog::token(qint64 sequence) const
{
    return m_epoch % u'.' % QString::number(sequence);
}

Result<qint64> ChangeLog::sequenceOf(const QString &token) const
{
    bool ok = false;
    const qint64 sequence = token.section(u'.', 1).toLongLong(&ok);
    if (!ok || sequence < 0 || token.section(u'.', 0, 0) != m_epoch)
        return tooOld();
    return sequence;
}

} // namespace storage
