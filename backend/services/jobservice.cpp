// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/jobservice.h"

#include "backend/services/discretion.h"

using namespace Qt::Literals::StringLiterals;

namespace services {

namespace {

Error noSuchJob()
{
    return {ErrorCode::NotFound, u"no such job"_s, u"id"_s};
}

Error unknownVc(const model::VcName &vc)
{
    return rules::error(
        {.rule = rules::JobRule::UnknownVc, .field = u"vc"_s, .choices = {}, .text = vc.value()});
}

// Whole seconds would lose the order of submits; less than a millisecond is not stored.
QDateTime stored(const QDateTime &time)
{
    return QDateTime::fromMSecsSinceEpoch(time.toMSecsSinceEpoch(), Qt::UTC);
}

model::Reason by(const model::Account &account)
{
    model::Reason reason;
    reason.code = model::ReasonCode::ByUser;
    reason.subject = account.username;
    return reason;
}

QString wordsOf(rules::JobAction action)
{
    switch (action) {
    case rules::JobAction::Pause:
        return u"cannot be paused"_s;
    case rules::JobAction::Resume:
        return u"cannot be resumed"_s;
    case rules::JobAction::Kill:
        return u"cannot be killed"_s;
    case rules::JobAction::ChangePriority:
        return u"cannot change its priority"_s;
    }
    Q_UNREACHABLE();
}

model::AuditAction auditActionOf(rules::JobAction action)
{
    switch (action) {
    case rules::JobAction::Pause:
        return model::AuditAction::JobPaused;
    case rules::JobAction::Resume:
        return model::AuditAction::JobResumed;
    case rules::JobAction::Kill:
        return model::AuditAction::JobKilled;
    case rules::JobAction::ChangePriority:
        return model::AuditAction::JobPriorityChanged;
    }
    Q_UNREACHABLE();
}

storage::Subject subjectOf(const model::Job &job)
{
    return {model::AuditSubject::Job, job.id.toString(),
            QString(job.name % u" (" % job.ownerName % u')')};
}

// What somebody does with a job.
model::AuditEntry entryOf(const Caller &caller, rules::JobAction action, const model::Job &before,
                          const storage::JobChange &change)
{
    const auto facts = [](const model::Job &job) {
        return QJsonObject{{"state"_L1, json::encode(job.state)}, {"priority"_L1, job.priority}};
    };
    const storage::Actor actor{caller.account.id, caller.account.username, caller.address,
                               change.entry.at};
    auto entry = storage::entry(actor, auditActionOf(action), subjectOf(before));
    entry.before = facts(before);
    entry.after = facts(change.job);
    return entry;
}

// That somebody submits it. Command and environment stay out: people put secrets there.
model::AuditEntry entryOf(const Caller &caller, const model::Job &job)
{
    const storage::Actor actor{caller.account.id, caller.account.username, caller.address,
                               job.submittedAt};
    auto entry = storage::entry(actor, model::AuditAction::JobSubmitted, subjectOf(job));
    entry.after = {{"vc"_L1, job.vc.value()},
                   {"image"_L1, job.spec.image},
                   {"devices"_L1, job.devices},
                   {"priority"_L1, job.priority}};
    return entry;
}

} // namespace

JobService::JobService(storage::JobStore &jobs, const ClusterService &cluster,
                       const RegistryPasswords &passwords, const Clock &clock)
    : m_jobs(jobs)
    , m_cluster(cluster)
    , m_passwords(passwords)
    , m_clock(clock)
{ }

Result<> JobService::check(const model::Account &account, const model::JobSpec &spec) const
{
    if (!account.has(model::Permission::SubmitTrainingJob))
        return Error{ErrorCode::Forbidden, u"needs the right to submit training jobs"_s, {}};
    if (!rules::mayUse(account, spec.vc))
        return unknownVc(spec.vc);
    const auto limits = m_cluster.limits(spec.vc);
    if (!limits)
        return unknownVc(spec.vc);
    const auto violations = rules::check(spec, *limits);
    // Before the engine has answered, no node is known that could have the devices.
    if (!violations.isEmpty() && spec.deviceType && !m_cluster.isKnown())
        return Error{ErrorCode::Unavailable, u"the cluster's nodes are not known yet"_s, {}};
    return rules::firstViolation(violations);
}

model::Job JobService::newJob(const model::Account &account, const model::JobSpec &spec) const
{
    model::Job job;
    job.id = model::JobId(QUuid::createUuid());
    job.name = spec.name;
    job.vc = spec.vc;
    job.owner = account.id;
    job.ownerName = account.username;
    job.kind = spec.kind;
    job.deviceType = spec.deviceType;
    job.devices = spec.totalDevices();
    job.preemptible = spec.preemptible;
    job.priority = spec.priority;
    job.submittedAt = stored(m_clock.now());
    job.spec = withoutPassword(spec);
    return job;
}

QFuture<Result<model::Job>> JobService::submit(const Caller &caller, const model::JobSpec &spec,
                                               const QString &idempotencyKey)
{
    if (idempotencyKey.isEmpty()) {
        const QString field = u"Idempotency-Key"_s;
        return ready<model::Job>(
            Error{ErrorCode::InvalidInput, field % u": the header is required", field});
    }
    const model::Account &account = caller.account;
    // The first answer stands, also when the rules have changed since.
    const auto earlier = m_jobs.submitted(account.id, idempotencyKey);
    if (!earlier)
        return ready<model::Job>(earlier.error());
    if (*earlier)
        return ready<model::Job>(Discretion(m_jobs, account).of(**earlier));
    const model::JobSpec wanted = tidied(spec);
    if (const auto checked = check(account, wanted); !checked)
        return ready<model::Job>(checked.error());
    const auto password = m_passwords.sealed(account, wanted);
    if (!password)
        return ready<model::Job>(password.error());
    const model::Job job = newJob(account, wanted);
    return m_jobs.submit(job, idempotencyKey, *password, storage::JobStore::Belonging::Existing,
                         entryOf(caller, job));
}

Result<model::Verdict> JobService::dryRun(const model::Account &account,
                                          const model::JobSpec &spec) const
{
    const model::JobSpec wanted = tidied(spec);
    TRY_VOID(check(account, wanted));
    TRY_VOID(m_passwords.sealed(account, wanted).map([](const auto &) { return true; }));
    if (!m_forecast)
        return Error{ErrorCode::Unavailable, u"nothing is planned yet"_s, {}};
    TRY_ASSIGN(const auto verdict, m_forecast(newJob(account, wanted)));
    return Discretion(m_jobs, account).of(verdict);
}

Result<model::Page<model::JobSummary>> JobService::list(const model::Account &account,
                                                        const model::JobQuery &query) const
{
    storage::JobFilter filter;
    if (query.scope == model::JobScope::Mine)
        filter.owner = account.id;
    else if (!rules::maySeeAll(account))
        return Error{ErrorCode::Forbidden, u"needs the right to view all users' jobs"_s,
                     u"scope"_s};
    TRY_ASSIGN(auto page, m_jobs.list(filter, query));
    page.items = Discretion(m_jobs, account).of(page.items);
    return page;
}

Result<model::Job> JobService::get(const model::Account &account, const QString &id) const
{
    const auto known = model::JobId::fromString(id);
    if (!known)
        return noSuchJob();
    const auto job = m_jobs.find(*known);
    if (!job)
        return job.error().code == ErrorCode::NotFound ? noSuchJob() : job.error();
    if (!rules::maySee(account, *job))
        return noSuchJob();
    return Discretion(m_jobs, account).of(*job);
}

Result<model::Items<model::TimelineEntry>> JobService::timeline(const model::Account &account,
                                                                const QString &id) const
{
    TRY_ASSIGN(const model::Job job, get(account, id));
    TRY_ASSIGN(const auto steps, m_jobs.timeline(job.id));
    return model::Items<model::TimelineEntry>{Discretion(m_jobs, account).of(steps)};
}

QFuture<Result<model::Job>> JobService::act(const Caller &caller, const QString &id,
                                            rules::JobAction action, const Edit &edit)
{
    const auto seen = get(caller.account, id);
    if (!seen)
        return ready<model::Job>(seen.error());
    if (!rules::mayManage(caller.account, *seen)) {
        return ready<model::Job>(
            Error{ErrorCode::Forbidden, u"the job is somebody else's"_s, u"id"_s});
    }
    const QDateTime now = stored(m_clock.now());
    const auto decide = [=](const model::Job &job) -> Result<storage::JobChange> {
        if (!rules::isPossible(action, job.state)) {
            return Error{ErrorCode::Conflict,
                         u"the job is "_s % json::nameOf(job.state) % u" and " % wordsOf(action),
                         {}};
        }
        storage::JobChange change{job, {}};
        change.entry.at = now;
        change.entry.actor = caller.account.username;
        edit(change);
        change.entry.state = change.job.state;
        change.audit = entryOf(caller, action, job, change);
        return change;
    };
    const Promise<model::Job> answer;
    whenDone(m_jobs.change(seen->id, decide), this,
             [this, answer, account = caller.account](const Result<model::Job> &job) {
                 answer.finish(job.map(
                     [&](const auto &done) { return Discretion(m_jobs, account).of(done); }));
             });
    return answer.future();
}

QFuture<Result<model::Job>> JobService::pause(const Caller &caller, const QString &id)
{
    return act(caller, id, rules::JobAction::Pause,
               [account = caller.account](storage::JobChange &change) {
                   change.job.state = model::JobState::Pausing;
                   change.job.reason = by(account);
                   change.entry.cause = model::TimelineCause::PauseRequested;
               });
}

QFuture<Result<model::Job>> JobService::resume(const Caller &caller, const QString &id)
{
    return act(caller, id, rules::JobAction::Resume, [](storage::JobChange &change) {
        change.job.state = model::JobState::Queued;
        change.job.reason.reset();
        change.entry.cause = model::TimelineCause::Resumed;
    });
}

QFuture<Result<model::Job>> JobService::kill(const Caller &caller, const QString &id)
{
    return act(caller, id, rules::JobAction::Kill,
               [account = caller.account](storage::JobChange &change) {
                   change.job.state = model::JobState::Killing;
                   change.job.reason = by(account);
                   change.entry.cause = model::TimelineCause::KillRequested;
               });
}

QFuture<Result<model::Job>> JobService::setPriority(const Caller &caller, const QString &id,
                                                    int priority)
{
    if (const auto checked = rules::firstViolation(rules::checkPriority(priority)); !checked)
        return ready<model::Job>(checked.error());
    return act(caller, id, rules::JobAction::ChangePriority,
               [priority](storage::JobChange &change) {
                   change.job.priority = priority;
                   change.job.spec.priority = priority;
                   change.entry.cause = model::TimelineCause::PriorityChanged;
                   change.entry.priority = priority;
               });
}

} // namespace services
