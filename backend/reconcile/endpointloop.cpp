// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/reconcile/endpointloop.h"

#include "backend/storage/accountstore.h"
#include "core/base/log.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace reconcile {

namespace {

using model::EndpointState;
using storage::StoredEndpoint;

constexpr auto kReadAgain = 1s; // after a read or write that failed

// A service that was left running is stopped also when nobody remembers having started it.
bool isToBeStopped(const model::Job &job, const StoredEndpoint &stored)
{
    return !stored.isOn && stored.attempt == job.attempt && stored.state != EndpointState::Stopped;
}

// What failed in this start stays so until somebody wishes it again.
bool isGivenUp(const model::Job &job, const StoredEndpoint &stored)
{
    return stored.isOn && stored.attempt == job.attempt && stored.state == EndpointState::Failed;
}

} // namespace

EndpointLoop::EndpointLoop(const Surroundings &surroundings, const EndpointPace &pace,
                           QObject *parent)
    : QObject(parent)
    , m_with(surroundings)
    , m_pace(pace)
    , m_files({m_with.accounts, m_with.profiles, m_with.endpoints, m_with.secrets, m_with.volumes})
{
    connect(&m_with.jobs, &storage::JobStore::jobChanged, this, &EndpointLoop::takeJob);
    connect(&m_with.endpoints, &storage::EndpointStore::endpointsChanged, this,
            &EndpointLoop::step);
    connect(&m_with.accounts, &storage::AccountStore::accountChanged, this,
            &EndpointLoop::takeAccount);
    connect(&m_with.engine, &engines::ContainerEngine::taskChanged, this, &EndpointLoop::takeTask);
}

void EndpointLoop::start()
{
    for (const model::Job &job : m_with.jobs.active())
        takeJob(job);
}

void EndpointLoop::takeJob(const model::Job &job)
{
    const auto known = m_jobs.find(job.id);
    const bool runs = job.state == model::JobState::Running;
    if (known != m_jobs.end() && (!runs || known->second.attempt != job.attempt))
        leave(job.id);
    if (runs && !m_jobs.contains(job.id)) {
        Entered &entered = m_jobs[job.id];
        entered.owner = job.owner;
        entered.attempt = job.attempt;
        step(job.id);
    }
}

void EndpointLoop::leave(const model::JobId &id)
{
    for (const auto &way : m_jobs[id].ways)
        way.second->leave();
    m_jobs.erase(id);
}

void EndpointLoop::takeTask(const engines::TaskStatus &status)
{
    const auto job = m_jobs.find(status.key.job);
    if (job == m_jobs.end())
        return;
    for (const auto &[place, way] : job->second.ways) {
        if (place.second == status.key.task)
            way->look();
    }
}

// Rights or keys of a person, or of anybody for the initial value.
void EndpointLoop::takeAccount(model::UserId id)
{
    QList<model::JobId> jobs;
    for (const auto &[job, entered] : m_jobs) {
        if ((id.isEmpty() || entered.owner == id) && !entered.ways.empty())
            jobs.append(job);
    }
    for (const model::JobId &job : std::as_const(jobs)) {
        const auto found = m_with.jobs.find(job);
        if (!found)
            continue;
        whenDone(m_files.writeKeys(*found), this, [this, job, id](const Result<> &written) {
            if (written || !m_jobs.contains(job))
                return;
            qCWarning(logReconcile) << job << written.error();
            QTimer::singleShot(kReadAgain, this, [this, id] { takeAccount(id); });
        });
        step(job);
    }
}

void EndpointLoop::step(const model::JobId &id)
{
    const auto entered = m_jobs.find(id);
    if (entered == m_jobs.end())
        return;
    const auto job = m_with.jobs.find(id);
    const auto stored =
        job ? m_with.endpoints.of(*job) : Result<storage::EndpointStore::Endpoints>(job.error());
    if (!stored) {
        qCWarning(logReconcile) << id << stored.error();
        QTimer::singleShot(kReadAgain, this, [this, id] { step(id); });
        return;
    }
    if (stored->isEmpty() && entered->second.ways.empty())
        return;
    auto ordered = *stored;
    // Those that had a port have it again before others choose.
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const auto &a, const auto &b) { return a.port > 0 && b.port == 0; });
    const bool mayEnter = bool(m_with.accounts.account(job->owner));
    for (const StoredEndpoint &endpoint : std::as_const(ordered))
        want(*job, endpoint, mayEnter);
    sweep(entered->second, *stored);
}

void EndpointLoop::want(const model::Job &job, const StoredEndpoint &stored, bool mayEnter)
{
    const Place place{stored.name.toString(), stored.task};
    const bool isKnown = m_jobs[job.id].ways.contains(place);
    if (!isKnown && !isToBeStopped(job, stored)
        && (!stored.isOn || isGivenUp(job, stored) || !mayEnter))
        return;
    EndpointWay &way = wayOf(job, stored);
    way.want(stored.wish, stored.isOn && mayEnter, stored.port);
    report(job, stored, way);
}

// Ports that were added and are none any more are taken down, and what is down is let go.
void EndpointLoop::sweep(Entered &entered, const storage::EndpointStore::Endpoints &stored)
{
    for (auto it = entered.ways.begin(); it != entered.ways.end();) {
        EndpointWay &way = *it->second;
        const bool isStored = std::any_of(stored.begin(), stored.end(), [&](const auto &endpoint) {
            return Place{endpoint.name.toString(), endpoint.task} == it->first;
        });
        if (!isStored)
            way.want(way.wish(), false, way.outcome().port);
        it = !isStored && way.isGone() ? entered.ways.erase(it) : std::next(it);
    }
}

EndpointWay &EndpointLoop::wayOf(const model::Job &job, const StoredEndpoint &stored)
{
    auto &way = m_jobs[job.id].ways[{stored.name.toString(), stored.task}];
    if (way)
        return *way;
    EndpointWay::What what;
    what.key = {job.id, job.attempt, stored.task};
    what.name = stored.name;
    what.uid = job.owner.value();
    if (stored.name.kind == model::EndpointKind::Ssh) {
        what.isShared = job.kind == model::JobKind::Distributed; // tasks reach each other by it
        what.prepare = [this, job] { return m_files.writeKeys(job); };
    } else if (stored.name.kind == model::EndpointKind::Jupyter) {
        what.prepare = [this, job] { return m_files.writeToken(job); };
    }
    way = std::make_unique<EndpointWay>(m_with.engine, what, m_pace);
    // Not from within the way itself: the next step may let it go.
    connect(
        way.get(), &EndpointWay::outcomeChanged, this, [this, id = job.id] { step(id); },
        Qt::QueuedConnection);
    return *way;
}

void EndpointLoop::report(const model::Job &job, const StoredEndpoint &stored,
                          const EndpointWay &way)
{
    StoredEndpoint found = stored;
    found.attempt = job.attempt;
    found.state = way.outcome().state;
    found.failure = way.outcome().failure;
    found.detail = way.outcome().detail;
    if (const QByteArray token = m_files.token(job); !token.isEmpty())
        found.detail.replace(QString::fromLatin1(token), u"…"_s); // a service may say it itself
    found.host = way.outcome().host;
    found.port = way.outcome().port;
    if (found == stored)
        return;
    whenDone(m_with.endpoints.report(job, found), this,
             [this, id = job.id](const Result<> &written) {
                 if (written)
                     return;
                 qCWarning(logReconcile) << id << written.error();
                 QTimer::singleShot(kReadAgain, this, [this, id] { step(id); });
             });
}

} // namespace reconcile
