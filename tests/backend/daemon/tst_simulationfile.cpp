// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/daemon/simulationfile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class SimulationFileTest final : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatIsShipped_data();
    void readsWhatIsShipped();
    void readsEverything();
    void namesFileLineAndReason_data();
    void namesFileLineAndReason();

private:
    Result<berthd::SimulationFile> read(const QByteArray &text)
    {
        const QString path = m_dir.filePath(u"simulation.yaml"_s);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", qPrintable(path));
        file.close();
        return berthd::readSimulation(path);
    }

    QTemporaryDir m_dir;
};

void SimulationFileTest::readsWhatIsShipped_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("nodes");
    QTest::newRow("a lab") << u"simulation.yaml"_s << 11;
    QTest::newRow("a thousand nodes") << u"simulation-large.yaml"_s << 1000;
}

void SimulationFileTest::readsWhatIsShipped()
{
    QFETCH(const QString, name);
    QFETCH(const int, nodes);
    const auto file = berthd::readSimulation(QStringLiteral(BERTH_SOURCE "/installer/") + name);
    QVERIFY2(file, file ? "" : qPrintable(file.error().detail));
    int count = 0;
    for (const auto &group : file->cluster.nodes)
        count += group.count;
    QCOMPARE(count, nodes);
    QVERIFY(file->jobs.size() >= 6);
}

void SimulationFileTest::readsEverything()
{
    using Kind = engines::Distribution::Kind;
    const auto file = read(R"(
seed: 3
history: 2h
speed: 60
lost-after: 40s
device-types: [{name: a, family: npu}]
nodes: [{name: n, count: 2, type: a, devices: 4}]
workloads:
  - match: "*x*"
    start-time: {uniform: [250ms, 2s]}
    run-time: {lognormal: 2h, spread: 0.8}
    stop-time: {exponential: 3s}
    exit-codes: [{code: 0, weight: 9}, {code: 1}]
    out-of-memory: 0.1
    stubborn: 0.2
    log-every: 500ms
    steps-per-epoch: 7
    lacks: [jupyter]
images: {absent: [no/*], closed: [shut/*]}
incidents: [{at: 0, do: break n1 2}]
password: long enough
people: [{username: ada, nickname: A, roles: [System Admin], vcs: [v]}]
vcs: [{name: v, quotas: [{type: a, devices: 8, most: 4}]}]
jobs: [{name: j, owner: ada, vc: v, type: a, devices: 2, nodes: 2, image: i, command: c, count: 3,
        at: 1m, every: 5s, then: pause, after: 1h, preemptible: true, priority: 7}]
)");
    QVERIFY2(file, file ? "" : qPrintable(file.error().detail));
    QCOMPARE(file->history, 7200s);
    QCOMPARE(file->speed, 60.0);
    QCOMPARE(file->cluster.lostAfter, 40s);
    const engines::Workload &workload = file->cluster.workloads.first();
    QCOMPARE(workload.startTime.kind, Kind::Uniform);
    QVERIFY(workload.startTime.first == 250ms && workload.startTime.most == 2s);
    QCOMPARE(workload.runTime.spread, 0.8);
    QCOMPARE(workload.stopTime.kind, Kind::Exponential);
    QCOMPARE(workload.exitCodes.first().weight, 9.0);
    QCOMPARE(workload.stepsPerEpoch, 7);
    QCOMPARE(workload.lacks, QStringList{u"jupyter"_s});
    QCOMPARE(file->cluster.incidents.first().incident.device, 2);
    QCOMPARE(file->vcs.first().quotas.first().maxAvailable, 4);
    const berthd::SimulatedJobs &jobs = file->jobs.first();
    QCOMPARE(jobs.spec.kind, model::JobKind::Distributed);
    QCOMPARE(jobs.spec.totalDevices(), 4);
    QCOMPARE(jobs.then, berthd::SimulatedJobs::Then::Pause);
    QCOMPARE(jobs.every, 5s);
}

void SimulationFileTest::namesFileLineAndReason_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const char *text, int line, const QString &reason) {
        QTest::newRow(name) << "nodes: [{name: n}]\n"_ba + text << line << reason;
    };
    row("unknown key", "sped: 3\n", 2, u"sped: unknown key"_s);
    row("speed", "speed: 0\n", 2, u"speed: expected more than 0"_s);
    row("time", "history: long\n", 2, u"history: expected a time"_s);
    row("distribution", "workloads:\n - run-time: {normal: 3s}\n", 3,
        u"expected a time, uniform"_s);
    row("uniform", "workloads:\n - run-time:\n     uniform: [3s, 2s]\n", 4, u"two times such as"_s);
    row("share", "workloads: [{stubborn: 2}]\n", 2, u"a number from 0 to 1"_s);
    row("incident", "incidents:\n - do: explode\n", 3, u"expected one of lose NODE"_s);
    row("password", "people: [{username: ada}]\npassword: x\n", 3, u"at least 8 characters"_s);
    row("owner", "jobs: [{owner: nobody}]\n", 2, u"expected one of people"_s);
    row("quota", "vcs: [{name: v, quotas: [{type: a, devices: 1}]}]\n", 2,
        u"more than the nodes have"_s);
    row("type", "device-types: [{name: a, family: gpu}]\njobs: [{type: b}]\n", 3,
        u"expected one of device-types"_s);
}

void SimulationFileTest::namesFileLineAndReason()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, line);
    QFETCH(const QString, reason);
    const auto file = read(text);
    QVERIFY(!file);
    const QString place = u"%1:%2: "_s.arg(m_dir.filePath(u"simulation.yaml"_s)).arg(line);
    QVERIFY2(file.error().detail.startsWith(place), qPrintable(file.error().detail));
    QVERIFY2(file.error().detail.contains(reason), qPrintable(file.error().detail));
}

QTEST_GUILESS_MAIN(SimulationFileTest)
#include "tst_simulationfile.moc"
