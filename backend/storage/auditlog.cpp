// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/auditlog.h"

#include "backend/storage/database.h"
#include "backend/storage/listquery.h"

using namespace Qt::Literals::StringLiterals;

namespace storage {

namespace {

QString textOf(const QJsonObject &object)
{
    return QString::fromUtf8(json::toText(object));
}

QJsonObject objectOf(const QString &text)
{
    const auto json = json::parse(text.toUtf8());
    return json ? json->toObject() : QJsonObject();
}

bool isSecret(const QString &key)
{
    return key.contains("password"_L1, Qt::CaseInsensitive)
           || key.contains("token"_L1, Qt::CaseInsensitive)
           || key.contains("hash"_L1, Qt::CaseInsensitive);
}

// Leaves only what differs; whether anything does, or nothing was said at all.
bool keepChanges(model::AuditEntry &entry)
{
    const bool saysNothing = entry.before.isEmpty() && entry.after.isEmpty();
    const QStringList keys = entry.before.keys() + entry.after.keys();
    for (const QString &key : keys) {
        Q_ASSERT(!isSecret(key));
        if (entry.before.value(key) == entry.after.value(key) || isSecret(key)) {
            entry.before.remove(key);
            entry.after.remove(key);
        }
    }
    return saysNothing || !entry.before.isEmpty() || !entry.after.isEmpty();
}

// A word that this program does not know reads as the first one.
template <json::NamedEnum Enum>
Enum wordOf(const QString &text)
{
    return json::fromName<Enum>(text).value_or(Enum{});
}

model::AuditEntry entryOf(const Row &row)
{
    return {.sequence = row.number(0),
            .at = row.time(1),
            .actor = model::UserId(row.integer(2)),
            .actorName = row.text(3),
            .address = row.text(4),
            .action = wordOf<model::AuditAction>(row.text(5)),
            .subject = wordOf<model::AuditSubject>(row.text(6)),
            .subjectId = row.text(7),
            .subjectName = row.text(8),
            .before = objectOf(row.text(9)),
            .after = objectOf(row.text(10))};
}

Condition conditionOf(const model::AuditQuery &query)
{
    Condition condition;
    if (!query.text.isEmpty())
        condition.add(u"search LIKE ? ESCAPE '\\'"_s, {containing(query.text.toLower())});
    if (!query.actions.isEmpty()) {
        condition.addOneOf(u"action"_s, query.actions,
                           [](model::AuditAction action) { return QString(json::nameOf(action)); });
    }
    if (query.subject)
        condition.add(u"subject = ?"_s, {QString(json::nameOf(*query.subject))});
    if (!query.subjectId.isEmpty())
        condition.add(u"subject_id = ?"_s, {query.subjectId});
    if (query.actor)
        condition.add(u"actor = ?"_s, {query.actor->value()});
    if (query.from)
        condition.add(u"at >= ?"_s, {toSql(*query.from)});
    if (query.until)
        condition.add(u"at < ?"_s, {toSql(*query.until)});
    return condition;
}

QString printOf(model::AuditQuery query)
{
    query.cursor.clear();
    query.limit = 0;
    return fingerprint(json::encodeText(query));
}

} // namespace

model::AuditEntry entry(const Actor &actor, model::AuditAction action, const Subject &subject)
{
    return {.sequence = 0,
            .at = actor.at,
            .actor = actor.id,
            .actorName = actor.name,
            .address = actor.address,
            .action = action,
            .subject = subject.kind,
            .subjectId = subject.id,
            .subjectName = subject.name,
            .before = {},
            .after = {}};
}

AuditLog::AuditLog(Database &database)
    : m_database(database)
{ }

Result<> AuditLog::append(model::AuditEntry entry)
{
    if (!keepChanges(entry))
        return {};
    const QString search =
        QString(entry.actorName % u'|' % entry.subjectName % u'|' % entry.address).toLower();
    TRY_VOID(m_database.run(
        u"INSERT INTO audit (at, actor, actor_name, address, action, subject, subject_id, "
        "subject_name, was, became, search) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {toSql(entry.at), entry.actor.value(), entry.actorName, entry.address,
         QString(json::nameOf(entry.action)), QString(json::nameOf(entry.subject)), entry.subjectId,
         entry.subjectName, textOf(entry.before), textOf(entry.after), search}));
    return {};
}

Result<model::Page<model::AuditEntry>> AuditLog::list(const model::AuditQuery &query) const
{
    TRY_VOID(checkLimit(query.limit, model::AuditQuery::kMaxLimit));
    const QString print = printOf(query);
    Condition condition = conditionOf(query);
    TRY_ASSIGN(
        const auto total,
        m_database.first<qint64>(QString(u"SELECT count(*) FROM audit WHERE "_s % condition.sql),
                                 condition.values, [](const Row &row) { return row.number(0); }));
    if (!query.cursor.isEmpty()) {
        TRY_ASSIGN(const Cursor cursor, readCursor(query.cursor, print));
        condition.add(u"sequence < ?"_s, {cursor.id.toLongLong()});
    }
    condition.values.append(query.limit + 1); // one more tells whether there is a next page
    model::Page<model::AuditEntry> page{{}, {}, total.value_or(0)};
    TRY_ASSIGN(page.items, m_database.all<model::AuditEntry>(
                               u"SELECT sequence, at, actor, actor_name, address, action, subject, "
                               "subject_id, subject_name, was, became FROM audit WHERE "_s
                                   % condition.sql % u" ORDER BY sequence DESC LIMIT ?",
                               condition.values, entryOf));
    if (page.items.size() > query.limit) {
        page.items.removeLast();
        page.next = write(Cursor{print, {}, QString::number(page.items.last().sequence)});
    }
    return page;
}

} // namespace storage
