// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/nodebook.h"
#include "backend/engines/simulated/simulatedengine.h"
#include "backend/engines/simulated/virtualtime.h"
#include "tests/support/await.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using engines::Distribution;
using engines::StartFailure;
using engines::TaskPhase;
using model::NodeState;
using support::await;

namespace {

const QDateTime kBegin = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);

engines::Simulation lab()
{
    engines::Simulation simulation;
    simulation.seed = 42;
    simulation.nodes = {{u"npu"_s, 3, model::DeviceType(u"huawei_npu_arm64"_s), 8},
                        {u"head"_s, 1, {}, 0}};
    engines::Workload workload;
    workload.startTime = {Distribution::Kind::Uniform, 1s, 5s, 0};
    workload.runTime = {Distribution::Kind::Lognormal, 1h, {}, 0.8};
    workload.exitCodes = {{0, 3}, {1, 1}};
    workload.outOfMemory = 0.1;
    engines::Workload stubborn = workload;
    stubborn.match = u"stubborn*.py"_s;
    stubborn.stubborn = 1;
    simulation.workloads = {stubborn, workload};
    simulation.closedImages = {u"private/*"_s};
    return simulation;
}

// A cluster whose time is moved by hand.
struct Lab
{
    explicit Lab(const engines::Simulation &simulation = lab())
        : cluster(time, simulation)
        , engine(cluster, u"here"_s)
    { }

    void happen(const QString &words)
    {
        const auto incident = engines::parseIncident(words);
        QVERIFY2(incident, incident ? "" : qPrintable(incident.error().detail));
        QVERIFY(cluster.nodes().happen(*incident));
    }
    engines::TaskSpec task(const QString &command = u"python train.py"_s,
                           const QString &node = u"npu1"_s)
    {
        engines::TaskSpec spec;
        const QByteArray name = QByteArray::number(++tasks);
        spec.key = {model::JobId(QUuid::createUuidV5(QUuid(), name)), 1, u"main"_s};
        spec.node = model::NodeName(node);
        spec.image = u"lab/train:1"_s;
        spec.command = {u"/bin/sh"_s, u"-c"_s, command};
        spec.devices = {0, 1};
        return spec;
    }
    engines::TaskSpec running(const QString &command = u"sleep 1h"_s,
                              const QString &node = u"npu1"_s)
    {
        const auto spec = task(command, node);
        const auto started = engine.start(spec);
        time.advance(10s);
        [&] { QVERIFY(await(started) && !await(started)->failure); }();
        return spec;
    }
    std::optional<engines::TaskStatus> listed(const engines::TaskSpec &spec)
    {
        const auto list = await(engine.list());
        for (const auto &status : list ? *list : QList<engines::TaskStatus>()) {
            if (status.key == spec.key)
                return status;
        }
        return std::nullopt;
    }
    model::Node node(const QString &name)
    {
        const auto nodes = await(engine.nodes());
        for (const auto &node : nodes ? *nodes : QList<model::Node>()) {
            if (node.name.value() == name)
                return node;
        }
        return {};
    }

    engines::VirtualTime time{kBegin, engines::VirtualTime::kByHand};
    engines::SimulatedCluster cluster;
    engines::SimulatedEngine engine;
    int tasks = 0;
};

} // namespace

class SimulatedEngineTest final : public QObject
{
    Q_OBJECT

private slots:
    void hasTheNodesItWasTold();
    void replaysExactly();
    void killsTheStubborn();
    void losesANodeAndHearsOfItAgain();
    void crashesANode();
    void startsNothingOnASilentNode();
    void breaksAndRepairsDevices();
    void startsSlowlyAndNotAtAll();
    void givesUpAStartThatIsStopped();
    void refusesWhatTheRegistryRefuses();
    void goesAwayAndComesBack();
    void doesWhatIsPlanned();
    void followsALogOverHours();
    void refusesUnknownIncidents();
    void holdsThousandsOfNodes();
};

void SimulatedEngineTest::hasTheNodesItWasTold()
{
    Lab lab;
    const auto nodes = await(lab.engine.nodes());
    QStringList names;
    for (const auto &node : *nodes)
        names.append(node.name.value());
    QCOMPARE(names, QStringList({u"npu1"_s, u"npu2"_s, u"npu3"_s, u"head"_s}));
    QCOMPARE(nodes->first().devices.size(), 8);
    QCOMPARE(nodes->first().address, u"10.1.0.1"_s);
    QVERIFY(!nodes->last().deviceType);
    QCOMPARE(lab.engine.info().detail, u"4 nodes, 24 devices"_s);
}

void SimulatedEngineTest::replaysExactly()
{
    const auto play = [](quint64 seed) {
        auto simulation = lab();
        simulation.seed = seed;
        Lab cluster(simulation);
        for (int i = 0; i < 50; ++i) {
            const auto started = cluster.engine.start(cluster.task());
            cluster.time.advance(30s);
        }
        cluster.time.advance(12h);
        QHash<engines::TaskKey, engines::TaskStatus> ends;
        const auto list = await(cluster.engine.list());
        for (const auto &status : *list)
            ends.insert(status.key, status);
        return ends;
    };
    const auto first = play(42);
    QCOMPARE(first.size(), 50);
    QCOMPARE(play(42), first);
    QVERIFY(play(43) != first);
    int failed = 0;
    int outOfMemory = 0;
    for (const auto &status : first) {
        failed += status.exitCode == 1 ? 1 : 0;
        outOfMemory += status.outOfMemory ? 1 : 0;
    }
    QVERIFY2(failed > 3 && failed < 25, qPrintable(QString::number(failed)));
    QVERIFY2(outOfMemory > 0 && outOfMemory < 15, qPrintable(QString::number(outOfMemory)));
}

void SimulatedEngineTest::killsTheStubborn()
{
    Lab lab;
    const auto polite = lab.running(u"python train.py"_s);
    const auto stubborn = lab.running(u"python stubborn_train.py"_s);
    const auto one = lab.engine.stop(polite.key, 30s);
    const auto two = lab.engine.stop(stubborn.key, 30s);
    lab.time.advance(29s);
    QVERIFY(await(one));
    QCOMPARE(lab.listed(polite)->exitCode, 143);
    QCOMPARE(lab.listed(stubborn)->phase, TaskPhase::Running);
    lab.time.advance(1s);
    QVERIFY(await(two));
    QCOMPARE(lab.listed(stubborn)->exitCode, 137);
    QVERIFY(await(lab.engine.remove(stubborn.key)));
    QVERIFY(!lab.listed(stubborn));
}

void SimulatedEngineTest::losesANodeAndHearsOfItAgain()
{
    Lab lab;
    engines::NodeBook book(lab.engine);
    const auto spec = lab.running(u"sleep 1m; exit 4"_s);
    QSignalSpy phases(&lab.engine, &engines::ContainerEngine::taskChanged);
    lab.happen(u"lose npu1"_s);
    lab.time.advance(29s);
    QCOMPARE(lab.node(u"npu1"_s).state, NodeState::Unhealthy);
    QVERIFY(lab.node(u"npu1"_s).detail.startsWith(u"no news since "_s));
    lab.time.advance(1s);
    QCOMPARE(lab.node(u"npu1"_s).state, NodeState::Lost);
    QTRY_COMPARE(book.find(model::NodeName(u"npu1"_s))->state, NodeState::Lost);
    QCOMPARE(lab.node(u"npu2"_s).state, NodeState::Ready);
    lab.time.advance(1h);
    // It has ended, but nobody can know.
    QCOMPARE(lab.listed(spec)->phase, TaskPhase::Running);
    QCOMPARE(phases.size(), 0);
    QCOMPARE(await(lab.engine.stop(spec.key, 1s)).error().code, ErrorCode::Unavailable);
    QCOMPARE(await(lab.engine.remove(spec.key)).error().code, ErrorCode::Unavailable);
    QCOMPARE(await(lab.engine.log(spec.key, {})).error().code, ErrorCode::Unavailable);
    lab.happen(u"return npu1"_s);
    QCOMPARE(lab.node(u"npu1"_s).state, NodeState::Ready);
    QCOMPARE(phases.size(), 1);
    QCOMPARE(lab.listed(spec)->exitCode, 4);
    QCOMPARE(lab.listed(spec)->finishedAt, lab.listed(spec)->startedAt->addSecs(60));
    QTRY_COMPARE(book.find(model::NodeName(u"npu1"_s))->state, NodeState::Ready);
}

void SimulatedEngineTest::crashesANode()
{
    Lab lab;
    const auto spec = lab.running();
    const auto elsewhere = lab.running(u"sleep 1h"_s, u"npu2"_s);
    lab.happen(u"crash npu1"_s);
    QCOMPARE(lab.listed(spec)->phase, TaskPhase::Running);
    lab.time.advance(1min);
    lab.happen(u"return npu1"_s);
    QCOMPARE(lab.listed(spec)->exitCode, 137);
    QCOMPARE(lab.listed(elsewhere)->phase, TaskPhase::Running);
}

void SimulatedEngineTest::startsNothingOnASilentNode()
{
    Lab lab;
    const auto underWay = lab.engine.start(lab.task());
    lab.happen(u"lose npu1"_s);
    lab.time.advance(10s);
    QCOMPARE(await(underWay)->failure, StartFailure::Unavailable);
    const auto refused = await(lab.engine.start(lab.task()));
    QCOMPARE(refused->failure, StartFailure::Unavailable);
    QCOMPARE(refused->detail, u"node npu1 does not answer"_s);
    const auto nowhere = await(lab.engine.start(lab.task(u"true"_s, u"npu9"_s)));
    QCOMPARE(nowhere->failure, StartFailure::Refused);
    QVERIFY(await(lab.engine.list())->isEmpty());
}

void SimulatedEngineTest::breaksAndRepairsDevices()
{
    Lab lab;
    QSignalSpy changes(&lab.engine, &engines::ContainerEngine::changed);
    lab.happen(u"break npu1 1"_s);
    QVERIFY(!lab.node(u"npu1"_s).devices.at(1).healthy);
    QTRY_COMPARE(changes.size(), 1);
    QCOMPARE(await(lab.engine.start(lab.task()))->failure, StartFailure::Unavailable);
    lab.happen(u"repair npu1 1"_s);
    QVERIFY(lab.node(u"npu1"_s).devices.at(1).healthy);
    auto ninth = lab.task();
    ninth.devices = {8};
    QCOMPARE(await(lab.engine.start(ninth))->failure, StartFailure::Refused);
    lab.running();
}

void SimulatedEngineTest::startsSlowlyAndNotAtAll()
{
    Lab lab;
    lab.happen(u"slow-starts 100"_s);
    const auto slow = lab.task();
    const auto started = lab.engine.start(slow);
    lab.time.advance(99s);
    QCOMPARE(lab.listed(slow)->phase, TaskPhase::Created);
    lab.time.advance(402s);
    QVERIFY(!await(started)->failure);
    lab.happen(u"slow-starts 1"_s);
    lab.happen(u"fail-starts 1"_s);
    const auto failing = lab.engine.start(lab.task());
    lab.time.advance(10s);
    QCOMPARE(await(failing)->failure, StartFailure::Unavailable);
    lab.happen(u"fail-starts 0"_s);
    lab.running();
}

void SimulatedEngineTest::givesUpAStartThatIsStopped()
{
    Lab lab;
    lab.happen(u"slow-starts 100"_s);
    const auto spec = lab.task();
    const auto given = lab.engine.start(spec);
    QVERIFY(await(lab.engine.stop(spec.key, 1s)));
    QCOMPARE(await(given)->failure, StartFailure::Unavailable);
    QVERIFY(!lab.listed(spec));
    // The start that was given up does not become that of another.
    const auto second = lab.engine.start(spec);
    lab.happen(u"slow-starts 1"_s);
    lab.time.advance(99s);
    QCOMPARE(lab.listed(spec)->phase, TaskPhase::Created);
    lab.time.advance(402s);
    QVERIFY(!await(second)->failure);
}

void SimulatedEngineTest::refusesWhatTheRegistryRefuses()
{
    Lab lab;
    auto spec = lab.task();
    spec.image = u"private/model:3"_s;
    const auto started = lab.engine.start(spec);
    lab.time.advance(10s);
    QCOMPARE(await(started)->failure, StartFailure::RegistryRefused);
    QVERIFY(!lab.listed(spec));
}

void SimulatedEngineTest::goesAwayAndComesBack()
{
    Lab lab;
    const auto spec = lab.running(u"sleep 1m; exit 4"_s);
    const auto follower = lab.engine.follow(spec.key, {});
    QSignalSpy ends(follower.get(), &engines::LogFollower::ended);
    QSignalSpy changes(&lab.engine, &engines::ContainerEngine::changed);
    lab.happen(u"lose-engine"_s);
    QVERIFY(!lab.engine.info().reachable);
    QCOMPARE(changes.size(), 1);
    QTRY_COMPARE(ends.size(), 1);
    QCOMPARE(await(lab.engine.list()).error().code, ErrorCode::Unavailable);
    QCOMPARE(await(lab.engine.nodes()).error().code, ErrorCode::Unavailable);
    QCOMPARE(await(lab.engine.stop(spec.key, 1s)).error().code, ErrorCode::Unavailable);
    QCOMPARE(await(lab.engine.start(lab.task()))->failure, StartFailure::Unavailable);
    lab.time.advance(2min);
    lab.happen(u"return-engine"_s);
    QCOMPARE(changes.size(), 2);
    QCOMPARE(lab.listed(spec)->exitCode, 4);
}

void SimulatedEngineTest::doesWhatIsPlanned()
{
    auto simulation = lab();
    simulation.incidents = {{60s, *engines::parseIncident(u"lose npu2"_s)},
                            {120s, *engines::parseIncident(u"return npu2"_s)}};
    Lab lab(simulation);
    lab.time.advance(59s);
    QCOMPARE(lab.node(u"npu2"_s).state, NodeState::Ready);
    lab.time.advance(31s);
    QCOMPARE(lab.node(u"npu2"_s).state, NodeState::Lost);
    lab.time.advance(30s);
    QCOMPARE(lab.node(u"npu2"_s).state, NodeState::Ready);
}

void SimulatedEngineTest::followsALogOverHours()
{
    Lab lab;
    const auto spec = lab.running(u"python train.py"_s);
    const auto follower = lab.engine.follow(spec.key, {.tail = 2, .after = {}});
    QList<model::LogLine> lines;
    connect(follower.get(), &engines::LogFollower::linesWritten, this,
            [&](const QList<model::LogLine> &more) { lines += more; });
    QSignalSpy ends(follower.get(), &engines::LogFollower::ended);
    QTRY_COMPARE(lines.size(), 2);
    for (int hour = 0; hour < 30 && ends.isEmpty(); ++hour) {
        lab.time.advance(1h);
        QTest::qWait(1);
    }
    QTRY_COMPARE(ends.size(), 1);
    const auto whole = await(lab.engine.log(spec.key, {.tail = int(lines.size()), .after = {}}));
    QCOMPARE(lines, *whole);
    QVERIFY(lines.size() > 100);
    const auto usage = await(lab.engine.usage(spec.key));
    QCOMPARE(usage.error().code, ErrorCode::Conflict);
}

void SimulatedEngineTest::refusesUnknownIncidents()
{
    for (const QString &words :
         {u""_s, u"lose"_s, u"lose a b"_s, u"break npu1"_s, u"break npu1 x"_s, u"slow-starts 0"_s,
          u"fail-starts 2"_s, u"explode"_s})
        QVERIFY2(!engines::parseIncident(words), qPrintable(words));
    Lab lab;
    QVERIFY(!lab.cluster.nodes().happen(*engines::parseIncident(u"lose npu9"_s)));
    QVERIFY(!lab.cluster.nodes().happen(*engines::parseIncident(u"break npu1 8"_s)));
    QVERIFY(!lab.cluster.nodes().happen(*engines::parseIncident(u"repair npu1 -1"_s)));
}

void SimulatedEngineTest::holdsThousandsOfNodes()
{
    auto simulation = lab();
    simulation.nodes = {{u"node"_s, 5000, model::DeviceType(u"nvidia_gpu_amd64"_s), 8}};
    Lab lab(simulation);
    engines::NodeBook book(lab.engine);
    QList<QFuture<Result<engines::StartOutcome>>> starts;
    for (int i = 1; i <= 5000; ++i)
        starts.append(lab.engine.start(
            lab.task(u"python train.py"_s, u"node%1"_s.arg(i, 4, 10, QChar(u'0')))));
    lab.time.advance(10s);
    QCOMPARE(await(lab.engine.list())->size(), 5000);
    QTRY_COMPARE(book.nodes().size(), 5000);
    QSignalSpy news(&book, &engines::NodeBook::nodeChanged);
    lab.happen(u"lose node4999"_s);
    QTRY_COMPARE(news.size(), 1);
    lab.time.advance(240h);
    const auto list = await(lab.engine.list());
    QCOMPARE(std::count_if(list->begin(), list->end(),
                           [](const auto &task) { return task.phase == TaskPhase::Running; }),
             1); // on the node that is not heard of
}

QTEST_GUILESS_MAIN(SimulatedEngineTest)
#include "tst_simulatedengine.moc"
