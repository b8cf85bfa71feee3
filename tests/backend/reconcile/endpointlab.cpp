// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "endpointlab.h"

#include "tests/support/await.h"

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using support::await;

namespace {

template <typename T>
T must(Result<T> &&result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

constexpr reconcile::EndpointPace kPace{2ms, 10ms, 10ms, 300ms, 2ms};

} // namespace

EndpointLab::EndpointLab()
{
    open();
    ann = must(await(m_accounts->create({.username = u"ann"_s,
                                         .nickname = u"Ann"_s,
                                         .passwordHash = u"x"_s,
                                         .roles = {u"User"_s},
                                         .vcs = {model::VcName(u"platform"_s)}})));
}

void EndpointLab::open()
{
    m_database = must(storage::Database::open(m_directory.filePath(u"berth.db"_s)));
    m_committer = std::make_unique<storage::Committer>(*m_database);
    m_jobs = must(storage::JobStore::open(*m_database, *m_committer));
    m_endpoints = must(storage::EndpointStore::open(*m_database, *m_committer));
    m_accounts = std::make_unique<storage::AccountStore>(*m_database, *m_committer);
    m_profiles = std::make_unique<storage::ProfileStore>(*m_database, *m_committer, *m_accounts);
    m_secrets.emplace(must(storage::SecretBox::open(m_directory.path())));
    const auto root = [this](const QString &name) { return m_directory.filePath(name); };
    m_volumes = std::make_unique<volumes::Volumes>(
        volumes::Roots{root(u"work"_s), root(u"data"_s), root(u"home"_s), root(u"jobs"_s)});
    must(m_volumes->open());
    m_engine = std::make_unique<support::MemoryEngine>(world);
    m_loop = std::make_unique<reconcile::EndpointLoop>(
        reconcile::EndpointLoop::Surroundings{*m_jobs, *m_endpoints, *m_accounts, *m_profiles,
                                              *m_secrets, *m_engine, m_volumes.get()},
        kPace);
    m_loop->start();
}

void EndpointLab::restart()
{
    m_loop.reset();
    m_engine.reset();
    world.inside.exposures.clear(); // they go with berthd
    m_profiles.reset();
    m_accounts.reset();
    m_endpoints.reset();
    m_jobs.reset();
    m_committer.reset();
    m_database.reset();
    open();
}

model::Job EndpointLab::run(const QList<model::EndpointKind> &kinds, const QList<int> &ports)
{
    model::JobSpec spec;
    spec.endpoints = kinds;
    spec.interactivePorts = ports;
    return run(spec);
}

model::Job EndpointLab::run(model::JobSpec spec)
{
    spec.name = u"job"_s;
    spec.vc = model::VcName(u"platform"_s);
    model::Job job;
    job.id = model::JobId(QUuid::createUuid());
    job.name = spec.name;
    job.vc = spec.vc;
    job.owner = ann;
    job.ownerName = u"ann"_s;
    job.kind = spec.kind;
    job.submittedAt = QDateTime::currentDateTimeUtc();
    job.spec = spec;
    must(await(m_jobs->submit(job, QString::number(++m_count), {})));
    return runAgain(job.id);
}

model::Job EndpointLab::runAgain(const model::JobId &id)
{
    model::Job job = must(m_jobs->find(id));
    ++job.attempt;
    job.placement.clear();
    const auto place = [&](const QString &task) {
        job.placement.append({task, model::NodeName(u"node1"_s), {}});
    };
    if (job.kind == model::JobKind::Regular) {
        place(u"main"_s);
    } else {
        place(u"ps0"_s);
        for (int i = 0; i < job.spec.nodes; ++i)
            place(u"worker%1"_s.arg(i));
    }
    must(await(m_volumes->prepare(job, {})));
    makeContainers(job);
    return change(id, [&](model::Job &next) {
        next.state = model::JobState::Running;
        next.attempt = job.attempt;
        next.placement = job.placement;
    });
}

void EndpointLab::makeContainers(const model::Job &job)
{
    for (const model::TaskPlacement &place : job.placement) {
        const engines::TaskKey key{job.id, job.attempt, place.task};
        auto &status = world.containers[key].status;
        status.key = key;
        status.phase = engines::TaskPhase::Running;
        status.startedAt = QDateTime::currentDateTimeUtc();
    }
}

void EndpointLab::end(const model::JobId &id, model::JobState state)
{
    const model::Job job = must(m_jobs->find(id));
    change(id, [state](model::Job &next) { next.state = state; });
    for (const model::TaskPlacement &place : job.placement)
        world.finish({id, job.attempt, place.task}, 0);
}

model::Job EndpointLab::change(const model::JobId &id,
                               const std::function<void(model::Job &job)> &edit)
{
    return must(await(m_jobs->change(id, [&](const model::Job &job) -> Result<storage::JobChange> {
        storage::JobChange change{job, {}};
        edit(change.job);
        change.entry.at = QDateTime::currentDateTimeUtc();
        change.entry.state = change.job.state;
        return change;
    })));
}

void EndpointLab::turn(Switch position, const model::Job &job, const QString &name)
{
    must(await(m_endpoints->turn(position, job, *model::EndpointName::fromString(name),
                                 [](const auto &) { return Result<bool>(true); })));
}

storage::StoredEndpoint EndpointLab::endpoint(const model::Job &job, const QString &name,
                                              const QString &task) const
{
    const auto all = must(m_endpoints->of(job));
    for (const auto &endpoint : all) {
        if (endpoint.name.toString() == name && endpoint.task == task)
            return endpoint;
    }
    return {};
}

bool EndpointLab::isReady(const model::Job &job, const QString &name) const
{
    return endpoint(job, name).state == model::EndpointState::Ready;
}

QStringList EndpointLab::executed() const
{
    QStringList calls;
    for (const auto &command : world.inside.executed)
        calls.append(command.argv.mid(2).join(u' '));
    return calls;
}

QByteArray EndpointLab::runtimeFile(const model::Job &job, const QString &name) const
{
    QFile file(m_volumes->runtimePath({job.id, job.attempt}) + u'/' + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString EndpointLab::token(const model::Job &job) const
{
    return QString::fromLatin1(m_loop->files().token(job));
}

bool EndpointLab::isExposed(const model::Job &job, int taskPort, const QString &task)
{
    return world.inside.exposures.contains({{job.id, job.attempt, task}, taskPort});
}

void EndpointLab::addKey(const QString &comment)
{
    model::SshKey key;
    key.fingerprint = u"SHA256:"_s + comment;
    key.line = u"ssh-ed25519 AAAA "_s + comment;
    key.addedAt = QDateTime::currentDateTimeUtc();
    must(await(m_profiles->addSshKey(ann, key, 10)));
}

void EndpointLab::removeKeys()
{
    const auto keys = must(m_profiles->sshKeys(ann));
    for (const model::SshKey &key : keys)
        must(await(m_profiles->removeSshKey(ann, key.id)));
}
