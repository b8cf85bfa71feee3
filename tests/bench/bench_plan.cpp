// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/reconcile/snapshot.h"
#include "backend/scheduling/plan.h"
#include "figures.h"
#include "mixture.h"
#include "startlatency.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>

#include <vector>

// How long a pass of the planner takes where nothing can start, how fast it fills an empty cluster
// of ten times as many nodes, and how long it takes from a submit until the simulated engine is
// asked to start the job, with many and with few that wait besides. Memory is that of the planner
// alone. Prints one line of JSON.

using namespace Qt::Literals::StringLiterals;
using namespace scheduling;

namespace {

constexpr int kFew = 100;

Snapshot emptyCluster(int nodes)
{
    Snapshot snapshot;
    const model::DeviceType types[] = {bench::npu(), bench::gpu()};
    snapshot.policy.linkGroups = {{bench::npu(), {0x0f, 0xf0}}};
    for (int i = 0; i < nodes; ++i) {
        snapshot.nodes.append({model::NodeName(u"node-%1"_s.arg(i, 5, 10, QChar(u'0'))),
                               types[i % 2], 0xff, 0xff, true});
    }
    for (int vc = 0; vc < bench::kVcs; ++vc) {
        for (const auto &type : types) {
            const int share = nodes * bench::kDevicesPerNode / 2 / bench::kVcs;
            snapshot.quotas.append({bench::vcName(vc), type, share, share});
        }
    }
    return snapshot;
}

QList<QueuedJob> queuedOf(const QList<model::Job> &jobs)
{
    QList<QueuedJob> queued;
    for (const model::Job &job : jobs)
        queued.append(reconcile::queuedOf(job));
    return queued;
}

// Every node full but for one device, so that all that asks for more must be looked at, and quotas
// large enough not to hide it.
Snapshot fullCluster(int nodes, int queued)
{
    Snapshot snapshot = emptyCluster(nodes);
    for (QuotaView &quota : snapshot.quotas)
        quota.deviceNumber = quota.maxAvailable = quota.deviceNumber * 4;
    for (int i = 0; i < nodes; ++i) {
        const model::Job job = bench::mixedJob(1'000'000 + i);
        snapshot.running.append({job.id,
                                 job.vc,
                                 job.owner,
                                 snapshot.nodes[i].deviceType,
                                 job.preemptible,
                                 {{snapshot.nodes[i].name, 0x7f}}});
    }
    snapshot.queue = queuedOf(bench::largeJobs(queued));
    return snapshot;
}

// Milliseconds of each plan; `started` is how many jobs they started.
template <typename Make>
std::vector<double> timed(int passes, Make make, qsizetype &started)
{
    std::vector<double> times;
    for (int i = 0; i < passes; ++i) {
        const Snapshot snapshot = make(i);
        QElapsedTimer timer;
        timer.start();
        started += plan(snapshot).start.size();
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    return times;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addOptions({{u"nodes"_s, u"Nodes of the full cluster."_s, u"n"_s, u"1000"_s},
                       {u"queued"_s, u"Jobs that wait."_s, u"n"_s, u"100000"_s},
                       {u"passes"_s, u"Passes to time."_s, u"n"_s, u"50"_s},
                       {u"starts"_s, u"Starts to time."_s, u"n"_s, u"400"_s}});
    parser.process(application);
    const int nodes = parser.value(u"nodes"_s).toInt();
    const int queued = parser.value(u"queued"_s).toInt();

    Snapshot full = fullCluster(nodes, queued);
    full.reservations = plan(full).reservations;
    const int starts = parser.value(u"starts"_s).toInt();
    const int passes = parser.value(u"passes"_s).toInt();
    qsizetype started = 0;
    const std::vector<double> times = timed(passes, [&](int) { return full; }, started);
    Snapshot empty = emptyCluster(nodes * 10);
    for (int i = 0; i < queued; ++i)
        empty.queue.append(reconcile::queuedOf(bench::mixedJob(i)));
    QElapsedTimer timer;
    timer.start();
    const qsizetype placements = plan(empty).start.size();
    const double seconds = double(timer.nsecsElapsed()) / 1e9;

    const double memory = bench::residentMemory();
    const std::vector<double> few = bench::startLatencies(nodes, kFew, starts, bench::Then::Stay);
    const std::vector<double> many =
        bench::startLatencies(nodes, queued, starts, bench::Then::Stay);
    const std::vector<double> fewChurn =
        bench::startLatencies(nodes, kFew, starts, bench::Then::End);
    const std::vector<double> churn =
        bench::startLatencies(nodes, queued, starts, bench::Then::End);

    const QJsonObject line{{u"bench"_s, u"plan"_s},
                           {u"nodes"_s, nodes},
                           {u"queued"_s, queued},
                           {u"running"_s, full.running.size()},
                           {u"started"_s, started},
                           {u"pass_ms_p50"_s, bench::percentile(times, 0.5)},
                           {u"pass_ms_p99"_s, bench::percentile(times, 0.99)},
                           {u"start_latency_ms_p50"_s, bench::percentile(many, 0.5)},
                           {u"start_latency_ms_p99"_s, bench::percentile(many, 0.99)},
                           {u"start_latency_churn_ms_p50"_s, bench::percentile(churn, 0.5)},
                           {u"start_latency_churn_ms_p99"_s, bench::percentile(churn, 0.99)},
                           {u"queued_few"_s, kFew},
                           {u"start_latency_few_ms_p50"_s, bench::percentile(few, 0.5)},
                           {u"start_latency_few_ms_p99"_s, bench::percentile(few, 0.99)},
                           {u"start_latency_few_churn_ms_p50"_s, bench::percentile(fewChurn, 0.5)},
                           {u"start_latency_few_churn_ms_p99"_s, bench::percentile(fewChurn, 0.99)},
                           {u"placements"_s, placements},
                           {u"placements_per_s"_s, double(placements) / seconds},
                           {u"rss_mb"_s, memory}};
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    return 0;
}
