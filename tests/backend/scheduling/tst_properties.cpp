// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/scheduling/quota.h"
#include "randomcluster.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace scheduling;

namespace {

constexpr unsigned kClusters = 600;

const QueuedJob &jobOf(const Snapshot &snapshot, const model::JobId &id)
{
    return *std::find_if(snapshot.queue.cbegin(), snapshot.queue.cend(),
                         [&](const QueuedJob &job) { return job.id == id; });
}

const NodeView &nodeOf(const Snapshot &snapshot, const model::NodeName &name)
{
    return *std::find_if(snapshot.nodes.cbegin(), snapshot.nodes.cend(),
                         [&](const NodeView &node) { return node.name == name; });
}

DeviceMask maskOf(const QList<int> &devices)
{
    DeviceMask mask = 0;
    for (const int index : devices)
        mask |= deviceBit(index);
    return mask;
}

} // namespace

class PropertiesTest final : public QObject
{
    Q_OBJECT

private slots:
    void answersForEveryJobOnce();
    void givesNoDeviceTwiceAndNoneThatIsOut();
    void keepsQuotasAndLimits();
    void keepsGangsTogether();
    void takesSmallJobsFromOneRing();
    void doesNotDependOnTheOrderOfItsLists();
    void startsNothingMoreOnceApplied();
    void findsRoomInEveryNodeThatHasIt();
};

void PropertiesTest::answersForEveryJobOnce()
{
    for (unsigned seed = 0; seed < kClusters; ++seed) {
        const Snapshot snapshot = randomCluster(seed);
        const Plan plan = scheduling::plan(snapshot);
        QSet<model::JobId> seen;
        for (const Start &start : plan.start)
            seen.insert(start.job);
        for (const Waiting &waiting : plan.waiting) {
            seen.insert(waiting.job);
            QVERIFY(waiting.position >= 1);
            QVERIFY(waiting.reason.code != model::ReasonCode::WaitingForStart);
        }
        QCOMPARE(seen.size(), snapshot.queue.size());
        QCOMPARE(plan.start.size() + plan.waiting.size(), snapshot.queue.size());
    }
}

void PropertiesTest::givesNoDeviceTwiceAndNoneThatIsOut()
{
    for (unsigned seed = 0; seed < kClusters; ++seed) {
        const Snapshot snapshot = randomCluster(seed);
        QHash<model::NodeName, DeviceMask> held;
        for (const RunningJob &job : snapshot.running) {
            for (const Holding &holding : job.holdings)
                held[holding.node] |= holding.devices;
        }
        for (const Start &start : scheduling::plan(snapshot).start) {
            for (const auto &task : start.placement) {
                const NodeView &node = nodeOf(snapshot, task.node);
                const DeviceMask devices = maskOf(task.devices);
                QVERIFY(node.schedulable);
                QCOMPARE(devices & node.healthy, devices);
                QCOMPARE(devices & held.value(task.node), DeviceMask(0));
                held[task.node] |= devices;
            }
        }
    }
}

void PropertiesTest::keepsQuotasAndLimits()
{
    for (unsigned seed = 0; seed < kClusters; ++seed) {
        const Snapshot before = randomCluster(seed);
        const Plan plan = scheduling::plan(before);
        const Snapshot after = applied(before, plan);
        Quotas quotas(after);
        for (const Start &start : plan.start) {
            const QueuedJob &job = jobOf(before, start.job);
            if (job.devices == 0)
                continue;
            const int index = quotas.poolOf(job.vc, job.deviceType);
            QVERIFY(quotas.pool(index).held <= quotas.pool(index).usable);
            int ofUser = 0;
            for (const RunningJob &running : after.running) {
                const bool counts = running.vc == job.vc && running.owner == job.owner
                                    && running.deviceType == job.deviceType && !running.preemptible;
                for (const Holding &holding : running.holdings)
                    ofUser += counts ? countOf(holding.devices) : 0;
            }
            QVERIFY(job.preemptible || ofUser <= quotas.pool(index).mostPerUser);
        }
    }
}

void PropertiesTest::keepsGangsTogether()
{
    for (unsigned seed = 0; seed < kClusters; ++seed) {
        const Snapshot snapshot = randomCluster(seed);
        for (const Start &start : scheduling::plan(snapshot).start) {
            const QueuedJob &job = jobOf(snapshot, start.job);
            QSet<model::NodeName> nodes;
            int workers = 0;
            for (const auto &task : start.placement) {
                if (task.task == QStringLiteral("ps0"))
                    continue;
                ++workers;
                nodes.insert(task.node);
                QCOMPARE(int(task.devices.size()), job.devices);
                QVERIFY(!job.deviceType
                        || nodeOf(snapshot, task.node).deviceType == job.deviceType);
            }
            QCOMPARE(workers, job.tasks);
            QCOMPARE(int(nodes.size()), job.tasks);
        }
    }
}

void PropertiesTest::takesSmallJobsFromOneRing()
{
    for (unsigned seed = 0; seed < kClusters; ++seed) {
        const Snapshot snapshot = randomCluster(seed);
        for (const Start &start : scheduling::plan(snapshot).start) {
            for (const auto &task : start.placement) {
                if (task.devices.isEmpty() || task.devices.size() > 4
                    || nodeOf(snapshot, task.node).deviceType->value() != QStringLiteral("npu"))
                    continue;
                const DeviceMask devices = maskOf(task.devices);
                QVERIFY((devices & 0x0f) == 0 || (devices & 0xf0) == 0);
            }
        }
    }
}

void PropertiesTest::doesNotDependOnTheOrderOfItsLists()
{
    for (unsigned seed = 0; seed < kClusters; ++seed) {
        const Snapshot snapshot = randomCluster(seed);
        QVERIFY(scheduling::plan(snapshot) == scheduling::plan(snapshot));
        QVERIFY(scheduling::plan(snapshot) == scheduling::plan(shuffled(snapshot, seed)));
    }
}

void PropertiesTest::startsNothingMoreOnceApplied()
{
    for (unsigned seed = 0; seed < kClusters; ++seed) {
        const Snapshot snapshot = randomCluster(seed);
        const Plan first = scheduling::plan(snapshot);
        const Plan second = scheduling::plan(applied(snapshot, first));
        QVERIFY(second.start.isEmpty());
        QVERIFY(second.waiting == first.waiting);
    }
}

// Every set of free devices of a node with two rings of four, asked for one, two, four and eight.
void PropertiesTest::findsRoomInEveryNodeThatHasIt()
{
    const model::DeviceType npu(QStringLiteral("npu"));
    const model::VcName vc(QStringLiteral("team"));
    for (const int devices : {1, 2, 4, 8}) {
        for (DeviceMask held = 0; held < 256; ++held) {
            Snapshot snapshot;
            snapshot.policy.linkGroups = {{npu, {0x0f, 0xf0}}};
            snapshot.nodes = {{model::NodeName(QStringLiteral("n1")), npu, 0xff, 0xff, true}};
            snapshot.quotas = {{vc, npu, 64, 64}};
            snapshot.running = {{model::JobId(QUuid(1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)),
                                 vc,
                                 model::UserId(1),
                                 npu,
                                 false,
                                 {{snapshot.nodes[0].name, held}}}};
            QueuedJob job;
            job.vc = vc;
            job.deviceType = npu;
            job.devices = devices;
            snapshot.queue = {job};

            const int most = std::max(countOf(~held & 0x0f), countOf(~held & 0xf0));
            const bool hasRoom = devices == 8 ? held == 0 : most >= devices;
            const Plan plan = scheduling::plan(snapshot);
            QCOMPARE(plan.start.size(), hasRoom ? 1 : 0);
            if (!hasRoom)
                continue;
            const DeviceMask taken = maskOf(plan.start[0].placement[0].devices);
            QCOMPARE(countOf(taken), devices);
            QCOMPARE(taken & held, DeviceMask(0));
            QVERIFY(devices == 8 || (taken & 0x0f) == 0 || (taken & 0xf0) == 0);
        }
    }
}

QTEST_GUILESS_MAIN(PropertiesTest)
#include "tst_properties.moc"
