// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/joblist.h"

#include "backend/storage/database.h"
#include "backend/storage/jobrow.h"
#include "backend/storage/listquery.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace storage::joblist {

namespace {

QString stateOrder()
{
    QString sql = u"CASE state"_s;
    for (const auto &[state, name] : json::EnumNames<model::JobState>::table)
        sql += u" WHEN '%1' THEN %2"_s.arg(name, QString::number(int(state)));
    return sql % u" END";
}

QString orderExpression(model::JobOrder order)
{
    switch (order) {
    case model::JobOrder::SubmittedAt:
        return u"submitted_at"_s;
    case model::JobOrder::StartedAt:
        return u"coalesce(started_at, 0)"_s;
    case model::JobOrder::FinishedAt:
        return u"coalesce(finished_at, 0)"_s;
    case model::JobOrder::Name:
        return u"lower(name)"_s;
    case model::JobOrder::Priority:
        return u"priority"_s;
    case model::JobOrder::Devices:
        return u"devices"_s;
    case model::JobOrder::State:
        return stateOrder();
    }
    Q_UNREACHABLE();
}

QString valueOf(const model::JobSummary &job, model::JobOrder order)
{
    const auto time = [](const std::optional<QDateTime> &at) {
        return QString::number(at ? at->toMSecsSinceEpoch() : 0);
    };
    switch (order) {
    case model::JobOrder::SubmittedAt:
        return time(job.submittedAt);
    case model::JobOrder::StartedAt:
        return time(job.startedAt);
    case model::JobOrder::FinishedAt:
        return time(job.finishedAt);
    case model::JobOrder::Name:
        return job.name.toLower();
    case model::JobOrder::Priority:
        return QString::number(job.priority);
    case model::JobOrder::Devices:
        return QString::number(job.devices);
    case model::JobOrder::State:
        return QString::number(int(job.state));
    }
    Q_UNREACHABLE();
}

QString printOf(const JobFilter &filter, model::JobQuery query)
{
    query.cursor.clear();
    query.limit = 0;
    QByteArray text = json::encodeText(query);
    text += filter.owner ? filter.owner->toString().toUtf8() : "-"_ba;
    for (const auto &vc : filter.vcs)
        text += ' ' + vc.value().toUtf8();
    return fingerprint(text);
}

Condition conditionOf(const JobFilter &filter, const model::JobQuery &query)
{
    Condition condition;
    const auto name = [](const model::VcName &vc) { return vc.value(); };
    if (filter.owner)
        condition.add(u"owner = ?"_s, {filter.owner->value()});
    if (!filter.vcs.isEmpty())
        condition.addOneOf(u"vc"_s, filter.vcs, name);
    if (query.vc)
        condition.add(u"vc = ?"_s, {query.vc->value()});
    if (!query.states.isEmpty()) {
        condition.addOneOf(u"state"_s, query.states,
                           [](model::JobState state) { return QString(json::nameOf(state)); });
    }
    if (!query.text.isEmpty()) {
        const QString text = query.text.toLower();
        condition.add(u"(lower(name) LIKE ? ESCAPE '\\' OR id LIKE ? ESCAPE '\\')"_s,
                      {containing(text), beginningWith(text)});
    }
    return condition;
}

void addCursor(Condition &condition, const Cursor &cursor, const model::JobQuery &query)
{
    const QVariant value = query.order == model::JobOrder::Name
                               ? QVariant(cursor.value)
                               : QVariant(cursor.value.toLongLong());
    condition.add(u"(%1, id) %2 (?, ?)"_s.arg(orderExpression(query.order),
                                              query.descending ? u"<"_s : u">"_s),
                  {value, cursor.id});
}

} // namespace

Result<model::Page<model::JobSummary>> read(Database &database, const JobFilter &filter,
                                            const model::JobQuery &query)
{
    TRY_VOID(checkLimit(query.limit, model::JobQuery::kMaxLimit));
    const QString print = printOf(filter, query);
    Condition condition = conditionOf(filter, query);
    model::Page<model::JobSummary> page;
    TRY_ASSIGN(const auto total,
               database.first<qint64>(QString(u"SELECT count(*) FROM job WHERE "_s % condition.sql),
                                      condition.values,
                                      [](const Row &row) { return row.number(0); }));
    page.total = total.value_or(0);
    if (!query.cursor.isEmpty()) {
        TRY_ASSIGN(const Cursor cursor, readCursor(query.cursor, print));
        addCursor(condition, cursor, query);
    }
    const QString direction = query.descending ? u"DESC"_s : u"ASC"_s;
    const QString sql = u"SELECT "_s % jobrow::summaryColumns() % u" FROM job WHERE "
                        % condition.sql % u" ORDER BY " % orderExpression(query.order) % u' '
                        % direction % u", id " % direction % u" LIMIT ?";
    condition.values.append(query.limit + 1); // one more tells whether there is a next page
    Result<> damage;
    TRY_VOID(database.forEach(sql, condition.values, [&](const Row &row) {
        if (auto job = jobrow::summary(row))
            page.items.append(*std::move(job));
        else
            damage = job.error();
    }));
    if (!damage)
        return damage.error();
    if (page.items.size() > query.limit) {
        page.items.removeLast();
        const model::JobSummary &last = page.items.last();
        page.next = write(Cursor{print, valueOf(last, query.order), last.id.toString()});
    }
    return page;
}

} // namespace storage::joblist
