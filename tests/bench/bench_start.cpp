// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/reconcile/reconciler.h"
#include "figures.h"
#include "submitclient.h"
#include "tests/contract/platform.h"
#include "tests/support/await.h"
#include "tests/support/memoryengine.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonObject>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QThread>

#include <chrono>

// How long it takes from the moment a client sends a job until the engine is asked to start its
// container: over HTTP, durable on disk, with a plan made in between, on a server that is otherwise
// idle but may have many jobs that wait. The engine is one in memory, so that its own time is left
// out. Prints one line of JSON.

using namespace Qt::Literals::StringLiterals;

namespace {

using Moment = std::chrono::steady_clock::time_point;

// Tells when it was asked to start the next container; its commands end at once.
class TimedEngine final : public support::MemoryEngine
{
public:
    using MemoryEngine::MemoryEngine;

    QFuture<Result<engines::StartOutcome>> start(const engines::TaskSpec &spec) override
    {
        m_askedAt = std::chrono::steady_clock::now();
        m_asked.release();
        return MemoryEngine::start(spec);
    }

    // Called in the client's thread, while the engine's thread runs.
    std::optional<Moment> awaitStart()
    {
        if (!m_asked.tryAcquire(1, 30000))
            return std::nullopt;
        return m_askedAt;
    }

private:
    QSemaphore m_asked; // also orders the write of m_askedAt before its reading
    Moment m_askedAt;
};

model::JobSpec specOf(int number)
{
    model::JobSpec spec;
    spec.name = u"bench-%1"_s.arg(number);
    spec.vc = model::VcName(u"platform"_s);
    spec.image = u"localhost/sample:1"_s;
    spec.command = u"exit 0"_s;
    return spec;
}

// Jobs of a hundred people in a VC that has no devices: they wait for ever.
Result<> addWaiting(storage::JobStore &jobs, int count)
{
    for (int i = 0; i < count; ++i) {
        model::Job job;
        job.id = model::JobId(QUuid::createUuid());
        job.spec = specOf(i);
        job.spec.vc = model::VcName(u"elsewhere"_s);
        job.spec.deviceType = model::DeviceType(u"huawei_npu_arm64"_s);
        job.spec.devices = 1 << i % 4;
        job.name = job.spec.name;
        job.vc = job.spec.vc;
        job.owner = model::UserId(30001 + i % 100);
        job.ownerName = u"admin"_s;
        job.deviceType = job.spec.deviceType;
        job.devices = job.spec.devices;
        job.submittedAt = QDateTime::currentDateTimeUtc();
        const auto future = jobs.submit(job, {}, {});
        const bool isLastOfBatch = i % 500 == 0 || i == count - 1;
        if (const auto stored = isLastOfBatch ? support::await(future) : Result<model::Job>(job);
            !stored)
            return stored.error();
    }
    return {};
}

std::vector<double> submitAll(const support::Platform &platform, const QByteArray &token,
                              TimedEngine &engine, int count)
{
    std::vector<double> times;
    SubmitClient client(u"127.0.0.1"_s, platform.listener->port(), token);
    if (!client.connect())
        return times;
    for (int i = 0; i < count; ++i) {
        const Moment sentAt = std::chrono::steady_clock::now();
        if (!client.submit(specOf(i)))
            break;
        const auto askedAt = engine.awaitStart();
        if (!askedAt)
            break;
        times.push_back(std::chrono::duration<double, std::milli>(*askedAt - sentAt).count());
    }
    return times;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"jobs"_s, u"Jobs to submit."_s, u"n"_s, u"500"_s},
                       {u"queued"_s, u"Jobs that wait besides."_s, u"n"_s, u"0"_s}});
    parser.process(application);
    const int jobs = parser.value(u"jobs"_s).toInt();
    const int queued = parser.value(u"queued"_s).toInt();

    QTemporaryDir directory;
    const auto platform = support::Platform::open(directory.path());
    if (!platform)
        qFatal("%s", qPrintable(platform.error().detail));
    support::Platform &server = **platform;
    const auto session = server.session(u"admin"_s, server.adminPassword);
    if (!session)
        qFatal("%s", qPrintable(session.error().detail));
    if (const auto added = addWaiting(*server.jobStore, queued); !added)
        qFatal("%s", qPrintable(added.error().detail));

    support::MemoryWorld world;
    world.autoFinish = true;
    TimedEngine engine(world);
    reconcile::Reconciler reconciler({*server.jobStore, *server.vcs, *server.secrets,
                                      *server.archive, engine, *server.nodes, server.clock},
                                     {});
    reconciler.start();

    std::vector<double> times;
    const std::unique_ptr<QThread> client(QThread::create([&] {
        times = submitAll(server, session->token.toLatin1(), engine, jobs);
        QMetaObject::invokeMethod(&application, &QCoreApplication::quit, Qt::QueuedConnection);
    }));
    client->start();
    QCoreApplication::exec();
    client->wait();

    const QJsonObject line{{u"bench"_s, u"start"_s},
                           {u"engine"_s, u"memory"_s},
                           {u"jobs"_s, qint64(times.size())},
                           {u"queued"_s, queued},
                           {u"start_latency_ms_p50"_s, bench::percentile(times, 0.5)},
                           {u"start_latency_ms_p99"_s, bench::percentile(times, 0.99)}};
    std::puts(json::toText(line).constData());
    return times.size() == size_t(jobs) ? 0 : 1;
}
