// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const model::DeviceType kGpu(u"nvidia_gpu_amd64"_s);

template <typename T>
T must(Result<T> result)
{
    if (!result)
        qFatal("%s", qPrintable(result.error().detail));
    return *std::move(result);
}

} // namespace

Platform::Platform(support::MemoryWorld &world, const QString &directory, volumes::Volumes *volumes)
    : Platform(
          Outside{.engine = std::make_unique<support::MemoryEngine>(world), .volumes = volumes},
          directory)
{ }

Platform::Platform(std::unique_ptr<engines::ContainerEngine> engine, const QString &directory,
                   int devices, const Clock &clock)
    : Platform(Outside{std::move(engine), devices, &clock}, directory)
{ }

Platform::Platform(Outside outside, const QString &directory)
    : m_database(must(storage::Database::open(directory % u"/berth.db"_s)))
    , m_committer(std::make_unique<storage::Committer>(*m_database))
    , m_jobs(must(storage::JobStore::open(*m_database, *m_committer)))
    , m_vcs(must(storage::VcStore::open(*m_database, *m_committer)))
    , m_secrets(must(storage::SecretBox::open(directory)))
    , m_logs(directory)
    , m_clock(outside.clock ? *outside.clock : m_systemClock)
    , m_engine(std::move(outside.engine))
    , m_nodes(*m_engine)
{
    // A write that waits for no turn: tests begin with the quota in place.
    m_vcs->followCluster(model::VcName(u"platform"_s), {{kGpu, outside.devices, outside.devices}});
    m_committer->flush();
    reconcile::Settings settings;
    settings.task.deviceTypes = {{kGpu, model::DeviceFamily::Gpu, {}, 8, {}, 1, 8, 8}};
    m_reconciler = std::make_unique<reconcile::Reconciler>(
        reconcile::Surroundings{*m_jobs, *m_vcs, m_secrets, m_logs, *m_engine, m_nodes, m_clock,
                                outside.volumes},
        settings);
    m_reconciler->start();
}

model::JobId Platform::submit(const QString &command, int devices)
{
    model::JobSpec spec;
    spec.devices = devices;
    spec.command = command;
    return submit(spec);
}

model::JobId Platform::submitPreemptible(int devices)
{
    model::JobSpec spec;
    spec.devices = devices;
    spec.command = u"sleep"_s;
    spec.preemptible = true;
    return submit(spec);
}

model::JobId Platform::submitGang(const QString &command, int nodes, int devicesPerNode)
{
    model::JobSpec spec;
    spec.kind = model::JobKind::Distributed;
    spec.nodes = nodes;
    spec.devicesPerNode = devicesPerNode;
    spec.command = command;
    return submit(spec);
}

model::JobId Platform::submit(model::JobSpec spec)
{
    spec.name = u"job"_s;
    spec.vc = model::VcName(u"platform"_s);
    spec.deviceType = kGpu;
    spec.image = u"busybox"_s;
    model::Job job;
    job.id = model::JobId(QUuid::createUuid());
    job.spec = spec;
    job.kind = spec.kind;
    job.preemptible = spec.preemptible;
    job.name = job.spec.name;
    job.vc = job.spec.vc;
    job.owner = model::UserId(30001);
    job.ownerName = u"admin"_s;
    job.deviceType = kGpu;
    job.devices = spec.totalDevices();
    job.submittedAt = m_clock.now();
    m_jobs->submit(job, job.id.toString(), {});
    m_committer->flush();
    return job.id;
}

void Platform::ask(const model::JobId &id, model::JobState state)
{
    m_jobs->change(id, [state](const model::Job &job) -> Result<storage::JobChange> {
        storage::JobChange change{job, {}};
        change.job.state = state;
        change.entry.at = QDateTime::currentDateTimeUtc();
        change.entry.state = state;
        return change;
    });
    m_committer->flush();
}

void Platform::failCommits(int count)
{
    if (count == 0)
        return;
    // A deferred constraint is what makes a COMMIT itself fail.
    const auto write = [this]() -> Result<> {
        TRY_VOID(m_database->run(u"PRAGMA defer_foreign_keys = ON"_s));
        TRY_VOID(m_database->run(u"INSERT INTO job_secret (job, sealed) VALUES ('none', '')"_s));
        return {};
    };
    whenDone(m_committer->write(write), m_committer.get(),
             [this, count](const Result<> &) { failCommits(count - 1); });
}

model::Job Platform::job(const model::JobId &id) const
{
    return must(m_jobs->find(id));
}

model::Node aNode(const QString &name, int devices)
{
    model::Node node;
    node.name = model::NodeName(name);
    node.address = u"127.0.0.1"_s;
    node.deviceType = kGpu;
    for (int i = 0; i < devices; ++i)
        node.devices.append({i, true, {}});
    return node;
}
