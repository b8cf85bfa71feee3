// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/reconcile/reconciler.h"

#include "backend/engines/nodebook.h"
#include "backend/reconcile/forecast.h"
#include "backend/reconcile/lifecycle.h"
#include "backend/reconcile/snapshot.h"
#include "backend/scheduling/plan.h"
#include "backend/storage/secretbox.h"
#include "backend/storage/vcstore.h"
#include "core/base/log.h"

using namespace Qt::Literals::StringLiterals;

namespace reconcile {

using model::JobState;

namespace {

// After a write that failed, so that a full disk is not asked in every turn.
constexpr std::chrono::seconds kWriteAgain{1};
constexpr std::chrono::seconds kResync{30}; // a plan, whatever was told
constexpr std::chrono::milliseconds kWhole{200};

} // namespace

Reconciler::Reconciler(const Surroundings &surroundings, const Settings &settings, QObject *parent)
    : QObject(parent)
    , m_with(surroundings)
    , m_settings(settings)
    , m_book(surroundings.engine)
    , m_waiting(surroundings.jobs)
    , m_sweeper(surroundings.engine, m_book, surroundings.jobs, surroundings.logs,
                settings.stopGrace)
    , m_preparation(surroundings.volumes, surroundings.nodes, settings.task.deviceTypes)
{
    m_resync.start(kResync);
    connect(&m_resync, &QTimer::timeout, this, &Reconciler::wake);
    m_whole.setSingleShot(true);
    connect(&m_whole, &QTimer::timeout, this, [this] {
        m_waiting.touchAll();
        look();
    });
    m_wake.setSingleShot(true);
    connect(&m_wake, &QTimer::timeout, this, &Reconciler::pass);
    connect(&m_book, &TaskBook::changed, this, &Reconciler::takeTask);
    connect(&m_book, &TaskBook::observed, this, &Reconciler::lookAtAll);
    connect(&m_preparation, &Preparation::changed, this, &Reconciler::step);
    connect(&m_preparation, &Preparation::started, this, &Reconciler::lookAtAll);
    connect(&m_with.jobs, &storage::JobStore::jobChanged, this, &Reconciler::takeJob);
    connect(&m_with.nodes, &engines::NodeBook::nodesChanged, this, &Reconciler::wake);
    connect(&m_with.vcs, &storage::VcStore::vcChanged, this, &Reconciler::wake);
}

void Reconciler::start()
{
    QSet<volumes::Attempt> attempts;
    for (const model::Job &job : m_with.jobs.active()) {
        takeJob(job);
        if (holdsDevices(job.state))
            attempts.insert({job.id, job.attempt});
        for (const auto &key : job.withdrawn ? keysOf(job) : QList<engines::TaskKey>())
            m_book.assumeAsked(key);
    }
    m_preparation.start(attempts);
    m_book.observe();
}

void Reconciler::takeJob(const model::Job &job)
{
    // A waiting reason that we set ourselves is no news: its revision is the same.
    const qint64 revision = m_revisions.value(job.id, -1);
    if (revision == job.revision)
        return;
    if (isTerminal(job.state))
        m_revisions.remove(job.id);
    else
        m_revisions.insert(job.id, job.revision);
    m_waiting.take(job);
    const bool held = m_live.contains(job.id);
    const bool holds = holdsDevices(job.state);
    if (holds) {
        m_live.insert(job.id, runningOf(job));
        m_due.insert(job.id);
    } else {
        m_live.remove(job.id);
        m_isSweepDue = m_isSweepDue || held;
    }
    // What a plan has placed and what goes on holding its devices leaves the plan as it is.
    if (held && !holds)
        m_waiting.touchFreed(job);
    else if (!holds || (!held && job.state != JobState::Scheduling))
        m_waiting.touch(job);
    look();
}

void Reconciler::takeTask(const model::JobId &id, int attempt)
{
    const auto job = m_with.jobs.active().constFind(id);
    if (job == m_with.jobs.active().constEnd() || !holdsDevices(job->state)
        || job->attempt != attempt) {
        m_isSweepDue = true;
        look();
    }
    step(id);
}

void Reconciler::wake()
{
    m_waiting.touchAll();
    lookAtAll();
}

void Reconciler::lookAtAll()
{
    m_isAllDue = true;
    m_isSweepDue = true;
    look();
}

void Reconciler::look()
{
    if (!m_wake.isActive())
        m_wake.start(0);
}

void Reconciler::pass()
{
    if (!m_book.isKnown())
        return;
    const auto due = std::exchange(m_due, {});
    const auto jobs = std::exchange(m_isAllDue, false) ? m_live.keys() : due.values();
    for (const model::JobId &id : jobs)
        step(id);
    if (m_isSweepDue)
        sweepOrphans();
    if (isPlanDue())
        plan();
}

// Not while steps of the latest one are on their way: it would not see what they take.
bool Reconciler::isPlanDue() const
{
    return m_applying == 0 && m_waiting.isTouched();
}

void Reconciler::plan()
{
    const scheduling::Snapshot snapshot = this->snapshot();
    const bool isWhole = m_waiting.isAllTouched();
    const scheduling::Plan plan = m_waiting.plan(snapshot);
    if (!std::exchange(m_hasPlanned, true)) {
        qCInfo(logReconcile) << "first plan:" << plan.start.size() << "start,"
                             << plan.waiting.size() << "looked at wait";
    }
    if (!isWhole && scheduling::isUndone(m_reservations, plan)) {
        m_waiting.touchAll(); // others may gain by it
        look();
    } else if (m_waiting.isTouched()) {
        look();
    } else if (!isWhole && !m_whole.isActive()) {
        m_whole.start(kWhole);
    }
    m_reservations = plan.reservations;
    for (const auto &eviction : plan.evict)
        apply(eviction.victim, evicted(eviction.inFavourOf, snapshot.now));
    for (const auto &start : plan.start)
        apply(start.job, placed(start.placement, snapshot.now));
    emit planned();
}

scheduling::Snapshot Reconciler::snapshot() const
{
    auto snapshot =
        makeSnapshot(m_with.nodes.nodes(), m_with.vcs.all(), m_settings.task.deviceTypes);
    snapshot.running = m_live.values();
    snapshot.now = m_with.clock.now();
    snapshot.reservations = m_reservations;
    for (scheduling::NodeView &node : snapshot.nodes)
        node.schedulable = node.schedulable && !m_haunted.contains(node.name);
    return snapshot;
}

Result<model::Verdict> Reconciler::forecast(const model::Job &job) const
{
    if (!m_book.isKnown())
        return Error{ErrorCode::Unavailable, u"the engine has not been read yet"_s, {}};
    model::Verdict verdict = reconcile::forecast(m_waiting.foremost(snapshot()), job);
    if (verdict.position)
        verdict.position = m_waiting.positionOf(job);
    for (model::EvictedJob &victim : verdict.evicted) {
        const model::Job evicted = m_with.jobs.active().value(victim.id);
        victim = {victim.id, evicted.name, evicted.ownerName, evicted.devices};
    }
    return verdict;
}

void Reconciler::apply(const model::JobId &id, const storage::JobStore::Decide &decide)
{
    ++m_applying;
    whenDone(m_with.jobs.change(id, decide), this, [this, id](const Result<model::Job> &job) {
        if (!job) {
            takeFailure(id, job.error());
            if (const auto it = m_with.jobs.active().constFind(id);
                it != m_with.jobs.active().constEnd())
                m_waiting.take(*it); // it has not left the queue
        }
        --m_applying;
        if (isPlanDue())
            look();
    });
}

// Containers that no job needs any more, or that no job knows.
void Reconciler::sweepOrphans()
{
    QHash<std::pair<model::JobId, int>, QList<engines::TaskKey>> orphans;
    QSet<model::NodeName> haunted;
    m_isSweepDue = false;
    const auto &active = m_with.jobs.active();
    for (const auto &key : m_book.keys()) {
        const auto job = active.constFind(key.job);
        const bool needed = job != active.constEnd()
                            && ((holdsDevices(job->state) && job->attempt == key.attempt)
                                || m_changing.contains(key.job));
        if (needed)
            continue;
        m_isSweepDue = true; // until it is gone
        const auto task = m_book.task(key);
        const auto node = task.status ? task.status->node : model::NodeName();
        const bool runs = task.status && task.status->phase == engines::TaskPhase::Running;
        if (runs && !node.isEmpty())
            haunted.insert(node);
        if (!isSilent(node))
            orphans[{key.job, key.attempt}].append(key);
    }
    if (haunted != m_haunted) {
        m_haunted = haunted;
        m_waiting.touchAll();
    }
    for (const auto &tasks : std::as_const(orphans))
        m_sweeper.sweep(tasks);
}

void Reconciler::change(const model::JobId &id, const storage::JobStore::Decide &decide)
{
    if (m_changing.contains(id))
        return;
    m_changing.insert(id);
    whenDone(m_with.jobs.change(id, decide), this, [this, id](const Result<model::Job> &job) {
        m_changing.remove(id);
        if (!job)
            return takeFailure(id, job.error());
        m_due.insert(id);
        if (!holdsDevices(job->state)) {
            m_isSweepDue = true;
            m_reportedTries.remove(id);
            m_book.forget(id, job->attempt);
            m_preparation.forget(id, job->attempt);
        }
        look();
    });
}

void Reconciler::takeFailure(const model::JobId &id, const Error &error)
{
    m_reportedTries.remove(id);
    if (error.code == ErrorCode::Conflict) {
        qCInfo(logReconcile) << id << error;
        return wake();
    }
    qCWarning(logReconcile) << id << error;
    QTimer::singleShot(kWriteAgain, this, &Reconciler::wake);
}

QString Reconciler::password(const model::Job &job) const
{
    if (!job.spec.registry)
        return {};
    const auto sealed = m_with.jobs.sealedPassword(job.id);
    const auto opened =
        sealed ? m_with.secrets.unseal(*sealed) : Result<QByteArray>(sealed.error());
    if (!opened) {
        qCWarning(logReconcile) << job.id << opened.error();
        return {};
    }
    return QString::fromUtf8(*opened);
}

QList<engines::TaskKey> Reconciler::keysOf(const model::Job &job) const
{
    QList<engines::TaskKey> keys;
    for (const auto &task : job.placement)
        keys.append({job.id, job.attempt, task.task});
    return keys;
}

} // namespace reconcile
