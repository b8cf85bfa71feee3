// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/simulated/simulatedengine.h"
#include "backend/engines/simulated/virtualtime.h"
#include "platform.h"
#include "tests/support/await.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using model::JobState;
using model::NodeState;
using model::ReasonCode;
using support::await;

// What becomes of jobs when their nodes are lost, return and are emptied; on a simulated cluster of
// four nodes with four devices, whose time the tests move.
class NodeLifeTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void putsBackWhatRanOnALostNode();
    void clearsAwayWhatAReturnedNodeStillRuns();
    void waitsForANodeThatIsSilentForAShortTime();
    void endsWhatLosesItsNodeTooOften();
    void takesAGangBackAsAWhole();
    void remembersOverARestartThatAJobLeaves();
    void placesNothingWhereSomethingForgottenRuns();
    void killsWhatIsOnALostNode();
    void emptiesANodeByRequeue();
    void leavesJobsOnANodeThatWaits();

private:
    void happen(const QString &words)
    {
        QVERIFY(m_cluster->nodes().happen(*engines::parseIncident(words)));
    }
    void open()
    {
        m_platform = std::make_unique<Platform>(
            std::make_unique<engines::SimulatedEngine>(*m_cluster, u"here"_s), m_directory->path(),
            4 * kNodes, *m_time);
    }
    // Lets time go on until it is so.
    bool comesTrue(const std::function<bool()> &condition, std::chrono::milliseconds step = 100ms)
    {
        return QTest::qWaitFor(
            [&] {
                if (!condition())
                    m_time->advance(step);
                return condition();
            },
            kPatience);
    }
    bool reaches(const model::JobId &id, JobState state, int attempt)
    {
        return comesTrue([&] {
            const model::Job job = m_platform->job(id);
            return job.state == state && job.attempt == attempt;
        });
    }
    NodeState stateOf(const QString &node)
    {
        const auto *found = m_platform->nodes().find(model::NodeName(node));
        return found ? found->state : NodeState::Ready;
    }
    QString nodeOf(const model::JobId &id)
    {
        return m_platform->job(id).placement.first().node.value();
    }
    void lose(const QString &node)
    {
        happen(u"lose "_s + node);
        m_time->advance(30s);
        QTRY_COMPARE(stateOf(node), NodeState::Lost);
    }
    void bringBack(const QString &node)
    {
        happen(u"return "_s + node);
        QTRY_COMPARE(stateOf(node), NodeState::Ready);
    }
    QList<int> attemptsListed()
    {
        QList<int> attempts;
        const auto list = await(m_platform->engine().list());
        for (const auto &task : list ? *list : QList<engines::TaskStatus>())
            attempts.append(task.key.attempt);
        std::sort(attempts.begin(), attempts.end());
        return attempts;
    }
    QStringList causesOf(const model::JobId &id)
    {
        QStringList causes;
        for (const auto &entry : *m_platform->jobs().timeline(id))
            causes.append(json::nameOf(entry.cause));
        return causes;
    }

    std::unique_ptr<engines::VirtualTime> m_time;
    std::unique_ptr<engines::SimulatedCluster> m_cluster;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<Platform> m_platform;
    static constexpr int kNodes = 4;
    const QString m_endless = u"sleep infinity"_s;
};

void NodeLifeTest::init()
{
    engines::Simulation simulation;
    simulation.nodes = {{u"n"_s, kNodes, model::DeviceType(u"nvidia_gpu_amd64"_s), 4}};
    m_time = std::make_unique<engines::VirtualTime>(QDateTime::currentDateTimeUtc(),
                                                    engines::VirtualTime::kByHand);
    m_cluster = std::make_unique<engines::SimulatedCluster>(*m_time, simulation);
    m_directory = std::make_unique<QTemporaryDir>();
    open();
}

void NodeLifeTest::cleanup()
{
    m_platform.reset();
    m_cluster.reset();
}

void NodeLifeTest::putsBackWhatRanOnALostNode()
{
    const auto id = m_platform->submit(m_endless, 4);
    QVERIFY(reaches(id, JobState::Running, 1));
    const QString node = nodeOf(id);
    lose(node);
    QVERIFY(reaches(id, JobState::Running, 2));
    QVERIFY(nodeOf(id) != node);
    const model::Job job = m_platform->job(id);
    QCOMPARE(job.nodeLosses, 1);
    QVERIFY(!job.stranded && !job.withdrawn);
    QCOMPARE(causesOf(id), QStringList({u"submitted"_s, u"placed"_s, u"started"_s, u"withdrawn"_s,
                                        u"requeued"_s, u"placed"_s, u"started"_s}));
    const auto requeued = m_platform->jobs().timeline(id)->at(4);
    QCOMPARE(requeued.reason->code, ReasonCode::NodeLost);
    QCOMPARE(requeued.reason->subject, node);
    QCOMPARE(requeued.reason->asked, 1);
    QCOMPARE(requeued.reason->total, 3);
}

void NodeLifeTest::clearsAwayWhatAReturnedNodeStillRuns()
{
    const auto id = m_platform->submit(u"echo one; sleep infinity"_s, 4);
    QVERIFY(reaches(id, JobState::Running, 1));
    const QString node = nodeOf(id);
    lose(node);
    QVERIFY(reaches(id, JobState::Running, 2));
    QCOMPARE(attemptsListed(), QList({1, 2}));
    bringBack(node);
    QVERIFY(comesTrue([&] { return attemptsListed() == QList{2}; }));
    QCOMPARE(m_platform->job(id).attempt, 2);
    const auto kept = m_platform->logs().read(id, 1, 10);
    QVERIFY(kept && !kept->isEmpty());
    QCOMPARE(kept->first().text, u"one"_s);
}

void NodeLifeTest::waitsForANodeThatIsSilentForAShortTime()
{
    const auto id = m_platform->submit(m_endless, 4);
    QVERIFY(reaches(id, JobState::Running, 1));
    const QString node = nodeOf(id);
    happen(u"lose "_s + node);
    m_time->advance(29s);
    QTRY_COMPARE(stateOf(node), NodeState::Unhealthy);
    bringBack(node);
    QCOMPARE(m_platform->state(id), JobState::Running);
    QCOMPARE(causesOf(id).size(), 3);
}

void NodeLifeTest::endsWhatLosesItsNodeTooOften()
{
    const auto id = m_platform->submit(m_endless, 4);
    for (int attempt = 1; attempt <= 4; ++attempt) {
        QVERIFY(reaches(id, JobState::Running, attempt));
        const QString node = nodeOf(id);
        lose(node);
        QVERIFY(comesTrue([&] { return m_platform->job(id).nodeLosses == attempt; }));
        bringBack(node);
    }
    QVERIFY(reaches(id, JobState::Failed, 4));
    QCOMPARE(m_platform->job(id).reason->code, ReasonCode::NodeLost);
    QVERIFY(m_platform->job(id).finishedAt);
    QVERIFY(comesTrue([&] { return attemptsListed().isEmpty(); }));
}

void NodeLifeTest::takesAGangBackAsAWhole()
{
    const auto id = m_platform->submitGang(m_endless, 2, 4);
    QVERIFY(reaches(id, JobState::Running, 1));
    const auto before = m_platform->job(id).placement;
    const QString node = before.last().node.value();
    lose(node);
    QVERIFY(reaches(id, JobState::Running, 2));
    for (const auto &place : m_platform->job(id).placement)
        QVERIFY(place.node.value() != node);
    // Of the first start only what the lost node has is left.
    QVERIFY(comesTrue([&] { return attemptsListed().count(1) == 1; }));
    QCOMPARE(attemptsListed().count(2), before.size());
}

void NodeLifeTest::remembersOverARestartThatAJobLeaves()
{
    const auto id = m_platform->submitGang(m_endless, 2, 4);
    QVERIFY(reaches(id, JobState::Running, 1));
    const QString node = m_platform->job(id).placement.last().node.value();
    lose(node);
    QTRY_VERIFY(m_platform->job(id).withdrawn); // the others are asked to end; time stands
    m_platform.reset();
    happen(u"return "_s + node);
    m_time->advance(5s); // the others have ended meanwhile, not of their own will
    open();
    QVERIFY(reaches(id, JobState::Running, 2));
    QCOMPARE(m_platform->job(id).nodeLosses, 1);
}

void NodeLifeTest::placesNothingWhereSomethingForgottenRuns()
{
    const auto first = m_platform->submit(m_endless, 4);
    QVERIFY(reaches(first, JobState::Running, 1));
    const QString node = nodeOf(first);
    lose(node);
    QVERIFY(reaches(first, JobState::Running, 2));
    // The nodes that are left take nothing more.
    for (const QString &other : {u"n1"_s, u"n2"_s, u"n3"_s, u"n4"_s}) {
        if (other != node && other != nodeOf(first))
            lose(other);
    }
    const auto second = m_platform->submit(m_endless, 4);
    bringBack(node);
    QVERIFY(comesTrue([&] { return m_platform->state(second) != JobState::Queued; }, 10ms));
    QCOMPARE(nodeOf(second), node);
    const auto list = await(m_platform->engine().list());
    for (const auto &task : *list)
        QVERIFY(task.key.attempt != 1 || task.key.job == second
                || task.phase == engines::TaskPhase::Exited);
    QVERIFY(reaches(second, JobState::Running, 1));
}

void NodeLifeTest::killsWhatIsOnALostNode()
{
    const auto id = m_platform->submit(m_endless, 4);
    QVERIFY(reaches(id, JobState::Running, 1));
    const QString node = nodeOf(id);
    happen(u"lose "_s + node);
    QTRY_COMPARE(stateOf(node), NodeState::Unhealthy);
    m_platform->ask(id, JobState::Killing);
    m_time->advance(30s);
    QVERIFY(reaches(id, JobState::Killed, 1));
    QCOMPARE(attemptsListed(), QList{1});
    bringBack(node);
    QVERIFY(comesTrue([&] { return attemptsListed().isEmpty(); }));
}

void NodeLifeTest::emptiesANodeByRequeue()
{
    const auto id = m_platform->submit(m_endless, 4);
    QVERIFY(reaches(id, JobState::Running, 1));
    const QString node = nodeOf(id);
    m_platform->nodes().setCordons(
        {{model::NodeName(node), {u"ada"_s, {}, u"a new fan"_s, model::Drain::Requeue}}});
    QVERIFY(reaches(id, JobState::Running, 2));
    QVERIFY(nodeOf(id) != node);
    QCOMPARE(m_platform->job(id).nodeLosses, 0);
    const auto requeued = m_platform->jobs().timeline(id)->at(4);
    QCOMPARE(requeued.reason->code, ReasonCode::NodeDrained);
    QCOMPARE(requeued.reason->detail, u"a new fan"_s);
    QVERIFY(comesTrue([&] { return attemptsListed() == QList{2}; }));
}

void NodeLifeTest::leavesJobsOnANodeThatWaits()
{
    const auto id = m_platform->submit(u"sleep 1h; exit 0"_s, 4);
    QVERIFY(reaches(id, JobState::Running, 1));
    const QString node = nodeOf(id);
    m_platform->nodes().setCordons(
        {{model::NodeName(node), {u"ada"_s, {}, u"a new fan"_s, model::Drain::Wait}}});
    const auto other = m_platform->submit(m_endless, 4);
    QVERIFY(reaches(other, JobState::Running, 1));
    QVERIFY(nodeOf(other) != node);
    QCOMPARE(m_platform->state(id), JobState::Running);
    m_time->advance(1h);
    QVERIFY(reaches(id, JobState::Finished, 1));
}

QTEST_GUILESS_MAIN(NodeLifeTest)
#include "tst_nodelife.moc"
