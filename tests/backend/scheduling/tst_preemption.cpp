// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "randomcluster.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace scheduling;

namespace {

constexpr unsigned kClusters = 400;

const model::JobId kNobody(QUuid(9, 9, 9, 0, 0, 0, 0, 0, 0, 0, 0));

bool starts(const Plan &plan, const model::JobId &job)
{
    return std::any_of(plan.start.cbegin(), plan.start.cend(),
                       [&](const Start &start) { return start.job == job; });
}

QList<model::JobId> victimsOf(const Plan &plan, const model::JobId &job)
{
    QList<model::JobId> victims;
    for (const Eviction &eviction : plan.evict) {
        if (eviction.inFavourOf == job)
            victims.append(eviction.victim);
    }
    return victims;
}

// A plan in which only this job waits, and those that run do so for good but for `victims`, who are
// gone already.
bool startsWithout(Snapshot snapshot, const QueuedJob &job, const QSet<model::JobId> &victims)
{
    snapshot.queue = {job};
    snapshot.running.removeIf(
        [&](const RunningJob &running) { return victims.contains(running.id); });
    for (RunningJob &running : snapshot.running)
        running.leavesFor = kNobody;
    return starts(plan(snapshot), job.id);
}

qint64 lost(const RunningJob &job, const QDateTime &now)
{
    int devices = 0;
    for (const Holding &holding : job.holdings)
        devices += countOf(holding.devices);
    return job.startedAt ? devices * job.startedAt->msecsTo(now) : 0;
}

bool isOnNodesThatWork(const Snapshot &snapshot, const RunningJob &job)
{
    return std::all_of(job.holdings.cbegin(), job.holdings.cend(), [&](const Holding &holding) {
        return std::any_of(snapshot.nodes.cbegin(), snapshot.nodes.cend(),
                           [&](const NodeView &node) {
                               return node.name == holding.node && node.schedulable
                                      && (holding.devices & ~node.healthy) == 0;
                           });
    });
}

} // namespace

class PreemptionTest final : public QObject
{
    Q_OBJECT

private slots:
    void evictsOnlyPreemptibleJobsOfTheVc();
    void sparesEveryVictimThatItCan();
    void takesTheCheapestVictims();
    void startsOnceTheVictimsAreGone();
    void keepsWhatIsFreedThroughARestart();
    void evictsNobodyTwice();
    void givesUpWhenTheJobIsKilled();

private:
    // The clusters in which somebody is evicted for a job that is alone in the queue.
    template <typename Check>
    void forEachPreemptor(Check check);
};

template <typename Check>
void PreemptionTest::forEachPreemptor(Check check)
{
    int found = 0;
    for (unsigned seed = 0; seed < kClusters; ++seed) {
        Snapshot snapshot = randomCluster(seed);
        snapshot.reservations.clear();
        for (qsizetype i = 0; i < snapshot.running.size(); ++i) {
            snapshot.running[i].leavesFor.reset();
            snapshot.running[i].preemptible = i % 4 != 0;
        }
        for (QuotaView &quota : snapshot.quotas)
            quota.maxAvailable = quota.deviceNumber = quota.deviceNumber + 8;
        const QList<QueuedJob> queue = snapshot.queue;
        for (const QueuedJob &job : queue) {
            snapshot.queue = {job};
            const Plan plan = scheduling::plan(snapshot);
            if (!plan.evict.isEmpty()) {
                ++found;
                check(snapshot, job, plan);
            }
        }
    }
    QVERIFY(found > 100);
}

void PreemptionTest::evictsOnlyPreemptibleJobsOfTheVc()
{
    for (unsigned seed = 0; seed < kClusters; ++seed) {
        const Snapshot snapshot = randomCluster(seed);
        for (const Eviction &eviction : scheduling::plan(snapshot).evict) {
            const auto victim =
                std::find_if(snapshot.running.cbegin(), snapshot.running.cend(),
                             [&](const RunningJob &job) { return job.id == eviction.victim; });
            const auto job = std::find_if(
                snapshot.queue.cbegin(), snapshot.queue.cend(),
                [&](const QueuedJob &queued) { return queued.id == eviction.inFavourOf; });
            QVERIFY(victim != snapshot.running.cend() && job != snapshot.queue.cend());
            QVERIFY(victim->preemptible && !victim->leavesFor && !job->preemptible);
            QCOMPARE(victim->vc, job->vc);
            QCOMPARE(victim->deviceType, job->deviceType);
        }
    }
}

void PreemptionTest::sparesEveryVictimThatItCan()
{
    forEachPreemptor([](const Snapshot &snapshot, const QueuedJob &job, const Plan &plan) {
        const QList<model::JobId> victims = victimsOf(plan, job.id);
        for (const model::JobId &spared : victims) {
            QSet<model::JobId> others(victims.cbegin(), victims.cend());
            others.remove(spared);
            QVERIFY(!startsWithout(snapshot, job, others));
        }
    });
}

// Against all sets of victims there are.
void PreemptionTest::takesTheCheapestVictims()
{
    forEachPreemptor([](const Snapshot &snapshot, const QueuedJob &job, const Plan &plan) {
        QList<RunningJob> candidates = snapshot.running;
        candidates.removeIf([&](const RunningJob &running) {
            return !running.preemptible || running.vc != job.vc
                   || running.deviceType != job.deviceType || !isOnNodesThatWork(snapshot, running);
        });
        if (candidates.size() > 8)
            return;
        const QList<model::JobId> victims = victimsOf(plan, job.id);
        qint64 cost = 0;
        for (const RunningJob &running : snapshot.running)
            cost += victims.contains(running.id) ? lost(running, snapshot.now) : 0;
        for (unsigned set = 0; set < 1U << candidates.size(); ++set) {
            QSet<model::JobId> others;
            qint64 otherCost = 0;
            for (qsizetype i = 0; i < candidates.size(); ++i) {
                if ((set >> i & 1U) == 0)
                    continue;
                others.insert(candidates[i].id);
                otherCost += lost(candidates[i], snapshot.now);
            }
            QVERIFY(otherCost >= cost || !startsWithout(snapshot, job, others));
        }
    });
}

// Others come meanwhile, urgent ones too, and the victims go one after the other.
void PreemptionTest::startsOnceTheVictimsAreGone()
{
    forEachPreemptor([](const Snapshot &snapshot, const QueuedJob &job, const Plan &first) {
        Snapshot now = applied(snapshot, first);
        bool started = false;
        for (const model::JobId &victim : victimsOf(first, job.id)) {
            QVERIFY(!started);
            QueuedJob urgent = randomJob(unsigned(now.queue.size()) + unsigned(now.running.size()));
            urgent.id = model::JobId(QUuid(7, ushort(now.queue.size()), 0, 0, 0, 0, 0, 0, 0, 0, 0));
            urgent.priority = 1000;
            now.queue.append(urgent);
            now = gone(now, victim);
            const Plan plan = scheduling::plan(now);
            started = starts(plan, job.id);
            now = applied(now, plan);
        }
        QVERIFY(started);
    });
}

// What was kept is not remembered, only who leaves for whom.
void PreemptionTest::keepsWhatIsFreedThroughARestart()
{
    forEachPreemptor([](const Snapshot &snapshot, const QueuedJob &job, const Plan &first) {
        Snapshot now = applied(snapshot, first);
        for (const model::JobId &victim : victimsOf(first, job.id)) {
            now = gone(now, victim);
            QueuedJob urgent = randomJob(unsigned(now.running.size()));
            urgent.priority = 1000;
            now.queue.append(urgent);
            now.reservations.clear();
            const Plan plan = scheduling::plan(now);
            if (starts(plan, job.id))
                return;
            now = applied(now, plan);
            now.queue.removeIf([&](const QueuedJob &queued) { return queued.id == urgent.id; });
        }
        QFAIL("the job did not start");
    });
}

void PreemptionTest::evictsNobodyTwice()
{
    for (unsigned seed = 0; seed < kClusters; ++seed) {
        const Snapshot snapshot = randomCluster(seed);
        const Plan first = scheduling::plan(snapshot);
        const Plan second = scheduling::plan(applied(snapshot, first));
        QVERIFY(second.evict.isEmpty());
        QCOMPARE(second.reservations, first.reservations);
    }
}

void PreemptionTest::givesUpWhenTheJobIsKilled()
{
    forEachPreemptor([](const Snapshot &snapshot, const QueuedJob &job, const Plan &first) {
        Snapshot now = applied(snapshot, first);
        now.queue.clear();
        for (const model::JobId &victim : victimsOf(first, job.id))
            now = gone(now, victim);
        // As if it had never been there.
        Snapshot plain = now;
        plain.reservations.clear();
        for (QueuedJob &victim : plain.queue)
            victim.madeRoomFor.reset();
        QVERIFY(scheduling::plan(now) == scheduling::plan(plain));
    });
}

QTEST_GUILESS_MAIN(PreemptionTest)
#include "tst_preemption.moc"
