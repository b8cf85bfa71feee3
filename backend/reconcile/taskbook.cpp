// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/reconcile/taskbook.h"

#include "core/base/log.h"

using namespace Qt::Literals::StringLiterals;

namespace reconcile {

namespace {

constexpr std::chrono::seconds kResync{30};
constexpr std::chrono::seconds kAskAgain{2}; // when a list failed

bool isNewer(const engines::TaskStatus &status, const std::optional<engines::TaskStatus> &known)
{
    return !known || status.phase >= known->phase;
}

} // namespace

TaskBook::TaskBook(engines::ContainerEngine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{
    connect(&engine, &engines::ContainerEngine::taskChanged, this, &TaskBook::hear);
    connect(&engine, &engines::ContainerEngine::changed, this, &TaskBook::observe);
    connect(&m_resync, &QTimer::timeout, this, &TaskBook::observe);
    m_resync.start(kResync);
}

TaskBook::Task TaskBook::task(const engines::TaskKey &key) const
{
    return m_tasks.value(key);
}

QList<engines::TaskKey> TaskBook::keys() const
{
    QList<engines::TaskKey> keys;
    for (auto it = m_tasks.begin(); it != m_tasks.end(); ++it) {
        if (it->status)
            keys.append(it.key());
    }
    return keys;
}

void TaskBook::start(const engines::TaskSpec &spec)
{
    Task &task = m_tasks[spec.key];
    if (task.busy || task.waiting)
        return;
    task.busy = true;
    task.starting = true;
    touch(spec.key);
    whenDone(m_engine.start(spec), this,
             [this, key = spec.key](const auto &result) { startDone(key, result); });
}

void TaskBook::startDone(const engines::TaskKey &key, const Result<engines::StartOutcome> &result)
{
    Task &task = m_tasks[key];
    task.busy = false;
    task.starting = false;
    touch(key);
    if (!result) {
        tryLater(key, result.error().detail);
    } else if (result->failure == engines::StartFailure::Unavailable) {
        tryLater(key, result->detail);
    } else if (result->failure) {
        task.failure = *result;
    } else {
        task.tries = 0;
        if (isNewer(result->status, task.status))
            task.status = result->status;
    }
    emit changed(key.job, key.attempt);
}

void TaskBook::tryLater(const engines::TaskKey &key, const QString &problem)
{
    // The engine may have started it all the same: before anything else it is asked what is there.
    // While it does not answer at all, nothing is counted: the job waits for its return.
    Task &task = m_tasks[key];
    task.uncertain = true;
    task.problem = problem;
    if (m_engine.info().reachable)
        ++task.tries;
    if (task.tries >= kMostTries) {
        task.failure = engines::StartOutcome{engines::StartFailure::Unavailable, problem, {}};
    } else {
        pause(key, pauseAfter(task.tries));
    }
    observe();
}

// Nothing is asked for the task for a while.
void TaskBook::pause(const engines::TaskKey &key, std::chrono::seconds time)
{
    const auto it = m_tasks.find(key);
    if (it == m_tasks.end())
        return;
    it->waiting = true;
    QTimer::singleShot(time, this, [this, key] {
        if (const auto waiting = m_tasks.find(key); waiting != m_tasks.end())
            waiting->waiting = false;
        emit changed(key.job, key.attempt);
    });
}

void TaskBook::stop(const engines::TaskKey &key, std::chrono::seconds grace)
{
    Task &task = m_tasks[key];
    // Asked once; what comes of it, the start itself will say.
    if (std::exchange(task.starting, false)) {
        task.asked = true;
        m_engine.stop(key, grace);
    }
    if (task.busy || task.waiting)
        return;
    task.asked = true;
    task.busy = true;
    touch(key);
    whenDone(m_engine.stop(key, grace), this,
             [this, key](const Result<> &result) { requestDone(key, result); });
}

void TaskBook::remove(const engines::TaskKey &key)
{
    Task &task = m_tasks[key];
    if (task.busy || task.waiting)
        return;
    task.busy = true;
    touch(key);
    whenDone(m_engine.remove(key), this, [this, key](const Result<> &result) {
        if (result) {
            m_tasks.remove(key);
            emit changed(key.job, key.attempt);
        }
        requestDone(key, result);
    });
}

void TaskBook::requestDone(const engines::TaskKey &key, const Result<> &result)
{
    touch(key);
    if (const auto it = m_tasks.find(key); it != m_tasks.end()) {
        it->busy = false;
        it->uncertain = true;
    }
    if (!result) {
        qCWarning(logReconcile) << key << result.error();
        pause(key, kAskAgain);
    }
    observe();
}

void TaskBook::hear(const engines::TaskStatus &status)
{
    Task &task = m_tasks[status.key];
    if (!isNewer(status, task.status))
        return;
    task.status = status;
    task.uncertain = false; // this is the engine's own word
    touch(status.key);
    emit changed(status.key.job, status.key.attempt);
}

void TaskBook::observe()
{
    if (m_observing) {
        m_observeAgain = true;
        return;
    }
    m_observing = true;
    whenDone(m_engine.list(), this, [this, askedAt = m_serial](const auto &list) {
        m_observing = false;
        if (list)
            take(*list, askedAt);
        else if (m_engine.info().reachable)
            QTimer::singleShot(kAskAgain, this, &TaskBook::observe);
        if (std::exchange(m_observeAgain, false))
            observe();
    });
}

void TaskBook::take(const QList<engines::TaskStatus> &list, quint64 askedAt)
{
    QHash<engines::TaskKey, engines::TaskStatus> there;
    for (const auto &status : list)
        there.insert(status.key, status);
    QSet<std::pair<model::JobId, int>> attempts;
    for (auto it = m_tasks.begin(); it != m_tasks.end();) {
        const bool older = it->busy || m_touched.value(it.key()) > askedAt;
        const auto found = there.constFind(it.key());
        if (!older) {
            const bool seen = found != there.constEnd();
            if (it->uncertain || seen != it->status.has_value() || (seen && *it->status != *found))
                attempts.insert({it.key().job, it.key().attempt});
            it->status = seen ? std::optional(*found) : std::nullopt;
            it->uncertain = false;
        }
        m_observeAgain = m_observeAgain || (older && it->uncertain && !it->busy);
        there.remove(it.key());
        const bool empty = it->isGone() && !it->failure && !it->waiting && it->tries == 0;
        it = empty ? m_tasks.erase(it) : std::next(it);
    }
    for (const auto &status : std::as_const(there)) {
        if (m_touched.value(status.key) > askedAt)
            continue; // removed after the list was asked for
        m_tasks[status.key].status = status;
        attempts.insert({status.key.job, status.key.attempt});
    }
    m_touched.removeIf([&](const auto &touched) {
        return touched.value() <= askedAt && !m_tasks.contains(touched.key());
    });
    m_known = true;
    for (const auto &[job, attempt] : std::as_const(attempts))
        emit changed(job, attempt);
    emit observed();
}

void TaskBook::forget(const model::JobId &job, int attempt)
{
    for (auto it = m_tasks.begin(); it != m_tasks.end(); ++it) {
        if (it.key().job == job && it.key().attempt == attempt) {
            it->failure.reset();
            it->tries = 0;
        }
    }
}

void TaskBook::touch(const engines::TaskKey &key)
{
    m_touched.insert(key, ++m_serial);
}

} // namespace reconcile
