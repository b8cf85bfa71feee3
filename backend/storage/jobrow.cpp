// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/jobrow.h"

using namespace Qt::Literals::StringLiterals;

namespace storage::jobrow {

namespace {

template <typename T>
QVariant optionalJson(const std::optional<T> &value)
{
    return value ? QVariant(QString::fromUtf8(json::encodeText(*value))) : QVariant();
}

template <typename T>
QString jsonText(const T &value)
{
    return QString::fromUtf8(json::encodeText(value));
}

QVariant deviceTypeValue(const model::Job &job)
{
    return job.deviceType ? QVariant(job.deviceType->value()) : QVariant();
}

Error damaged(const QString &what)
{
    return {ErrorCode::Internal, u"the database holds a job that cannot be read: "_s % what,
            QString()};
}

template <json::NamedEnum Enum>
Result<> readWord(const QString &word, Enum &value)
{
    const auto known = json::fromName<Enum>(word);
    if (!known)
        return damaged(word);
    value = *known;
    return {};
}

template <typename T>
Result<> readJson(const Row &row, int column, T &value)
{
    auto decoded = json::decodeText<T>(row.bytes(column));
    if (!decoded)
        return damaged(decoded.error().detail);
    value = *std::move(decoded);
    return {};
}

Result<> readSummary(const Row &row, model::JobSummary &job)
{
    const auto id = model::JobId::fromString(row.text(0));
    if (!id)
        return damaged(row.text(0));
    job.id = *id;
    job.name = row.text(1);
    job.vc = model::VcName(row.text(2));
    job.owner = model::UserId(row.integer(3));
    job.ownerName = row.text(4);
    TRY_VOID(readWord(row.text(5), job.kind));
    TRY_VOID(readWord(row.text(6), job.state));
    if (!row.isNull(7))
        TRY_VOID(readJson(row, 7, job.reason.emplace()));
    if (!row.isNull(8))
        job.deviceType = model::DeviceType(row.text(8));
    job.devices = row.integer(9);
    job.preemptible = row.flag(10);
    job.priority = row.integer(11);
    job.submittedAt = row.time(12);
    job.startedAt = row.optionalTime(13);
    job.finishedAt = row.optionalTime(14);
    job.revision = row.number(15);
    return {};
}

Result<model::TimelineEntry> readStep(const Row &row)
{
    model::TimelineEntry entry;
    entry.at = row.time(0);
    TRY_VOID(readWord(row.text(1), entry.cause));
    TRY_VOID(readWord(row.text(2), entry.state));
    if (!row.isNull(3))
        entry.actor = row.text(3);
    if (!row.isNull(4))
        TRY_VOID(readJson(row, 4, entry.reason.emplace()));
    if (!row.isNull(5))
        entry.priority = row.integer(5);
    return entry;
}

// Rows are read to their end before the first damaged one is reported.
template <typename T>
Result<QList<T>> collect(Result<QList<Result<T>>> rows)
{
    if (!rows)
        return rows.error();
    QList<T> list;
    list.reserve(rows->size());
    for (auto &row : *rows) {
        if (!row)
            return row.error();
        list.append(*std::move(row));
    }
    return list;
}

} // namespace

QString summaryColumns()
{
    return u"id, name, vc, owner, owner_name, kind, state, reason, device_type, devices, "
           "preemptible, priority, submitted_at, started_at, finished_at, revision"_s;
}

QString columns()
{
    return summaryColumns()
           % u", attempt, placement, exit_code, spec, withdrawn, "
             "node_losses, stranded, made_room_for";
}

Result<model::JobSummary> summary(const Row &row)
{
    model::JobSummary job;
    TRY_VOID(readSummary(row, job));
    return job;
}

Result<model::Job> job(const Row &row)
{
    model::Job job;
    TRY_VOID(readSummary(row, job));
    job.attempt = row.integer(16);
    TRY_VOID(readJson(row, 17, job.placement));
    if (!row.isNull(18))
        job.exitCode = row.integer(18);
    TRY_VOID(readJson(row, 19, job.spec));
    if (!row.isNull(20))
        TRY_VOID(readJson(row, 20, job.withdrawn.emplace()));
    job.nodeLosses = row.integer(21);
    job.stranded = row.flag(22);
    if (!row.isNull(23))
        job.madeRoomFor = model::JobId::fromString(row.text(23));
    return job;
}

Result<> insert(Database &database, const model::Job &job, const QString &idempotencyKey)
{
    const QVariant key = idempotencyKey.isEmpty() ? QVariant() : QVariant(idempotencyKey);
    TRY_VOID(database.run(
        u"INSERT INTO job (id, owner, owner_name, idempotency_key, name, vc, kind, state, active, "
        "reason, device_type, devices, preemptible, priority, submitted_at, started_at, "
        "finished_at, revision, attempt, placement, exit_code, spec) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {job.id.toString(),
         job.owner.value(),
         job.ownerName,
         key,
         job.name,
         job.vc.value(),
         QString(json::nameOf(job.kind)),
         QString(json::nameOf(job.state)),
         int(!isTerminal(job.state)),
         optionalJson(job.reason),
         deviceTypeValue(job),
         job.devices,
         int(job.preemptible),
         job.priority,
         toSql(job.submittedAt),
         toSql(job.startedAt),
         toSql(job.finishedAt),
         job.revision,
         job.attempt,
         jsonText(job.placement),
         toSql(job.exitCode),
         jsonText(job.spec)}));
    return {};
}

Result<> update(Database &database, const model::Job &before, const model::Job &job)
{
    TRY_VOID(database.run(
        u"UPDATE job SET state = ?, active = ?, reason = ?, priority = ?, started_at = ?, "
        "finished_at = ?, revision = ?, attempt = ?, placement = ?, exit_code = ?, withdrawn = ?, "
        "node_losses = ?, stranded = ?, made_room_for = ? WHERE id = ?"_s,
        {QString(json::nameOf(job.state)), int(!isTerminal(job.state)), optionalJson(job.reason),
         job.priority, toSql(job.startedAt), toSql(job.finishedAt), job.revision, job.attempt,
         jsonText(job.placement), toSql(job.exitCode), optionalJson(job.withdrawn), job.nodeLosses,
         int(job.stranded), job.madeRoomFor ? QVariant(job.madeRoomFor->toString()) : QVariant(),
         job.id.toString()}));
    if (!(job.spec == before.spec)) {
        TRY_VOID(database.run(u"UPDATE job SET spec = ? WHERE id = ?"_s,
                              {jsonText(job.spec), job.id.toString()}));
    }
    return {};
}

Result<> appendStep(Database &database, const model::Job &job, const model::TimelineEntry &entry)
{
    TRY_VOID(database.run(
        u"INSERT INTO job_timeline (job, step, at, cause, state, actor, reason, priority) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {job.id.toString(), job.revision, toSql(entry.at), QString(json::nameOf(entry.cause)),
         QString(json::nameOf(entry.state)), entry.actor ? QVariant(*entry.actor) : QVariant(),
         optionalJson(entry.reason), toSql(entry.priority)}));
    return {};
}

Result<QList<model::TimelineEntry>> steps(Database &database, const model::JobId &id)
{
    return collect(database.all<Result<model::TimelineEntry>>(
        u"SELECT at, cause, state, actor, reason, priority FROM job_timeline WHERE job = ? "
        "ORDER BY step"_s,
        {id.toString()}, readStep));
}

Result<std::optional<model::Job>> find(Database &database, const model::JobId &id)
{
    TRY_ASSIGN(auto found, collect(database.all<Result<model::Job>>(
                               QString(u"SELECT "_s % columns() % u" FROM job WHERE id = ?"),
                               {id.toString()}, job)));
    return found.isEmpty() ? std::optional<model::Job>() : std::move(found.first());
}

Result<qint64> countActive(Database &database)
{
    TRY_ASSIGN(const auto count,
               database.first<qint64>(u"SELECT count(*) FROM job WHERE active = 1"_s, {},
                                      [](const Row &row) { return row.number(0); }));
    return count.value_or(0);
}

Result<> forEachActive(Database &database, const std::function<void(model::Job &&job)> &take)
{
    Result<> read;
    TRY_VOID(database.forEach(QString(u"SELECT "_s % columns() % u" FROM job WHERE active = 1"), {},
                              [&](const Row &row) {
                                  auto found = job(row);
                                  if (found)
                                      take(*std::move(found));
                                  else if (read)
                                      read = found.error();
                              }));
    return read;
}

} // namespace storage::jobrow
