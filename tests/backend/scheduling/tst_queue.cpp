// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/scheduling/queue.h"
#include "randomcluster.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace scheduling;

namespace {

constexpr unsigned kClusters = 1500;

const QueuedJob *find(const QList<QueuedJob> &queue, const model::JobId &id)
{
    const auto it = std::find_if(queue.cbegin(), queue.cend(),
                                 [&](const QueuedJob &job) { return job.id == id; });
    return it == queue.cend() ? nullptr : &*it;
}

std::vector<Queue::Standing> allStandings(const Queue &queue, int atATime)
{
    std::vector<Queue::Standing> all;
    for (const int pool : queue.pools()) {
        Queue::Cursor cursor;
        std::vector<Queue::Standing> some;
        do {
            some = queue.standings(pool, cursor, atATime);
            all.insert(all.end(), some.begin(), some.end());
        } while (int(some.size()) == atATime);
    }
    return all;
}

QList<model::JobId> jobsOf(const QList<Reservation> &reservations)
{
    QList<model::JobId> jobs;
    for (const Reservation &reservation : reservations)
        jobs.append(reservation.job);
    return jobs;
}

} // namespace

class QueueTest final : public QObject
{
    Q_OBJECT

private slots:
    void standsInTheOrderOfThePlan();
    void goesOnWhereItStopped();
    void forgetsWhatLeaves();
    void decidesByTheFirstOfEachKind();
    void givesEachJobBackAsItWasPut();
};

void QueueTest::standsInTheOrderOfThePlan()
{
    for (unsigned seed = 0; seed < 200; ++seed) {
        const Snapshot snapshot = randomCluster(seed);
        const Queue queue = queueOf(snapshot);
        QHash<std::pair<model::VcName, model::DeviceType>, int> positions;
        QHash<model::JobId, int> expected;
        for (const qsizetype i : order(snapshot.queue)) {
            const QueuedJob &job = snapshot.queue[i];
            expected[job.id] = ++positions[{job.vc, job.deviceType.value_or(model::DeviceType())}];
        }
        const auto standings = allStandings(queue, int(snapshot.queue.size()) + 1);
        QCOMPARE(qsizetype(standings.size()), snapshot.queue.size());
        for (const auto &standing : standings) {
            QCOMPARE(standing.position, expected.value(standing.job));
            Queue without = queue;
            without.remove(standing.job);
            QCOMPARE(without.positionOf(*find(snapshot.queue, standing.job)), standing.position);
        }
    }
}

void QueueTest::goesOnWhereItStopped()
{
    const Snapshot snapshot = randomCluster(7, 40);
    const Queue queue = queueOf(snapshot);
    const auto all = allStandings(queue, int(snapshot.queue.size()) + 1);
    const auto parts = allStandings(queue, 3);
    QCOMPARE(parts.size(), all.size());
    for (size_t i = 0; i < all.size(); ++i) {
        QCOMPARE(parts[i].job, all[i].job);
        QCOMPARE(parts[i].position, all[i].position);
    }
}

void QueueTest::forgetsWhatLeaves()
{
    const Snapshot snapshot = randomCluster(3, 40);
    Queue queue = queueOf(snapshot);
    for (const QueuedJob &job : snapshot.queue)
        queue.put(job); // again
    QCOMPARE(queue.size(), snapshot.queue.size());
    for (const QueuedJob &job : snapshot.queue)
        queue.remove(job.id);
    QCOMPARE(queue.size(), 0);
    QVERIFY(queue.first({}).isEmpty());
}

// What makes it sound: a plan of the first ones, as deep as it must look, starts and evicts the same
// and keeps devices for the same; and those behind wait for the same as the last one it saw. Once in
// a thousand clusters or so a plan ends before it has started all that it could, one of the two
// earlier than the other: the next plan starts the rest.
void QueueTest::decidesByTheFirstOfEachKind()
{
    int deepened = 0;
    int unfinished = 0;
    qsizetype seen = 0;
    qsizetype there = 0;
    for (unsigned seed = 0; seed < kClusters; ++seed) {
        const Snapshot snapshot = manifold(randomCluster(seed, 4 + int(seed % 30)));
        const Queue queue = queueOf(snapshot);
        Scope scope;
        scope.least = 1 + int(seed % 10);
        Snapshot few = reduced(snapshot, queue, scope);
        const Plan all = plan(snapshot);
        Plan first = plan(few);
        while (queue.deepen(scope, first)) {
            few = reduced(snapshot, queue, scope);
            first = plan(few);
            ++deepened;
        }
        seen += few.queue.size();
        there += snapshot.queue.size();
        if (first.start.size() != all.start.size() && ++unfinished)
            continue;
        QCOMPARE(first.start, all.start);
        QCOMPARE(first.evict, all.evict);
        QCOMPARE(jobsOf(first.reservations), jobsOf(all.reservations));
        const auto reasons = queue.reasons(scope, first);
        for (const Waiting &waiting : all.waiting) {
            const WaitReasons &ofPool = reasons.at(queue.poolOf(waiting.job));
            if (!find(few.queue, waiting.job))
                QCOMPARE(waiting.reason, ofPool.of(waiting.job, queue.kindOf(waiting.job)));
        }
        for (const Waiting &waiting : first.waiting) {
            const WaitReasons &ofPool = reasons.at(queue.poolOf(waiting.job));
            QCOMPARE(waiting.reason, ofPool.of(waiting.job, queue.kindOf(waiting.job)));
        }
    }
    QVERIFY(deepened > int(kClusters) / 10);
    QVERIFY(seen < there);
    QVERIFY(unfinished <= int(kClusters) / 1000);
}

void QueueTest::givesEachJobBackAsItWasPut()
{
    for (unsigned seed = 0; seed < 200; ++seed) {
        const Snapshot snapshot = randomCluster(seed);
        const Queue queue = queueOf(snapshot);
        for (const QueuedJob &job : snapshot.queue) {
            const QueuedJob same = queue.job(job.id);
            QCOMPARE(same.id, job.id);
            QCOMPARE(same.vc, job.vc);
            QCOMPARE(same.owner, job.owner);
            QCOMPARE(same.deviceType, job.deviceType);
            QCOMPARE(same.kind, job.kind);
            QCOMPARE(same.tasks, job.tasks);
            QCOMPARE(same.devices, job.devices);
            QCOMPARE(same.preemptible, job.preemptible);
            QCOMPARE(same.priority, job.priority);
            QCOMPARE(same.submittedAt, job.submittedAt);
            QCOMPARE(same.stranded, job.stranded);
            QCOMPARE(same.madeRoomFor, job.madeRoomFor);
        }
    }
}

QTEST_APPLESS_MAIN(QueueTest)
#include "tst_queue.moc"
