// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform.h"

#include <QAbstractEventDispatcher>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using model::JobState;
using model::ReasonCode;

class ReconcilerTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void runsAJobToItsEnd();
    void tellsExitCodeAndMemory();
    void keepsTheLogAndClearsAway();
    void waitsForDevices();
    void pausesAndStartsAnew();
    void killsWhileItIsBeingStarted();
    void killsWhileTheImageIsPulled();
    void killsWithoutDelayWhenNewsCrossTheList();
    void killsWhatWaits();
    void saysWhyTheEngineRefused_data();
    void saysWhyTheEngineRefused();
    void triesAStartWithoutAnswerAgainButRunsItOnce();
    void startsNothingWhileTheEngineIsAway();
    void noticesALostContainer();
    void removesContainersThatNoJobKnows();
    void goesOnSoonAfterACommitFailed();
    void keepsTheLogOfAContainerThatGoesWhileItIsRead();

private:
    model::JobId running();

    std::unique_ptr<support::MemoryWorld> m_world;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Platform> m_platform;
};

void ReconcilerTest::init()
{
    m_platform.reset();
    m_world = std::make_unique<support::MemoryWorld>();
    m_world->nodes = {aNode(u"node1"_s, 8)};
    m_directory = std::make_unique<QTemporaryDir>();
    m_platform = std::make_unique<Platform>(*m_world, m_directory->path());
}

model::JobId ReconcilerTest::running()
{
    const auto id = m_platform->submit();
    [&] { QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(id), JobState::Running, kPatience); }();
    return id;
}

void ReconcilerTest::runsAJobToItsEnd()
{
    const auto id = running();
    const auto job = m_platform->job(id);
    QCOMPARE(job.attempt, 1);
    QCOMPARE(job.placement.size(), 1);
    QCOMPARE(job.placement.first().devices, QList<int>{0});
    QVERIFY(job.startedAt);

    m_world->finish(m_world->onlyKey(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(id), JobState::Finished, kPatience);
    QStringList life;
    for (const auto &entry : *m_platform->jobs().timeline(id))
        life.append(json::nameOf(entry.state));
    QCOMPARE(life.join(u' '), u"queued scheduling running finished"_s);
}

void ReconcilerTest::tellsExitCodeAndMemory()
{
    const auto failed = running();
    m_world->finish(m_world->onlyKey(), 3);
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(failed), JobState::Failed, kPatience);
    QCOMPARE(m_platform->job(failed).exitCode, 3);
    QCOMPARE(m_platform->job(failed).reason->code, ReasonCode::ExitCode);
    QTRY_VERIFY_WITH_TIMEOUT(m_world->containers.isEmpty(), kPatience);

    const auto hungry = running();
    m_world->finish(m_world->onlyKey(), 137, true);
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(hungry), JobState::Failed, kPatience);
    QCOMPARE(m_platform->job(hungry).reason->code, ReasonCode::OutOfMemory);
}

void ReconcilerTest::keepsTheLogAndClearsAway()
{
    const auto id = running();
    m_world->finish(m_world->onlyKey(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(m_world->containers.isEmpty(), kPatience);
    const auto lines = m_platform->logs().read(id, 1, 10);
    QVERIFY(lines);
    QCOMPARE(lines->size(), 1);
    QCOMPARE(lines->first().text, u"started"_s);
}

void ReconcilerTest::waitsForDevices()
{
    const auto first = m_platform->submit(u"true"_s, 6);
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(first), JobState::Running, kPatience);
    const auto second = m_platform->submit(u"true"_s, 4);
    QTRY_VERIFY_WITH_TIMEOUT(m_platform->job(second).reason, kPatience);
    QCOMPARE(m_platform->state(second), JobState::Queued);
    QCOMPARE(m_platform->job(second).reason->asked, 4);
    QCOMPARE(m_platform->job(second).position, 1);

    m_world->finish(m_world->onlyKey(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(second), JobState::Running, kPatience);
}

void ReconcilerTest::pausesAndStartsAnew()
{
    const auto id = running();
    m_platform->ask(id, JobState::Pausing);
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(id), JobState::Paused, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_world->containers.isEmpty(), kPatience);
    QVERIFY(!m_platform->job(id).finishedAt);

    m_platform->ask(id, JobState::Queued);
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(id), JobState::Running, kPatience);
    QCOMPARE(m_platform->job(id).attempt, 2);
    QCOMPARE(m_platform->logs().attempts(id), QList<int>{1});
}

void ReconcilerTest::killsWhileItIsBeingStarted()
{
    m_world->holdStarts = true;
    const auto id = m_platform->submit();
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(id), JobState::Scheduling, kPatience);
    m_platform->ask(id, JobState::Killing);
    m_world->releaseStarts();
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(id), JobState::Killed, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_world->containers.isEmpty(), kPatience);
    QVERIFY(m_platform->job(id).finishedAt);
}

void ReconcilerTest::killsWhileTheImageIsPulled()
{
    m_world->pullsLong = true;
    const auto id = m_platform->submit();
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(id), JobState::Scheduling, kPatience);
    m_platform->ask(id, JobState::Killing);
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(id), JobState::Killed, kPatience);
    QVERIFY(m_world->runs.isEmpty());
}

// The news that the container ended may come between the question for the list and its answer.
void ReconcilerTest::killsWithoutDelayWhenNewsCrossTheList()
{
    const auto id = running();
    m_world->newsBeforeLists = true;
    m_platform->ask(id, JobState::Killing);
    constexpr int kBeforeTheResync = 15000;
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(id), JobState::Killed, kBeforeTheResync);
}

void ReconcilerTest::killsWhatWaits()
{
    m_world->nodes.clear();
    m_platform.reset();
    m_platform = std::make_unique<Platform>(*m_world, m_directory->path());
    const auto id = m_platform->submit();
    QTRY_VERIFY_WITH_TIMEOUT(m_platform->job(id).reason, kPatience);
    m_platform->ask(id, JobState::Killing);
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(id), JobState::Killed, kPatience);
}

void ReconcilerTest::saysWhyTheEngineRefused_data()
{
    using engines::StartFailure;
    QTest::addColumn<int>("failure");
    QTest::addColumn<int>("code");
    QTest::newRow("image") << int(StartFailure::ImageNotFound) << int(ReasonCode::ImageNotFound);
    QTest::newRow("registry") << int(StartFailure::RegistryRefused)
                              << int(ReasonCode::RegistryRefused);
    QTest::newRow("other") << int(StartFailure::Refused) << int(ReasonCode::EngineRefused);
}

void ReconcilerTest::saysWhyTheEngineRefused()
{
    QFETCH(const int, failure);
    m_world->refuse = engines::StartOutcome{engines::StartFailure(failure), u"its own words"_s, {}};
    const auto id = m_platform->submit();
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(id), JobState::Error, kPatience);
    QCOMPARE(m_platform->job(id).reason->detail, u"its own words"_s);
    QTEST(int(m_platform->job(id).reason->code), "code");
}

void ReconcilerTest::triesAStartWithoutAnswerAgainButRunsItOnce()
{
    m_world->failStarts = 1;
    m_world->startsAnyway = true;
    const auto id = running();
    QCOMPARE(m_platform->job(id).attempt, 1);
    QCOMPARE(m_world->runs.value(m_world->onlyKey()), 1);
    m_world->finish(m_world->onlyKey(), 0);
    QTRY_VERIFY_WITH_TIMEOUT(m_world->containers.isEmpty(), kPatience);

    m_world->failStarts = 1;
    m_world->startsAnyway = false;
    const auto later = m_platform->submit();
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(later), JobState::Scheduling, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_platform->job(later).reason, kPatience);
    QCOMPARE(m_platform->job(later).reason->code, ReasonCode::EngineRetry);
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(later), JobState::Running, kPatience);
    QCOMPARE(m_world->runs.value(m_world->onlyKey()), 1);
}

void ReconcilerTest::startsNothingWhileTheEngineIsAway()
{
    const auto id = running();
    m_world->setReachable(false);
    const auto waiting = m_platform->submit();
    m_platform->ask(id, JobState::Killing);
    QTest::qWait(50);
    QCOMPARE(m_platform->state(id), JobState::Killing);
    QVERIFY(!isTerminal(m_platform->state(waiting)));

    m_world->setReachable(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(id), JobState::Killed, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(waiting), JobState::Running, kPatience);
}

void ReconcilerTest::noticesALostContainer()
{
    const auto id = running();
    m_world->containers.clear();
    m_world->setReachable(true); // the engine says that something changed
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(id), JobState::Failed, kPatience);
    QCOMPARE(m_platform->job(id).reason->code, ReasonCode::TaskLost);
}

void ReconcilerTest::removesContainersThatNoJobKnows()
{
    engines::TaskKey key{model::JobId(QUuid::createUuid()), 1, u"main"_s};
    m_world->containers[key].status = {key,   engines::TaskPhase::Running,     0,
                                       false, QDateTime::currentDateTimeUtc(), {}};
    m_world->setReachable(true);
    QTRY_VERIFY_WITH_TIMEOUT(m_world->containers.isEmpty(), kPatience);
}

void ReconcilerTest::goesOnSoonAfterACommitFailed()
{
    running();
    while (QCoreApplication::eventDispatcher()->processEvents(QEventLoop::AllEvents)) { }
    const auto id = m_platform->submit();
    m_platform->failCommits(5);
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(id), JobState::Running, 10000);
    QCOMPARE(m_platform->job(id).attempt, 1);
}

// berthd dies when the log is kept and the removal is asked for: after the restart the engine lists
// the container still, and has removed it when its log is asked for.
void ReconcilerTest::keepsTheLogOfAContainerThatGoesWhileItIsRead()
{
    const auto id = running();
    const auto key = m_world->onlyKey();
    m_world->finish(key, 0);
    const auto container = m_world->containers.value(key);
    QTRY_VERIFY(m_world->containers.isEmpty());
    QCOMPARE(m_platform->logs().read(id, 1, 10)->size(), 1);

    m_platform.reset();
    m_world->containers.insert(key, {container.spec, container.status, {}});
    m_platform = std::make_unique<Platform>(*m_world, m_directory->path());
    QTRY_VERIFY(m_world->containers.isEmpty());
    QCOMPARE(m_platform->logs().read(id, 1, 10)->size(), 1);
}

QTEST_GUILESS_MAIN(ReconcilerTest)
#include "tst_reconciler.moc"
