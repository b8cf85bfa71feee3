// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/await.h"
#include "app/cli/csv.h"
#include "app/cli/printed.h"
#include "app/cli/table.h"
#include "app/cli/words.h"
#include "core/api/people.h"

using namespace Qt::Literals::StringLiterals;

namespace {

Result<std::optional<QDateTime>> timeOf(const Call &call, const QString &option)
{
    if (!call.has(option))
        return std::optional<QDateTime>();
    const auto time = QDateTime::fromString(call.value(option), Qt::ISODate);
    if (time.isValid())
        return std::optional(time.toUTC());
    return Error{ErrorCode::InvalidInput,
                 u"expected a time such as 2031-05-04T10:00:00 or a day: "_s % call.value(option),
                 option};
}

Result<model::AuditQuery> queryOf(const Call &call)
{
    model::AuditQuery query;
    query.text = call.value(u"search"_s);
    const QStringList words = call.arguments.values(u"action"_s);
    for (const QString &word : words) {
        const auto action = json::fromName<model::AuditAction>(word);
        if (!action)
            return Error{ErrorCode::InvalidInput, u"there is no action "_s % word, u"action"_s};
        query.actions.append(*action);
    }
    TRY_ASSIGN(query.from, timeOf(call, u"from"_s));
    TRY_ASSIGN(query.until, timeOf(call, u"until"_s));
    return query;
}

QString textOf(const QJsonObject &object)
{
    return object.isEmpty()
               ? QString()
               : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QStringList cellsOf(const model::AuditEntry &entry, const QString &time)
{
    return {time,
            entry.actorName,
            entry.address,
            json::nameOf(entry.action),
            entry.subjectName,
            textOf(entry.before),
            textOf(entry.after)};
}

Result<int> listAudit(const Call &call)
{
    TRY_ASSIGN(auto query, queryOf(call));
    TRY_ASSIGN(const int most, Call::number(call.value(u"most"_s), u"most"_s));
    query.limit = std::clamp(most, 1, model::AuditQuery::kMaxLimit);
    const QStringList titles{u"TIME"_s,    u"BY"_s,     u"FROM"_s, u"ACTION"_s,
                             u"SUBJECT"_s, u"BEFORE"_s, u"AFTER"_s};
    Table table(titles);
    model::Items<model::AuditEntry> all;
    if (call.has(u"csv"_s))
        call.terminal.print(csvLine(titles));
    do {
        TRY_ASSIGN(const auto page, await(call.api.call(api::listAudit, {}, query)));
        for (const model::AuditEntry &entry : page.items) {
            if (call.has(u"csv"_s))
                call.terminal.print(csvLine(cellsOf(entry, entry.at.toString(Qt::ISODateWithMs))));
            else
                table.add(cellsOf(entry, timeWords(entry.at)));
            all.items.append(entry);
        }
        query.cursor = page.next.value_or(QString());
    } while (!query.cursor.isEmpty() && all.items.size() < most);
    if (!call.has(u"csv"_s) && !printedAsJson(call, all))
        call.terminal.print(table.lines().join(u'\n'));
    return exitstatus::kDone;
}

} // namespace

QList<Command> auditCommands()
{
    return {{u"audit"_s,
             u"Who did what, newest first"_s,
             {},
             {{u"search"_s, u"Part of a name or address."_s, u"TEXT"_s},
              {u"action"_s, u"Such as user_deleted; may be given several times."_s, u"WORD"_s},
              {u"from"_s, u"The earliest time, ISO 8601."_s, u"TIME"_s},
              {u"until"_s, u"The time it ends before, ISO 8601."_s, u"TIME"_s},
              {u"most"_s, u"How many entries."_s, u"N"_s, u"100"_s},
              {u"csv"_s, u"Print CSV, times in UTC."_s},
              {u"json"_s, u"Print JSON."_s}},
             Command::Session::Needed,
             listAudit}};
}
