// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/engines/simulatedlab.h"

#include <QSignalSpy>

class SimulatedEngineTest final : public QObject
{
    Q_OBJECT

private slots:
    void replaysExactly();
    void killsTheStubborn();
    void startsSlowlyAndNotAtAll();
    void givesUpAStartThatIsStopped();
    void refusesWhatTheRegistryRefuses();
    void followsALogOverHours();
};

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

QTEST_GUILESS_MAIN(SimulatedEngineTest)
#include "tst_simulatedengine.moc"
