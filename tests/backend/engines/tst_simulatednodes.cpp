// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/nodebook.h"
#include "tests/backend/engines/simulatedlab.h"

#include <QSignalSpy>

using model::NodeState;

class SimulatedNodesTest final : public QObject
{
    Q_OBJECT

private slots:
    void hasTheNodesItWasTold();
    void losesANodeAndHearsOfItAgain();
    void crashesANode();
    void startsNothingOnASilentNode();
    void breaksAndRepairsDevices();
    void goesAwayAndComesBack();
    void doesWhatIsPlanned();
    void refusesUnknownIncidents();
    void holdsThousandsOfNodes();
};

void SimulatedNodesTest::hasTheNodesItWasTold()
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

void SimulatedNodesTest::losesANodeAndHearsOfItAgain()
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

void SimulatedNodesTest::crashesANode()
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

void SimulatedNodesTest::startsNothingOnASilentNode()
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

void SimulatedNodesTest::breaksAndRepairsDevices()
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

void SimulatedNodesTest::goesAwayAndComesBack()
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

void SimulatedNodesTest::doesWhatIsPlanned()
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

void SimulatedNodesTest::refusesUnknownIncidents()
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

void SimulatedNodesTest::holdsThousandsOfNodes()
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

QTEST_GUILESS_MAIN(SimulatedNodesTest)
#include "tst_simulatednodes.moc"
