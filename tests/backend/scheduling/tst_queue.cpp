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
constexpr unsigned kArrivals = 500;
constexpr int kCopies = 11;

const QueuedJob *find(const QList<QueuedJob> &queue, const model::JobId &id)
{
    const auto it = std::find_if(queue.cbegin(), queue.cend(),
                                 [&](const QueuedJob &job) { return job.id == id; });
    return it == queue.cend() ? nullptr : &*it;
}

Queue queueOf(const Snapshot &snapshot)
{
    Queue queue;
    for (const QueuedJob &job : snapshot.queue)
        queue.put(job);
    return queue;
}

// The same with several of each job: later ones, and of another priority.
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

// The snapshot with the first of each kind only.
Snapshot reduced(Snapshot snapshot, const Queue &queue, const Queue::Depth &depth)
{
    const auto first = queue.first(depth);
    QSet<model::JobId> kept = namedIn(snapshot.reservations, snapshot.running);
    kept.unite({first.begin(), first.end()});
    snapshot.queue.removeIf([&](const QueuedJob &job) { return !kept.contains(job.id); });
    return snapshot;
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
    void decidesOnArrivalsByThoseTheyStandAmong();
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
        Queue::Cursor cursor;
        const auto standings = queue.standings(cursor, int(snapshot.queue.size()) + 1);
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
    Queue::Cursor whole;
    const auto all = queue.standings(whole, int(snapshot.queue.size()) + 1);
    std::vector<Queue::Standing> parts;
    Queue::Cursor cursor;
    do {
        for (const auto &standing : queue.standings(cursor, 3))
            parts.push_back(standing);
    } while (cursor.pool != 0 || cursor.position != 0);
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
    QVERIFY(queue.first({1}).isEmpty());
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
        Queue::Depth depth{1 + int(seed % 10)};
        Snapshot few = reduced(snapshot, queue, depth);
        const Plan all = plan(snapshot);
        Plan first = plan(few);
        while (queue.deepen(depth, first)) {
            few = reduced(snapshot, queue, depth);
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
        const auto reasons = queue.reasons(first);
        for (const Waiting &waiting : all.waiting) {
            if (!find(few.queue, waiting.job))
                QCOMPARE(waiting.reason, reasons.value(queue.kindOf(waiting.job)));
        }
    }
    QVERIFY(deepened > int(kClusters) / 10);
    QVERIFY(seen < there);
    QVERIFY(unfinished <= int(kClusters) / 1000);
}

// Where all has been started that could be, a job that comes starts and evicts the same whether all
// who wait are looked at or only those it stands among; and nobody else does, as long as what was
// kept is kept.
void QueueTest::decidesOnArrivalsByThoseTheyStandAmong()
{
    int started = 0;
    int undone = 0;
    for (unsigned seed = 0; seed < kArrivals; ++seed) {
        Snapshot snapshot = manifold(randomCluster(seed, 4 + int(seed % 20)));
        Plan latest = plan(snapshot);
        for (int i = 0; i < 5 && !(latest.start.isEmpty() && latest.evict.isEmpty()); ++i) {
            snapshot = applied(snapshot, latest);
            latest = plan(snapshot);
        }
        snapshot = applied(snapshot, latest);
        QueuedJob job = randomJob(seed);
        job.id = model::JobId(QUuid::createUuidV5(QUuid(), QString::number(seed)));
        snapshot.queue.append(job);
        const Queue queue = queueOf(snapshot);
        const auto named = namedIn(snapshot.reservations, snapshot.running);
        Snapshot few = snapshot;
        Queue::Depth depth;
        Plan first;
        do {
            auto seen = named;
            const auto beside = queue.firstBeside({job.id}, depth);
            seen.unite({beside.begin(), beside.end()});
            few.queue = snapshot.queue;
            few.queue.removeIf([&](const QueuedJob &each) { return !seen.contains(each.id); });
            first = plan(few);
        } while (queue.deepen(depth, first));
        const Plan all = plan(snapshot);
        if (isUndone(snapshot.reservations, first.reservations)) {
            ++undone;
            QVERIFY(isUndone(snapshot.reservations, all.reservations));
            continue;
        }
        started += int(first.start.size());
        QCOMPARE(first.start, all.start);
        QCOMPARE(first.evict, all.evict);
    }
    QVERIFY(started > 20);
    QVERIFY(undone < int(kArrivals) / 4);
}

QTEST_APPLESS_MAIN(QueueTest)
#include "tst_queue.moc"
