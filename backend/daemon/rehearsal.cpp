// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/daemon/rehearsal.h"

#include "backend/services/clusterservice.h"
#include "backend/services/jobservice.h"
#include "backend/services/passwords.h"
#include "backend/storage/accountstore.h"
#include "backend/storage/committer.h"
#include "backend/storage/database.h"
#include "backend/storage/installation.h"
#include "backend/storage/vcstore.h"
#include "core/base/log.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace berthd {

namespace {

// In which the whole past is played: the longer, the more there is to do.
constexpr std::chrono::milliseconds kPlayTime = 5s;
constexpr std::chrono::milliseconds kPlayTimeOfAJob = 15ms;
constexpr std::chrono::milliseconds kNearly = 50ms; // to the present

constexpr QLatin1StringView kBegun{"begun"};
constexpr QLatin1StringView kPlayed{"played"};

QString markName()
{
    return u"simulated"_s;
}

// What was written has been committed: the answer is there.
template <typename T>
Result<> answered(const QFuture<Result<T>> &future)
{
    const Result<T> result = future.result();
    return result ? Result<>() : Result<>(result.error());
}

} // namespace

Rehearsal::Rehearsal(SimulationFile file, QObject *parent)
    : QObject(parent)
    , m_file(std::move(file))
    , m_begin(QDateTime::currentDateTimeUtc().addSecs(-m_file.history.count()))
    , m_time(m_begin, engines::VirtualTime::kByHand)
    , m_cluster(m_time, m_file.cluster)
{ }

Result<> Rehearsal::checkData(const Stores &stores, bool isRehearsal)
{
    TRY_ASSIGN(const auto mark, storage::setting(stores.database, markName()));
    TRY_ASSIGN(const bool isFresh, stores.accounts.isEmpty());
    if (isRehearsal && !mark && !isFresh)
        return Error{ErrorCode::Conflict, u"the data directory is that of a real cluster"_s, {}};
    if (!isRehearsal && mark)
        return Error{ErrorCode::Conflict, u"the data directory is that of a simulation"_s, {}};
    return isRehearsal && !mark ? storage::setSetting(stores.database, markName(), kBegun)
                                : Result<>();
}

std::unique_ptr<engines::ContainerEngine> Rehearsal::connectEngine(const QString &installation)
{
    return std::make_unique<engines::SimulatedEngine>(m_cluster, installation);
}

Result<> Rehearsal::fill(const Stores &stores)
{
    TRY_ASSIGN(const auto mark, storage::setting(stores.database, markName()));
    m_wasPlayed = mark == QString(kPlayed);
    m_stores.emplace(stores);
    TRY_VOID(addVcs(stores));
    return addPeople(stores);
}

Result<> Rehearsal::addVcs(const Stores &stores) const
{
    QList<QFuture<Result<>>> futures;
    for (const model::VirtualCluster &vc : m_file.vcs) {
        futures.append(stores.vcs.find(vc.name) ? stores.vcs.setQuotas(vc.name, vc.quotas)
                                                : stores.vcs.add(vc));
    }
    stores.committer.flush();
    for (const auto &future : std::as_const(futures))
        TRY_VOID(answered(future));
    return {};
}

Result<> Rehearsal::addPeople(const Stores &stores) const
{
    if (m_file.people.isEmpty())
        return {};
    TRY_ASSIGN(const QString hash, services::Passwords::hashNow(m_file.password));
    QList<QFuture<Result<model::UserId>>> futures;
    for (const SimulatedPerson &person : m_file.people) {
        TRY_ASSIGN(const auto known, stores.accounts.credentials(person.username));
        if (known)
            continue;
        futures.append(stores.accounts.create({.username = person.username,
                                               .nickname = person.nickname,
                                               .passwordHash = hash,
                                               .roles = person.roles,
                                               .vcs = person.vcs,
                                               .mustChangePassword = false}));
    }
    stores.committer.flush();
    for (const auto &future : std::as_const(futures))
        TRY_VOID(answered(future));
    return {};
}

void Rehearsal::play(const Services &services)
{
    m_services.emplace(services);
    if (!m_wasPlayed)
        planJobs();
    connect(&services.cluster, &services::ClusterService::clusterChanged, this, &Rehearsal::begin);
    connect(&services.cluster, &services::ClusterService::nodeChanged, this, &Rehearsal::begin);
    begin();
}

void Rehearsal::begin()
{
    if (!m_services->cluster.isKnown() || std::exchange(m_playing, true))
        return;
    if (m_wasPlayed) {
        m_time.advance(m_file.history);
        return goOn();
    }
    std::chrono::milliseconds playTime = kPlayTime;
    for (const SimulatedJobs &jobs : m_file.jobs)
        playTime += kPlayTimeOfAJob * jobs.count;
    m_time.setSpeed(std::max<double>(1, double(m_file.history / playTime)));
    m_time.at(m_begin.addSecs(m_file.history.count()), this, [this] { catchUp(); });
}

// The real time has gone on while the past was played.
void Rehearsal::catchUp()
{
    const std::chrono::milliseconds behind(m_time.now().msecsTo(QDateTime::currentDateTimeUtc()));
    if (behind <= kNearly || m_file.history == 0s) {
        if (const auto marked = storage::setSetting(m_stores->database, markName(), kPlayed);
            !marked)
            qCWarning(logDaemon) << marked.error();
        return goOn();
    }
    m_time.setSpeed(std::max(2.0, double(behind.count()) / 500));
    m_time.at(QDateTime::currentDateTimeUtc(), this, [this] { catchUp(); });
}

void Rehearsal::goOn()
{
    m_present = true;
    m_time.setSpeed(m_file.speed);
    qCInfo(logDaemon) << "the simulation has come to the present";
}

void Rehearsal::planJobs()
{
    for (const SimulatedJobs &jobs : m_file.jobs) {
        for (int number = 1; number <= jobs.count; ++number) {
            const auto at = jobs.at + jobs.every * (number - 1);
            m_time.at(m_begin.addSecs(at.count()), this,
                      [this, &jobs, number] { submit(jobs, number); });
        }
    }
}

void Rehearsal::submit(const SimulatedJobs &jobs, int number)
{
    const auto credentials = m_services->accounts.credentials(jobs.owner);
    const auto known = credentials ? *credentials : std::nullopt;
    const auto account = m_services->accounts.account(known ? known->id : model::UserId());
    if (!account)
        return takeAnswer(jobs, account.error());
    model::JobSpec spec = jobs.spec;
    if (jobs.count > 1)
        spec.name += u"-%1"_s.arg(number);
    whenDone(m_services->jobs.submit(*account, spec, u"simulation "_s % spec.name), this,
             [this, &jobs](const Result<model::Job> &job) {
                 takeAnswer(jobs, job);
                 if (job && jobs.then != SimulatedJobs::Then::Nothing) {
                     m_time.at(job->submittedAt.addSecs(jobs.after.count()), this,
                               [this, &jobs, id = job->id] { act(jobs, id); });
                 }
             });
}

void Rehearsal::act(const SimulatedJobs &jobs, const model::JobId &id)
{
    const auto credentials = m_services->accounts.credentials(jobs.owner);
    const auto known = credentials ? *credentials : std::nullopt;
    const auto account = m_services->accounts.account(known ? known->id : model::UserId());
    if (!account)
        return takeAnswer(jobs, account.error());
    const auto future = jobs.then == SimulatedJobs::Then::Pause
                            ? m_services->jobs.pause(*account, id.toString())
                            : m_services->jobs.kill(*account, id.toString());
    whenDone(future, this, [this, &jobs](const auto &job) { takeAnswer(jobs, job); });
}

void Rehearsal::takeAnswer(const SimulatedJobs &jobs, const Result<model::Job> &job)
{
    if (!job)
        qCWarning(logDaemon) << jobs.owner << jobs.spec.name << job.error();
}

Result<> Rehearsal::happen(const QString &words)
{
    TRY_ASSIGN(const auto incident, engines::parseIncident(words));
    return m_cluster.nodes().happen(incident);
}

} // namespace berthd
