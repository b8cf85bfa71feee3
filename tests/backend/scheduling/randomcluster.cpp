// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomcluster.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace scheduling;

namespace {

using Random = std::mt19937;

constexpr int kCopies = 11;

int upTo(Random &random, int most)
{
    return int(random() % unsigned(most + 1));
}

const QDateTime kNow = QDateTime::fromSecsSinceEpoch(1'000'000, Qt::UTC);
const model::DeviceType kTypes[] = {model::DeviceType(u"gpu"_s), model::DeviceType(u"npu"_s)};

NodeView randomNode(Random &random, int number)
{
    NodeView node;
    node.name = model::NodeName(u"n%1"_s.arg(number));
    if (upTo(random, 9) == 0)
        return node;
    node.deviceType = kTypes[upTo(random, 1)];
    node.devices = (DeviceMask(1) << (upTo(random, 3) == 0 ? 4 : 8)) - 1;
    node.healthy = node.devices & ~(upTo(random, 4) == 0 ? DeviceMask(random()) : DeviceMask(0));
    return node;
}

QueuedJob randomJob(Random &random, int number)
{
    QueuedJob job;
    job.id = model::JobId(QUuid(uint(random()), ushort(number), 0, 0, 0, 0, 0, 0, 0, 0, 1));
    job.vc = model::VcName(u"vc%1"_s.arg(upTo(random, 3)));
    job.owner = model::UserId(30001 + upTo(random, 5));
    if (upTo(random, 9) != 0) {
        job.deviceType = kTypes[upTo(random, 1)];
        job.devices = upTo(random, 9);
    }
    if (upTo(random, 4) == 0 && job.devices > 0) {
        job.kind = model::JobKind::Distributed;
        job.tasks = 1 + upTo(random, 3);
    }
    job.preemptible = upTo(random, 2) == 0;
    job.priority = 1 + upTo(random, 4);
    job.submittedAt = QDateTime::fromMSecsSinceEpoch(upTo(random, 50), Qt::UTC);
    return job;
}

} // namespace

Snapshot randomCluster(unsigned seed, int size)
{
    Random random(seed);
    Snapshot snapshot;
    snapshot.now = kNow;
    snapshot.policy.linkGroups = {{kTypes[1], {0x0f, 0xf0}}};
    const int nodes = 1 + upTo(random, size);
    for (int i = 0; i < nodes; ++i)
        snapshot.nodes.append(randomNode(random, i));
    for (int vc = 0; vc < 4; ++vc) {
        for (const auto &type : kTypes) {
            const int devices = upTo(random, 2 * size);
            if (upTo(random, 5) != 0)
                snapshot.quotas.append(
                    {model::VcName(u"vc%1"_s.arg(vc)), type, devices, upTo(random, devices)});
        }
    }
    int number = 0;
    for (int round = 0; round < 3; ++round) {
        for (int i = upTo(random, size); i > 0; --i)
            snapshot.queue.append(randomJob(random, ++number));
        snapshot = applied(snapshot, plan(snapshot));
        const QList<RunningJob> running = snapshot.running;
        for (const RunningJob &job : running) {
            if (upTo(random, 4) == 0)
                snapshot = gone(snapshot, job.id);
        }
        for (RunningJob &job : snapshot.running)
            job.startedAt = kNow.addSecs(-1 - upTo(random, 100));
    }
    for (NodeView &node : snapshot.nodes)
        node.schedulable = upTo(random, 4) != 0;
    for (int i = upTo(random, 2 * size); i > 0; --i)
        snapshot.queue.append(randomJob(random, ++number));
    return snapshot;
}

QueuedJob randomJob(unsigned seed)
{
    Random random(seed);
    return randomJob(random, 0xffff);
}

Snapshot applied(Snapshot snapshot, const Plan &plan)
{
    for (const Start &start : plan.start) {
        const auto it = std::find_if(snapshot.queue.cbegin(), snapshot.queue.cend(),
                                     [&](const QueuedJob &job) { return job.id == start.job; });
        if (it == snapshot.queue.cend())
            continue;
        RunningJob running{it->id, it->vc, it->owner, it->deviceType, it->preemptible};
        for (const auto &task : start.placement) {
            DeviceMask devices = 0;
            for (const int index : task.devices)
                devices |= deviceBit(index);
            running.holdings.append({task.node, devices});
        }
        running.startedAt = snapshot.now;
        snapshot.running.append(running);
        snapshot.queue.erase(it);
    }
    for (const Eviction &eviction : plan.evict) {
        for (RunningJob &job : snapshot.running) {
            if (job.id == eviction.victim)
                job.leavesFor = eviction.inFavourOf;
        }
    }
    snapshot.reservations = plan.reservations;
    return snapshot;
}

Snapshot gone(Snapshot snapshot, const model::JobId &id)
{
    const auto it = std::find_if(snapshot.running.cbegin(), snapshot.running.cend(),
                                 [&](const RunningJob &job) { return job.id == id; });
    if (it == snapshot.running.cend())
        return snapshot;
    if (it->leavesFor) {
        QueuedJob job;
        job.id = it->id;
        job.vc = it->vc;
        job.owner = it->owner;
        job.deviceType = it->deviceType;
        job.preemptible = it->preemptible;
        job.madeRoomFor = it->leavesFor;
        job.submittedAt = kNow;
        QList<Holding> workers = it->holdings;
        workers.removeIf([](const Holding &holding) { return holding.devices == 0; });
        if (workers.size() < it->holdings.size())
            job.kind = model::JobKind::Distributed;
        job.tasks = int(workers.size());
        job.devices = countOf(workers.value(0).devices);
        snapshot.queue.append(job);
    }
    snapshot.running.erase(it);
    return snapshot;
}

Snapshot shuffled(Snapshot snapshot, unsigned seed)
{
    Random random(seed);
    std::shuffle(snapshot.nodes.begin(), snapshot.nodes.end(), random);
    std::shuffle(snapshot.queue.begin(), snapshot.queue.end(), random);
    std::shuffle(snapshot.running.begin(), snapshot.running.end(), random);
    std::shuffle(snapshot.quotas.begin(), snapshot.quotas.end(), random);
    std::shuffle(snapshot.reservations.begin(), snapshot.reservations.end(), random);
    return snapshot;
}

Snapshot manifold(Snapshot snapshot)
{
    QList<QueuedJob> more;
    for (const QueuedJob &job : std::as_const(snapshot.queue)) {
        for (int i = 1; i <= kCopies; ++i) {
            QueuedJob copy = job;
            QUuid id = job.id.value();
            id.data4[7] = uchar(id.data4[7] + i);
            copy.id = model::JobId(id);
            copy.submittedAt = job.submittedAt.addSecs(i);
            copy.priority = 1 + (job.priority + i) % 4;
            more.append(copy);
        }
    }
    snapshot.queue += more;
    return snapshot;
}

Snapshot settled(Snapshot snapshot)
{
    Plan latest = plan(snapshot);
    for (int i = 0; i < 5 && !(latest.start.isEmpty() && latest.evict.isEmpty()); ++i) {
        snapshot = applied(snapshot, latest);
        latest = plan(snapshot);
    }
    return applied(snapshot, latest);
}

Queue queueOf(const Snapshot &snapshot)
{
    Queue queue;
    for (const QueuedJob &job : snapshot.queue)
        queue.put(job);
    return queue;
}

Snapshot reduced(Snapshot snapshot, const Queue &queue, const Scope &scope)
{
    QSet<model::JobId> kept = namedIn(snapshot.reservations, snapshot.running);
    for (const QueuedJob &job : queue.first(scope))
        kept.insert(job.id);
    snapshot.queue.removeIf([&](const QueuedJob &job) { return !kept.contains(job.id); });
    return snapshot;
}
