// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/reconcile/lifecycle.h"
#include "platform.h"

#include <QCoreApplication>
#include <QDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using model::JobState;
using model::ReasonCode;

namespace {

// The data directory as a crash of this moment would leave it.
void copyFiles(const QString &from, const QString &to)
{
    for (const QFileInfo &file : QDir(from).entryInfoList(QDir::Files | QDir::Hidden))
        QFile::copy(file.filePath(), to % u'/' % file.fileName());
}

} // namespace

// A preemptible job on all devices, and one that is not and needs them.
class EvictionTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void makesRoomAndComesBack();
    void evictsWhatIsStillBeingStarted();
    void comesBackWhenTheOtherIsKilled();
    void leavesAPersonsPauseAlone();
    void losesNothingInACrash();
    void runsNothingAgainThatEndedBeforeItWasAskedTo();
    void takesAnEarlierEndForTheJobsOwn_data();
    void takesAnEarlierEndForTheJobsOwn();
    void runsAgainWhatEndsWellBecauseItWasAskedTo();
    void leavesTheOutcomeToALauncherThatHasEnded();

private:
    void finish(const model::JobId &id);
    engines::TaskKey keyOf(const model::JobId &id, const QString &task = u"main"_s)
    {
        return {id, 1, task};
    }

    std::unique_ptr<support::MemoryWorld> m_world;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Platform> m_platform;
};

void EvictionTest::init()
{
    m_platform.reset();
    m_world = std::make_unique<support::MemoryWorld>();
    m_world->nodes = {aNode(u"node1"_s, 8)};
    m_directory = std::make_unique<QTemporaryDir>();
    m_platform = std::make_unique<Platform>(*m_world, m_directory->path());
}

void EvictionTest::finish(const model::JobId &id)
{
    for (const auto &key : m_world->containers.keys()) {
        if (key.job == id)
            m_world->finish(key, 0);
    }
}

void EvictionTest::makesRoomAndComesBack()
{
    const auto victim = m_platform->submitPreemptible(8);
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(victim), JobState::Running, kPatience);
    const QDateTime submittedAt = m_platform->job(victim).submittedAt;
    const auto firm = m_platform->submit(u"sleep"_s, 2);
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(firm), JobState::Running, kPatience);
    QCOMPARE(m_platform->state(victim), JobState::Queued);
    QCOMPARE(m_platform->job(victim).submittedAt, submittedAt);

    QStringList life;
    for (const auto &entry : *m_platform->jobs().timeline(victim)) {
        life.append(json::nameOf(entry.cause));
        if (entry.cause == model::TimelineCause::Withdrawn
            || entry.cause == model::TimelineCause::Requeued) {
            QCOMPARE(entry.reason->code, ReasonCode::Preempted);
            QCOMPARE(entry.reason->subject, firm.toString());
        }
    }
    QCOMPARE(life.join(u' '), u"submitted placed started withdrawn requeued"_s);

    finish(firm);
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(victim), JobState::Running, kPatience);
    QCOMPARE(m_platform->job(victim).attempt, 2);
    QVERIFY(!m_platform->job(victim).madeRoomFor);
}

void EvictionTest::evictsWhatIsStillBeingStarted()
{
    m_world->holdStarts = true;
    const auto victim = m_platform->submitPreemptible(8);
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(victim), JobState::Scheduling, kPatience);
    const auto firm = m_platform->submit(u"sleep"_s, 8);
    QTRY_VERIFY_WITH_TIMEOUT(m_platform->job(victim).madeRoomFor, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_platform->job(firm).reason, kPatience);
    QCOMPARE(m_platform->job(firm).reason->code, ReasonCode::FreedByPreemption);
    m_world->holdStarts = false;
    m_world->releaseStarts();
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(firm), JobState::Running, kPatience);
    QCOMPARE(m_platform->state(victim), JobState::Queued);
}

void EvictionTest::comesBackWhenTheOtherIsKilled()
{
    m_world->holdStarts = true;
    const auto victim = m_platform->submitPreemptible(8);
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(victim), JobState::Scheduling, kPatience);
    const auto firm = m_platform->submit(u"sleep"_s, 8);
    QTRY_VERIFY_WITH_TIMEOUT(m_platform->job(victim).madeRoomFor, kPatience);
    m_platform->ask(firm, JobState::Killed);
    m_world->holdStarts = false;
    m_world->releaseStarts();
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->job(victim).attempt, 2, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(victim), JobState::Running, kPatience);
}

void EvictionTest::leavesAPersonsPauseAlone()
{
    m_world->holdStarts = true;
    const auto victim = m_platform->submitPreemptible(8);
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(victim), JobState::Scheduling, kPatience);
    const auto firm = m_platform->submit(u"sleep"_s, 8);
    QTRY_VERIFY_WITH_TIMEOUT(m_platform->job(victim).madeRoomFor, kPatience);
    m_platform->ask(victim, JobState::Pausing);
    m_world->holdStarts = false;
    m_world->releaseStarts();
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(firm), JobState::Running, kPatience);
    QCOMPARE(m_platform->state(victim), JobState::Paused);
}

// Everything in memory is dropped at a later turn of the event loop each time.
void EvictionTest::losesNothingInACrash()
{
    constexpr int kTurns = 50;
    for (int turn = 0; turn < kTurns; ++turn) {
        init();
        const auto victim = m_platform->submitPreemptible(8);
        QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(victim), JobState::Running, kPatience);
        const auto firm = m_platform->submit(u"sleep"_s, 8);
        for (int i = 0; i < turn; ++i)
            QCoreApplication::processEvents();
        QTemporaryDir copy;
        copyFiles(m_directory->path(), copy.path());
        m_platform.reset();
        m_platform = std::make_unique<Platform>(*m_world, copy.path());

        QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(firm), JobState::Running, kPatience);
        QCOMPARE(m_platform->state(victim), JobState::Queued);
        finish(firm);
        QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(victim), JobState::Running, kPatience);
        QCOMPARE(m_platform->job(victim).attempt, 2);
        for (const int runs : std::as_const(m_world->runs))
            QCOMPARE(runs, 1);
        m_platform.reset();
    }
}

// Its command ends at a later turn of the event loop each time, while room is being made.
void EvictionTest::runsNothingAgainThatEndedBeforeItWasAskedTo()
{
    constexpr int kTurns = 20;
    int own = 0;
    for (int turn = 0; turn < kTurns; ++turn) {
        init();
        const auto victim = m_platform->submitPreemptible(8);
        QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(victim), JobState::Running, kPatience);
        const auto firm = m_platform->submit(u"sleep"_s, 8);
        for (int i = 0; i < turn; ++i)
            QCoreApplication::processEvents();
        const bool isOwn = !m_world->asked.contains(keyOf(victim));
        own += int(isOwn);
        if (isOwn)
            m_world->finish(keyOf(victim), 0);

        QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(firm), JobState::Running, kPatience);
        QCOMPARE(m_platform->state(victim), isOwn ? JobState::Finished : JobState::Queued);
        QCOMPARE(m_platform->job(victim).attempt, 1);
    }
    QVERIFY(own > 1 && own < kTurns);
}

void EvictionTest::takesAnEarlierEndForTheJobsOwn_data()
{
    QTest::addColumn<bool>("dies");
    QTest::newRow("berthd lives") << false;
    QTest::newRow("berthd dies meanwhile") << true;
}

// The news of it come only after the job was withdrawn.
void EvictionTest::takesAnEarlierEndForTheJobsOwn()
{
    QFETCH(const bool, dies);
    const auto victim = m_platform->submitPreemptible(8);
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(victim), JobState::Running, kPatience);
    m_world->newsBeforeLists = true;
    m_world->finish(keyOf(victim), 3);
    const QDateTime endedAt = *m_world->containers[keyOf(victim)].status.finishedAt;
    QTRY_VERIFY(QDateTime::currentDateTimeUtc() > endedAt);
    const auto firm = m_platform->submit(u"sleep"_s, 8);
    if (dies) {
        for (int turn = 0; turn < 1000 && !m_platform->job(victim).withdrawn; ++turn)
            QCoreApplication::processEvents();
        QVERIFY(m_platform->job(victim).withdrawn);
        m_platform.reset();
        m_platform = std::make_unique<Platform>(*m_world, m_directory->path());
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(firm), JobState::Running, kPatience);
    const model::Job job = m_platform->job(victim);
    QCOMPARE(job.state, JobState::Failed);
    QCOMPARE(job.exitCode, 3);
    QCOMPARE(job.finishedAt, endedAt);
    QVERIFY(!job.withdrawn && !job.madeRoomFor);
    QCOMPARE(m_platform->jobs().timeline(victim)->at(3).cause, model::TimelineCause::Withdrawn);
}

// It saved its state, to go on from there.
void EvictionTest::runsAgainWhatEndsWellBecauseItWasAskedTo()
{
    m_world->askedEnds = 0;
    const auto victim = m_platform->submitPreemptible(8);
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(victim), JobState::Running, kPatience);
    const auto firm = m_platform->submit(u"sleep"_s, 8);
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(firm), JobState::Running, kPatience);
    QCOMPARE(m_platform->state(victim), JobState::Queued);
    finish(firm);
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(victim), JobState::Running, kPatience);
    QCOMPARE(m_platform->job(victim).attempt, 2);
}

// Its workers are being ended when the job has to leave.
void EvictionTest::leavesTheOutcomeToALauncherThatHasEnded()
{
    constexpr int kTurns = 8;
    for (int turn = 0; turn < kTurns; ++turn) {
        init();
        const auto gang = m_platform->submitGang(u"sleep"_s, 1, 8);
        QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(gang), JobState::Running, kPatience);
        m_world->finish(keyOf(gang, u"ps0"_s), 0);
        for (int i = 0; i < turn; ++i)
            QCoreApplication::processEvents();
        model::Reason reason;
        reason.code = ReasonCode::Preempted;
        m_platform->jobs().change(gang,
                                  reconcile::withdrawn(1, reason, QDateTime::currentDateTimeUtc()));
        QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(gang), JobState::Finished, kPatience);
        for (const int runs : std::as_const(m_world->runs))
            QCOMPARE(runs, 1);
    }
}

QTEST_GUILESS_MAIN(EvictionTest)
#include "tst_eviction.moc"
