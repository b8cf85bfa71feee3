// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/jobstore.h"

#include "backend/storage/committer.h"
#include "backend/storage/database.h"
#include "backend/storage/joblist.h"
#include "backend/storage/jobrow.h"
#include "core/base/log.h"

using namespace Qt::Literals::StringLiterals;

namespace storage {

namespace {

Error noSuchJob(const model::JobId &id)
{
    return {ErrorCode::NotFound, u"no job "_s % id.toString(), u"id"_s};
}

} // namespace

Result<std::unique_ptr<JobStore>> JobStore::open(Database &database, Committer &committer)
{
    std::unique_ptr<JobStore> store(new JobStore(database, committer));
    TRY_VOID(store->reload());
    return store;
}

JobStore::JobStore(Database &database, Committer &committer)
    : m_database(database)
    , m_committer(committer)
    , m_changes(database)
    , m_audit(database)
{
    m_waitingTimer.setSingleShot(true);
    m_waitingTimer.setInterval(0);
    connect(&m_waitingTimer, &QTimer::timeout, this, &JobStore::publishWaiting);
    connect(&committer, &Committer::commitFailed, this, [this] {
        if (const auto loaded = reload(); !loaded)
            qCCritical(logStorage).noquote() << "Jobs cannot be read:" << loaded.error().detail;
    });
}

JobStore::~JobStore()
{
    m_committer.flush();
}

const QHash<model::JobId, model::Job> &JobStore::active() const
{
    return m_active;
}

Result<model::Job> JobStore::find(const model::JobId &id) const
{
    if (const auto it = m_active.constFind(id); it != m_active.constEnd())
        return *it;
    TRY_ASSIGN(auto found, jobrow::find(m_database, id));
    if (!found)
        return noSuchJob(id);
    return *std::move(found);
}

Result<model::Page<model::JobSummary>> JobStore::list(const JobFilter &filter,
                                                      const model::JobQuery &query) const
{
    TRY_ASSIGN(auto page, joblist::read(m_database, filter, query));
    for (model::JobSummary &job : page.items) {
        if (const auto it = m_active.constFind(job.id); it != m_active.constEnd())
            job = static_cast<const model::JobSummary &>(*it);
    }
    return page;
}

Result<QList<model::TimelineEntry>> JobStore::timeline(const model::JobId &id) const
{
    TRY_ASSIGN(auto steps, jobrow::steps(m_database, id));
    if (steps.isEmpty())
        return noSuchJob(id);
    return steps;
}

QFuture<Result<model::Job>> JobStore::submit(const model::Job &job, const QString &idempotencyKey,
                                             const QByteArray &sealedPassword, Belonging belonging,
                                             const std::optional<model::AuditEntry> &audit)
{
    const auto work = [=, this]() -> Result<model::Job> {
        if (belonging == Belonging::Existing)
            TRY_VOID(checkBelonging(job));
        return insert(job, idempotencyKey, sealedPassword, audit);
    };
    return m_committer.write<model::Job>(work, [this](const model::Job &done) { publish(done); });
}

QFuture<Result<model::Job>> JobStore::change(const model::JobId &id, const Decide &decide)
{
    const auto work = [=, this] { return apply(id, decide); };
    return m_committer.write<model::Job>(work, [this](const model::Job &done) { publish(done); });
}

Result<> JobStore::checkBelonging(const model::Job &job) const
{
    TRY_ASSIGN(const auto isThere,
               m_database.first<bool>(u"SELECT EXISTS (SELECT 1 FROM account WHERE id = ?) AND "
                                      "EXISTS (SELECT 1 FROM vc WHERE name = ?)"_s,
                                      {job.owner.value(), job.vc.value()},
                                      [](const Row &row) { return row.flag(0); }));
    if (isThere.value_or(false))
        return {};
    return Error{ErrorCode::InvalidInput, u"vc: it or its user has just been deleted"_s, u"vc"_s};
}

Result<QList<model::Job>> JobStore::activeOf(const model::VcName &vc) const
{
    TRY_ASSIGN(const auto ids, m_database.all<QString>(
                                   u"SELECT id FROM job WHERE active = 1 AND vc = ? ORDER BY id"_s,
                                   {vc.value()}, [](const Row &row) { return row.text(0); }));
    QList<model::Job> jobs;
    for (const QString &id : ids) {
        TRY_ASSIGN(const auto job, latest(model::JobId::fromString(id).value_or(model::JobId())));
        jobs.append(job);
    }
    return jobs;
}

Result<QList<model::Job>> JobStore::changeAll(const QList<model::Job> &jobs, const Decide &decide)
{
    const auto before = m_uncommitted;
    QList<model::Job> changed;
    for (const model::Job &job : jobs) {
        const auto applied = apply(job.id, decide);
        if (!applied) {
            m_uncommitted = before; // the database goes back as well
            return applied.error();
        }
        changed.append(*applied);
    }
    return changed;
}

Result<std::optional<model::Job>> JobStore::submitted(model::UserId owner,
                                                      const QString &idempotencyKey) const
{
    const auto read = [](const Row &row) { return row.text(0); };
    TRY_ASSIGN(const auto id, m_database.first<QString>(
                                  u"SELECT id FROM job WHERE owner = ? AND idempotency_key = ?"_s,
                                  {owner.value(), idempotencyKey}, read));
    if (!id)
        return std::optional<model::Job>();
    TRY_ASSIGN(const model::Job job,
               latest(model::JobId::fromString(*id).value_or(model::JobId())));
    return std::optional(job);
}

Result<QByteArray> JobStore::sealedPassword(const model::JobId &id) const
{
    TRY_ASSIGN(const auto sealed,
               m_database.first<QByteArray>(u"SELECT sealed FROM job_secret WHERE job = ?"_s,
                                            {id.toString()},
                                            [](const Row &row) { return row.bytes(0); }));
    if (!sealed)
        return Error{ErrorCode::NotFound, u"no password is kept for this job"_s, QString()};
    return QByteArray::fromBase64(*sealed);
}

void JobStore::setWaiting(const model::JobId &id, const model::Reason &reason, int position)
{
    const auto it = m_active.find(id);
    if (it == m_active.end() || it->state != model::JobState::Queued)
        return;
    if (it->reason == reason && it->position == position)
        return;
    it->reason = reason;
    it->position = position;
    m_waitingChanged.insert(id);
    m_waitingTimer.start();
}

Result<> JobStore::reload()
{
    m_uncommitted.clear(); // also when nothing can be read
    TRY_ASSIGN(const qint64 count, jobrow::countActive(m_database));
    QHash<model::JobId, model::Job> fresh;
    fresh.reserve(count);
    TRY_VOID(jobrow::forEachActive(m_database, [&](model::Job &&job) {
        const auto known = m_active.constFind(job.id);
        const bool same = known != m_active.constEnd() && known->revision == job.revision;
        const model::JobId id = job.id;
        fresh.insert(id, same ? *known : compact(std::move(job)));
    }));
    m_active = std::move(fresh);
    return {};
}

// The job as the commit that runs just now will leave it.
Result<model::Job> JobStore::latest(const model::JobId &id) const
{
    if (const auto it = m_uncommitted.constFind(id); it != m_uncommitted.constEnd())
        return *it;
    return find(id);
}

Result<model::Job> JobStore::insert(const model::Job &submitted, const QString &key,
                                    const QByteArray &sealed,
                                    const std::optional<model::AuditEntry> &audit)
{
    TRY_ASSIGN(const auto earlier, this->submitted(submitted.owner, key));
    if (earlier)
        return *earlier;
    model::Job job = compact(submitted);
    job.revision = 1;
    if (job.spec.registry) {
        job.spec.registry->password.clear();
        job.spec.registry->passwordFrom.reset();
    }
    TRY_VOID(jobrow::insert(m_database, job, key));
    TRY_VOID(jobrow::appendStep(
        m_database, job,
        {.at = job.submittedAt, .actor = job.ownerName, .reason = {}, .priority = {}}));
    if (!sealed.isEmpty()) {
        TRY_VOID(m_database.run(u"INSERT INTO job_secret (job, sealed) VALUES (?, ?)"_s,
                                {job.id.toString(), QString::fromLatin1(sealed.toBase64())}));
    }
    if (audit)
        TRY_VOID(m_audit.append(*audit));
    TRY_VOID(m_changes.append(u"job"_s, job.id.toString()));
    m_uncommitted.insert(job.id, job);
    return job;
}

Result<model::Job> JobStore::apply(const model::JobId &id, const Decide &decide)
{
    TRY_ASSIGN(const model::Job before, latest(id));
    TRY_ASSIGN(JobChange change, decide(before));
    Q_ASSERT(change.job.id == before.id);
    change.job.revision = before.revision + 1;
    if (change.job.state != model::JobState::Queued)
        change.job.position.reset();
    change.job = compact(std::move(change.job));
    TRY_VOID(store(before, change));
    m_uncommitted.insert(id, change.job);
    return change.job;
}

Result<> JobStore::store(const model::Job &before, const JobChange &change)
{
    TRY_VOID(jobrow::update(m_database, before, change.job));
    TRY_VOID(jobrow::appendStep(m_database, change.job, change.entry));
    if (isTerminal(change.job.state) && change.job.spec.registry) {
        TRY_VOID(
            m_database.run(u"DELETE FROM job_secret WHERE job = ?"_s, {change.job.id.toString()}));
    }
    if (change.audit)
        TRY_VOID(m_audit.append(*change.audit));
    return m_changes.append(u"job"_s, change.job.id.toString());
}

// After a commit: makes it visible. The answer to a repeated submit is no news.
void JobStore::publish(const model::Job &job)
{
    const auto written = m_uncommitted.constFind(job.id);
    if (written == m_uncommitted.constEnd())
        return;
    if (written->revision == job.revision)
        m_uncommitted.erase(written);
    const auto known = m_active.constFind(job.id);
    if (known != m_active.constEnd() && known->revision >= job.revision)
        return;
    if (isTerminal(job.state))
        m_active.remove(job.id);
    else
        m_active.insert(job.id, job);
    emit jobChanged(job);
}

void JobStore::publishWaiting()
{
    const QSet<model::JobId> changed = std::exchange(m_waitingChanged, {});
    for (const model::JobId &id : changed) {
        if (const auto it = m_active.constFind(id); it != m_active.constEnd())
            emit jobChanged(model::Job(*it));
    }
}

} // namespace storage
