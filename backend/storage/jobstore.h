// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/auditlog.h"
#include "backend/storage/changelog.h"
#include "backend/storage/stringpool.h"
#include "core/base/async.h"
#include "core/model/job.h"
#include "core/model/jobquery.h"
#include "core/model/page.h"
#include "core/model/timeline.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

#include <functional>

namespace storage {

class Committer;
class Database;

// A job as it shall be, and the step of its life that this is.
struct JobChange
{
    model::Job job;
    model::TimelineEntry entry;
    std::optional<model::AuditEntry> audit = {}; // when it is to be in the audit log
};

// Who may be listed: one person's jobs, or everybody's.
struct JobFilter
{
    std::optional<model::UserId> owner = {}; // absent: everybody's
    QList<model::VcName> vcs = {}; // only these; empty: every VC
};

// The jobs: all of them on disk, those not terminal in memory as well. The only writer of jobs.
// Writes go through the group commit: a future that ends well means on disk. Readers see a write
// only after that.
class JobStore : public QObject
{
    Q_OBJECT

public:
    // Reads the active jobs. The references outlive the store.
    static Result<std::unique_ptr<JobStore>> open(Database &database, Committer &committer);
    ~JobStore() override; // commits what is waiting

    // Every job that is not terminal. Valid until the event loop runs.
    const QHash<model::JobId, model::Job> &active() const;

    Result<model::Job> find(const model::JobId &id) const; // NotFound
    Result<model::Page<model::JobSummary>> list(const JobFilter &filter,
                                                const model::JobQuery &query) const;
    Result<QList<model::TimelineEntry>> timeline(const model::JobId &id) const;

    // Stores a new job in state queued. The same owner and key again answer with the first job,
    // whatever the rest says; `sealedPassword` is the registry password, encrypted, or empty.
    // Existing: only for an owner and a VC that are there when its turn comes; InvalidInput names vc.
    enum class Belonging { Any, Existing };
    // The entry goes into the audit log with a job that is really new.
    QFuture<Result<model::Job>> submit(const model::Job &job, const QString &idempotencyKey,
                                       const QByteArray &sealedPassword,
                                       Belonging belonging = Belonging::Any,
                                       const std::optional<model::AuditEntry> &audit = {});

    // The job that was submitted with the key, if there is one.
    Result<std::optional<model::Job>> submitted(model::UserId owner,
                                                const QString &idempotencyKey) const;

    // Calls `decide` with the job as it is when its turn comes; stores what it answers, or refuses
    // with its error. `decide` is called once, from the event loop, and must only compute. The
    // revision is counted on by the store. NotFound when there is no such job.
    using Decide = std::function<Result<JobChange>(const model::Job &job)>;
    QFuture<Result<model::Job>> change(const model::JobId &id, const Decide &decide);

    // Within a commit of somebody else, who calls publish() after it: the active jobs of a VC as
    // that commit will leave them, and one change of several jobs, all or none.
    Result<QList<model::Job>> activeOf(const model::VcName &vc) const;
    Result<QList<model::Job>> changeAll(const QList<model::Job> &jobs, const Decide &decide);
    void publish(const model::Job &job);

    // What was given to submit, as long as the job is not terminal.
    Result<QByteArray> sealedPassword(const model::JobId &id) const;

    // Why a queued job waits and its position: known in memory only, told to those who look. A job
    // whose reason is the same is left alone.
    void setWaiting(const model::JobId &id, const model::Reason &reason, int position);

signals:
    // After a commit, in its order; also after setWaiting, then coalesced to one a turn.
    void jobChanged(const model::Job &job);

private:
    JobStore(Database &database, Committer &committer);

    Result<> reload();
    Result<model::Job> latest(const model::JobId &id) const;
    Result<model::Job> insert(const model::Job &job, const QString &key, const QByteArray &sealed,
                              const std::optional<model::AuditEntry> &audit);
    Result<model::Job> apply(const model::JobId &id, const Decide &decide);
    Result<> store(const model::Job &before, const JobChange &change);
    Result<> checkBelonging(const model::Job &job) const;
    void publishWaiting();
    model::Job compact(model::Job job);

    Database &m_database;
    Committer &m_committer;
    ChangeLog m_changes;
    AuditLog m_audit;
    StringPool m_pool;
    QHash<model::JobId, model::Job> m_active;
    QHash<model::JobId, model::Job> m_uncommitted; // written in the commit that runs just now
    QSet<model::JobId> m_waitingChanged;
    QTimer m_waitingTimer;
};

} // namespace storage
