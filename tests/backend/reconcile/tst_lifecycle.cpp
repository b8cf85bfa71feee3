// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/reconcile/lifecycle.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using model::JobState;

namespace {

engines::TaskStatus ended(const QString &task, int exitCode, int second)
{
    engines::TaskStatus status;
    status.key = {model::JobId(QUuid::createUuid()), 1, task};
    status.phase = engines::TaskPhase::Exited;
    status.exitCode = exitCode;
    status.finishedAt = QDateTime::fromSecsSinceEpoch(second, Qt::UTC);
    return status;
}

model::Job job(JobState state, int attempt)
{
    model::Job job;
    job.state = state;
    job.attempt = attempt;
    return job;
}

} // namespace

class LifecycleTest final : public QObject
{
    Q_OBJECT

private slots:
    void goesOnWhileADecidingTaskRuns();
    void firstFailureDecides();
    void finishesWhenAllDecidingTasksEndedWell();
    void takesForItsOwnOnlyWhatNobodyAskedFor();
    void refusesStepsOfAnotherAttemptOrState();
    void leavesANodeOnce();
    void goesBackToTheQueueAtMostThreeTimes();
    void evictsOnceAndOnlyPreemptibleJobs();
};

void LifecycleTest::goesOnWhileADecidingTaskRuns()
{
    QVERIFY(!reconcile::outcomeOf({}, {u"main"_s}));
    QVERIFY(!reconcile::outcomeOf({ended(u"worker0"_s, 0, 1)}, {u"worker0"_s, u"worker1"_s}));
}

void LifecycleTest::firstFailureDecides()
{
    const auto outcome = reconcile::outcomeOf(
        {ended(u"worker0"_s, 137, 9), ended(u"worker1"_s, 3, 5)}, {u"worker0"_s, u"worker1"_s});
    QVERIFY(outcome);
    QCOMPARE(outcome->state, JobState::Failed);
    QCOMPARE(outcome->exitCode, 3);
    QCOMPARE(outcome->reason.subject, u"worker1"_s);
}

void LifecycleTest::finishesWhenAllDecidingTasksEndedWell()
{
    const auto outcome =
        reconcile::outcomeOf({ended(u"ps0"_s, 0, 5), ended(u"worker0"_s, 143, 9)}, {u"ps0"_s});
    QVERIFY(outcome);
    QCOMPARE(outcome->state, JobState::Finished);
}

void LifecycleTest::takesForItsOwnOnlyWhatNobodyAskedFor()
{
    const auto at = [](int second) { return QDateTime::fromSecsSinceEpoch(second, Qt::UTC); };
    for (const int code : {0, 3, 143}) {
        const auto end = ended(u"main"_s, code, 5);
        QVERIFY(reconcile::isOwnEnd(end, true, at(6)));
        QVERIFY(!reconcile::isOwnEnd(end, true, at(5)));
        QVERIFY(!reconcile::isOwnEnd(end, true, at(4)));
        QVERIFY(reconcile::isOwnEnd(end, false, at(4))); // seen before anybody asked
    }
    engines::TaskStatus running;
    running.phase = engines::TaskPhase::Running;
    QVERIFY(!reconcile::isOwnEnd(running, false, at(6)));
    auto silent = ended(u"main"_s, 0, 5);
    silent.finishedAt.reset();
    QVERIFY(!reconcile::isOwnEnd(silent, true, at(6)));
}

void LifecycleTest::refusesStepsOfAnotherAttemptOrState()
{
    const auto now = QDateTime::currentDateTimeUtc();
    QVERIFY(reconcile::placed({}, now)(job(JobState::Queued, 0)));
    QVERIFY(!reconcile::placed({}, now)(job(JobState::Killing, 0)));
    QVERIFY(reconcile::started(1, now)(job(JobState::Scheduling, 1)));
    QVERIFY(!reconcile::started(1, now)(job(JobState::Scheduling, 2)));
    QVERIFY(!reconcile::started(1, now)(job(JobState::Pausing, 1)));
    QVERIFY(!reconcile::ended(1, {})(job(JobState::Killing, 1)));
    QVERIFY(!reconcile::paused(1, now)(job(JobState::Killing, 1)));
    const auto killed = reconcile::killed(1, now)(job(JobState::Killing, 1));
    QVERIFY(killed);
    QCOMPARE(killed->job.finishedAt, now);
}

void LifecycleTest::leavesANodeOnce()
{
    const QDateTime now = QDateTime::fromSecsSinceEpoch(9, Qt::UTC);
    model::Reason reason;
    reason.code = model::ReasonCode::NodeDrained;
    QVERIFY(!reconcile::left(1, now)(job(JobState::Running, 1)));
    const auto leaving = reconcile::withdrawn(1, reason, now)(job(JobState::Running, 1));
    QCOMPARE(leaving->job.state, JobState::Running);
    QCOMPARE(leaving->entry.cause, model::TimelineCause::Withdrawn);
    QVERIFY(!reconcile::withdrawn(1, reason, now)(leaving->job));
    QVERIFY(!reconcile::withdrawn(2, reason, now)(job(JobState::Running, 1)));
    QVERIFY(!reconcile::withdrawn(1, reason, now)(job(JobState::Pausing, 1)));
    const auto gone = reconcile::left(1, now)(leaving->job);
    QCOMPARE(gone->job.state, JobState::Queued);
    QCOMPARE(gone->entry.cause, model::TimelineCause::Requeued);
    QCOMPARE(gone->job.nodeLosses, 0); // a drain is no loss
    QVERIFY(!gone->job.stranded && !gone->job.withdrawn);
}

void LifecycleTest::goesBackToTheQueueAtMostThreeTimes()
{
    const QDateTime now = QDateTime::fromSecsSinceEpoch(9, Qt::UTC);
    model::Reason reason;
    reason.code = model::ReasonCode::NodeLost;
    reason.subject = u"n1"_s;
    model::Job lost = job(JobState::Running, 1);
    for (int losses = 1; losses <= 4; ++losses) {
        lost.state = JobState::Running;
        lost = reconcile::left(1, now)(reconcile::withdrawn(1, reason, now)(lost)->job)->job;
        QCOMPARE(lost.nodeLosses, losses);
        QCOMPARE(lost.state, losses <= 3 ? JobState::Queued : JobState::Failed);
        QCOMPARE(lost.stranded, losses <= 3);
        QCOMPARE(lost.reason->subject, u"n1"_s);
    }
    QCOMPARE(lost.finishedAt, now);
}

void LifecycleTest::evictsOnceAndOnlyPreemptibleJobs()
{
    const auto now = QDateTime::currentDateTimeUtc();
    const model::JobId other(QUuid::createUuid());
    model::Job firm = job(JobState::Running, 1);
    QVERIFY(!reconcile::evicted(other, now)(firm));
    model::Job victim = firm;
    victim.preemptible = true;
    QVERIFY(!reconcile::left(1, now)(victim));
    const auto evicted = reconcile::evicted(other, now)(victim);
    QVERIFY(evicted);
    QCOMPARE(evicted->job.state, JobState::Running);
    QCOMPARE(evicted->job.madeRoomFor, other);
    QVERIFY(!reconcile::evicted(other, now)(evicted->job));

    const auto requeued = reconcile::left(1, now)(evicted->job);
    QVERIFY(requeued);
    QCOMPARE(requeued->job.state, JobState::Queued);
    QVERIFY(requeued->job.madeRoomFor);
    QVERIFY(!reconcile::placed({}, now)(requeued->job)->job.madeRoomFor);
}

QTEST_APPLESS_MAIN(LifecycleTest)
#include "tst_lifecycle.moc"
