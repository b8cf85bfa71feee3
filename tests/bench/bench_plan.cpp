// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/scheduling/plan.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <vector>

// How long a pass of the planner takes where nothing can start, how long it takes until the plan is
// there that lets others start after a job has ended, and how fast it fills an empty cluster of ten
// times as many nodes. Prints one line of JSON.

using namespace Qt::Literals::StringLiterals;
using namespace scheduling;

namespace {

constexpr int kDevicesPerNode = 8;
constexpr int kVcs = 20;
const model::DeviceType kTypes[] = {model::DeviceType(u"huawei_npu_arm64"_s),
                                    model::DeviceType(u"nvidia_gpu_amd64"_s)};

model::VcName vcName(int number)
{
    return model::VcName(u"team-%1"_s.arg(number % kVcs));
}

Snapshot emptyCluster(int nodes)
{
    Snapshot snapshot;
    snapshot.policy.linkGroups = {{kTypes[0], {0x0f, 0xf0}}};
    for (int i = 0; i < nodes; ++i) {
        snapshot.nodes.append({model::NodeName(u"node-%1"_s.arg(i, 5, 10, QChar(u'0'))),
                               kTypes[i % 2], 0xff, 0xff, true});
    }
    for (int vc = 0; vc < kVcs; ++vc) {
        for (const auto &type : kTypes) {
            const int share = nodes * kDevicesPerNode / 2 / kVcs;
            snapshot.quotas.append({vcName(vc), type, share, share});
        }
    }
    return snapshot;
}

// Mixed sizes, gangs, priorities and owners; each with strings of its own, as read from a database.
QueuedJob mixedJob(int number)
{
    constexpr int kSizes[] = {1, 2, 4, 8, 1, 2, 1, 8};
    QueuedJob job;
    job.id = model::JobId(QUuid(uint(number) * 2654435761U, ushort(number), 0, 1, 0, 0, 0, 0, 0,
                                uchar(number >> 16), 1));
    job.vc = vcName(number);
    job.owner = model::UserId(30001 + number % 500);
    job.deviceType = model::DeviceType(kTypes[number / kVcs % 2]);
    job.devices = kSizes[number / 7 % 8];
    if (number % 50 == 0) {
        job.kind = model::JobKind::Distributed;
        job.devices = kDevicesPerNode;
        job.tasks = 2 + number % 3;
    }
    job.preemptible = number % 5 == 0;
    job.priority = 100 + number % 7;
    job.submittedAt = QDateTime::fromMSecsSinceEpoch(number * 7919LL % 1'000'000, Qt::UTC);
    return job;
}

QList<QueuedJob> mixedJobs(int count)
{
    QList<QueuedJob> jobs;
    for (int i = 0; i < count; ++i)
        jobs.append(mixedJob(i));
    return jobs;
}

// Every node full but for one device, so that all that asks for more must be looked at, and quotas
// large enough not to hide it.
Snapshot fullCluster(int nodes, int queued)
{
    Snapshot snapshot = emptyCluster(nodes);
    for (QuotaView &quota : snapshot.quotas)
        quota.deviceNumber = quota.maxAvailable = quota.deviceNumber * 4;
    for (int i = 0; i < nodes; ++i) {
        QueuedJob job = mixedJob(1'000'000 + i);
        snapshot.running.append({job.id,
                                 job.vc,
                                 job.owner,
                                 kTypes[i % 2],
                                 job.preemptible,
                                 {{snapshot.nodes[i].name, 0x7f}}});
    }
    snapshot.queue = mixedJobs(queued);
    snapshot.queue.removeIf([](const QueuedJob &job) { return job.devices == 1; });
    for (int i = queued; snapshot.queue.size() < queued; ++i) {
        if (const QueuedJob job = mixedJob(i); job.devices > 1)
            snapshot.queue.append(job);
    }
    return snapshot;
}

double residentMegabytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toDouble() * 4096 / 1e6;
}

double percentile(std::vector<double> values, double part)
{
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[size_t(part * double(values.size() - 1))];
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
                       {u"passes"_s, u"Passes to time."_s, u"n"_s, u"50"_s}});
    parser.process(application);
    const int nodes = parser.value(u"nodes"_s).toInt();
    const int queued = parser.value(u"queued"_s).toInt();

    Snapshot full = fullCluster(nodes, queued);
    full.reservations = plan(full).reservations;
    const int passes = parser.value(u"passes"_s).toInt();
    qsizetype started = 0;
    const std::vector<double> times = timed(passes, [&](int) { return full; }, started);
    qsizetype startedAfterEnds = 0;
    const auto oneEnded = [&](int i) {
        Snapshot snapshot = full;
        snapshot.running.removeAt(i % snapshot.running.size());
        return snapshot;
    };
    const std::vector<double> latencies = timed(passes, oneEnded, startedAfterEnds);

    Snapshot empty = emptyCluster(nodes * 10);
    empty.queue = mixedJobs(queued);
    QElapsedTimer timer;
    timer.start();
    const qsizetype placements = plan(empty).start.size();
    const double seconds = double(timer.nsecsElapsed()) / 1e9;

    const QJsonObject line{{u"bench"_s, u"plan"_s},
                           {u"nodes"_s, nodes},
                           {u"queued"_s, queued},
                           {u"running"_s, full.running.size()},
                           {u"started"_s, started},
                           {u"pass_ms_p50"_s, percentile(times, 0.5)},
                           {u"pass_ms_p99"_s, percentile(times, 0.99)},
                           {u"started_after_ends"_s, startedAfterEnds},
                           {u"start_latency_ms_p50"_s, percentile(latencies, 0.5)},
                           {u"start_latency_ms_p99"_s, percentile(latencies, 0.99)},
                           {u"placements"_s, placements},
                           {u"placements_per_s"_s, double(placements) / seconds},
                           {u"rss_mb"_s, residentMegabytes()}};
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    return 0;
}
