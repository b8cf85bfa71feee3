// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/scheduling/queue.h"
#include "randomcluster.h"

#include <QTest>

#include <algorithm>

using namespace scheduling;

namespace {

constexpr unsigned kArrivals = 500;
constexpr unsigned kEnds = 1000;

// The plan of those in the scope.
Plan planOf(const Snapshot &snapshot, const Queue &queue, Scope scope)
{
    Plan plan;
    do
        plan = scheduling::plan(reduced(snapshot, queue, scope));
    while (queue.deepen(scope, plan));
    return plan;
}

// Whether a job starts whose pool the plan did not look at: the others there are to be asked then.
bool isBeyond(const Plan &plan, const Queue &queue, const Scope &scope)
{
    return std::any_of(plan.start.begin(), plan.start.end(),
                       [&](const Start &start) { return !scope.covers(queue.poolOf(start.job)); });
}

} // namespace

class ScopeTest final : public QObject
{
    Q_OBJECT

private slots:
    void decidesOnArrivalsByThoseTheyStandAmong();
    void decidesOnEndsByThoseWhoMayGain();
};

// Where all has been started that could be, a job that comes starts and evicts the same whether all
// who wait are looked at or only those it stands among; and nobody else does, as long as what was
// kept is kept.
void ScopeTest::decidesOnArrivalsByThoseTheyStandAmong()
{
    int started = 0;
    int undone = 0;
    for (unsigned seed = 0; seed < kArrivals; ++seed) {
        Snapshot snapshot = settled(manifold(randomCluster(seed, 4 + int(seed % 20))));
        QueuedJob job = randomJob(seed);
        job.id = model::JobId(QUuid::createUuidV5(QUuid(), QString::number(seed)));
        snapshot.queue.append(job);
        const Queue queue = queueOf(snapshot);
        const Scope scope{.pools = std::set{queue.poolOf(job.id)}};
        const Plan first = planOf(snapshot, queue, scope);
        const Plan all = plan(snapshot);
        if (isUndone(snapshot.reservations, first) || isBeyond(first, queue, scope)) {
            ++undone;
            QVERIFY(isUndone(snapshot.reservations, all) || isBeyond(all, queue, scope));
            continue;
        }
        started += int(first.start.size());
        QCOMPARE(first.start, all.start);
        QCOMPARE(first.evict, all.evict);
    }
    QVERIFY(started > 20);
    QVERIFY(undone < int(kArrivals) / 4);
}

// The same when a job has given up its devices: by those it stood among, and those of gaining().
void ScopeTest::decidesOnEndsByThoseWhoMayGain()
{
    int ends = 0;
    int started = 0;
    int undone = 0;
    size_t looked = 0;
    size_t there = 0;
    for (unsigned seed = 0; seed < kEnds; ++seed) {
        Snapshot snapshot = settled(manifold(randomCluster(seed, 4 + int(seed % 20))));
        if (snapshot.running.isEmpty())
            continue;
        const RunningJob ended = snapshot.running[qsizetype(seed) % snapshot.running.size()];
        snapshot = gone(snapshot, ended.id);
        Queue queue = queueOf(snapshot);
        Scope scope{.pools = std::set{queue.poolOf(PoolName{ended.vc, ended.deviceType})}};
        if (ended.deviceType)
            scope.pools->merge(queue.gaining(snapshot, {*ended.deviceType}));
        const Plan first = planOf(snapshot, queue, scope);
        const Plan all = plan(snapshot);
        ++ends;
        looked += scope.pools->size();
        there += queue.pools().size();
        if (isUndone(snapshot.reservations, first) || isBeyond(first, queue, scope)) {
            ++undone;
            continue;
        }
        started += int(first.start.size());
        QCOMPARE(first.start, all.start);
        QCOMPARE(first.evict, all.evict);
    }
    qInfo("%d ends: %d starts, %d undone; %zu of %zu pools", ends, started, undone, looked, there);
    QVERIFY(ends > int(kEnds) / 2);
    QVERIFY(started > 50);
    QVERIFY(undone < ends / 3);
    QVERIFY(looked < there / 2);
}

QTEST_APPLESS_MAIN(ScopeTest)
#include "tst_scope.moc"
