// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "startlatency.h"

#include "backend/engines/nodebook.h"
#include "backend/engines/simulated/simulatedengine.h"
#include "backend/engines/simulated/virtualtime.h"
#include "backend/reconcile/reconciler.h"
#include "backend/storage/committer.h"
#include "backend/storage/database.h"
#include "backend/storage/jobstore.h"
#include "backend/storage/logarchive.h"
#include "backend/storage/secretbox.h"
#include "backend/storage/vcstore.h"
#include "mixture.h"
#include "tests/support/await.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace bench {

namespace {

constexpr int kNeverMixed = 10'000'000; // numbers from here on are of no mixed job

engines::Simulation simulationOf(int nodes)
{
    engines::Simulation simulation;
    simulation.nodes = {{.name = u"npu"_s, .count = nodes / 2, .deviceType = npu(), .devices = 8},
                        {.name = u"gpu"_s, .count = nodes / 2, .deviceType = gpu(), .devices = 8}};
    engines::Workload atOnce;
    atOnce.startTime = {.kind = engines::Distribution::Kind::Fixed, .first = 0ms};
    simulation.workloads = {atOnce};
    return simulation;
}

// Tells when it is asked to start a container.
class WatchedEngine final : public engines::SimulatedEngine
{
public:
    using SimulatedEngine::SimulatedEngine;

    QFuture<Result<engines::StartOutcome>> start(const engines::TaskSpec &spec) override
    {
        if (m_asked)
            m_asked(spec.key.job);
        return SimulatedEngine::start(spec);
    }

    void watch(std::function<void(const model::JobId &job)> asked) { m_asked = std::move(asked); }

private:
    std::function<void(const model::JobId &job)> m_asked;
};

// What berthd has between the network and the engine, on a cluster of memory.
class ControlPlane
{
public:
    explicit ControlPlane(int nodes)
        : m_cluster(m_time, simulationOf(nodes))
        , m_nodes(nodes)
    { }

    Result<> open()
    {
        TRY_ASSIGN(m_database, storage::Database::open(m_directory.filePath(u"berth.db"_s)));
        m_committer = std::make_unique<storage::Committer>(*m_database);
        TRY_ASSIGN(m_jobs, storage::JobStore::open(*m_database, *m_committer));
        TRY_ASSIGN(m_vcs, storage::VcStore::open(*m_database, *m_committer));
        TRY_ASSIGN(auto secrets, storage::SecretBox::open(m_directory.path()));
        m_secrets.emplace(std::move(secrets));
        m_logs.emplace(m_directory.path());
        for (int vc = 0; vc < kVcs; ++vc) {
            const int all = m_nodes * kDevicesPerNode;
            TRY_VOID(
                support::await(m_vcs->add({vcName(vc), {{npu(), all, all}, {gpu(), all, all}}})));
        }
        return {};
    }

    // Jobs that fill it, which come first, and those that wait.
    Result<> load(int queued)
    {
        QList<model::Job> jobs;
        for (int node = 0; node < m_nodes; ++node) {
            model::JobSpec spec = mixedJob(node).spec;
            spec.kind = model::JobKind::Regular;
            spec.preemptible = false;
            spec.priority = 1000;
            spec.deviceType = node % 2 == 0 ? npu() : gpu();
            spec.devices = node % 2 == 0 ? kDevicesPerNode : kDevicesPerNode - 1;
            jobs.append(jobOf(spec, kNeverMixed + node));
        }
        jobs += largeJobs(queued);
        QFuture<Result<model::Job>> last;
        for (qsizetype i = 0; i < jobs.size(); ++i) {
            last = m_jobs->submit(jobs[i], {}, {});
            if (i % 500 == 0)
                TRY_VOID(support::await(last));
        }
        TRY_VOID(support::await(last));
        return {};
    }

    Result<> run()
    {
        m_reconciler.emplace(
            reconcile::Surroundings{*m_jobs, *m_vcs, *m_secrets, *m_logs, m_engine, m_book, m_time},
            reconcile::Settings{});
        m_reconciler->start();
        TRY_VOID(awaitUntil([this] { return count(model::JobState::Running) == m_nodes; }));
        return awaitUntil([this] { // everybody knows why it waits
            return std::none_of(m_jobs->active().begin(), m_jobs->active().end(),
                                [](const model::Job &job) {
                                    return job.state == model::JobState::Queued && !job.reason;
                                });
        });
    }

    // Milliseconds until the engine is asked.
    Result<double> start(int number, Then then)
    {
        model::JobSpec spec = mixedJob(number).spec;
        spec.kind = model::JobKind::Regular;
        spec.deviceType = gpu();
        spec.devices = 1;
        spec.preemptible = false;
        spec.command = then == Then::Stay ? u"sleep infinity"_s : u"true"_s;
        model::Job job = jobOf(spec, 2 * kNeverMixed + number);
        job.submittedAt = m_time.now();
        std::optional<double> taken;
        QElapsedTimer timer;
        QEventLoop loop;
        m_engine.watch([&](const model::JobId &asked) {
            if (asked != job.id)
                return;
            taken = double(timer.nsecsElapsed()) / 1e6;
            loop.quit();
        });
        QTimer::singleShot(30s, &loop, &QEventLoop::quit);
        timer.start();
        const auto stored = m_jobs->submit(job, {}, {});
        loop.exec();
        m_engine.watch({});
        if (!taken)
            return Error{ErrorCode::TimedOut, u"the job did not start"_s, {}};
        return *taken;
    }

private:
    qsizetype count(model::JobState state) const
    {
        return std::count_if(m_jobs->active().begin(), m_jobs->active().end(),
                             [state](const model::Job &job) { return job.state == state; });
    }

    template <typename Condition>
    static Result<> awaitUntil(Condition condition)
    {
        QElapsedTimer timer;
        timer.start();
        while (!condition()) {
            if (timer.elapsed() > 120'000)
                return Error{ErrorCode::TimedOut, u"the cluster does not fill"_s, {}};
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 100);
        }
        return {};
    }

    const QTemporaryDir m_directory;
    engines::VirtualTime m_time{QDateTime::currentDateTimeUtc(), 1};
    engines::SimulatedCluster m_cluster;
    WatchedEngine m_engine{m_cluster, u"bench"_s};
    engines::NodeBook m_book{m_engine};
    std::unique_ptr<storage::Database> m_database;
    std::unique_ptr<storage::Committer> m_committer;
    std::unique_ptr<storage::JobStore> m_jobs;
    std::unique_ptr<storage::VcStore> m_vcs;
    std::optional<storage::SecretBox> m_secrets;
    std::optional<storage::LogArchive> m_logs;
    std::optional<reconcile::Reconciler> m_reconciler;
    const int m_nodes;
};

Result<std::vector<double>> measure(int nodes, int queued, int starts, Then then)
{
    ControlPlane plane(nodes);
    TRY_VOID(plane.open());
    TRY_VOID(plane.load(queued));
    TRY_VOID(plane.run());
    std::vector<double> times;
    for (int number = 0; number < starts; ++number) {
        TRY_ASSIGN(const double taken, plane.start(number, then));
        times.push_back(taken);
    }
    return times;
}

} // namespace

std::vector<double> startLatencies(int nodes, int queued, int starts, Then then)
{
    const auto times = measure(nodes, queued, starts, then);
    if (!times)
        qFatal("%s", qPrintable(times.error().detail));
    return *times;
}

} // namespace bench
