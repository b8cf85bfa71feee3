// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/reconcile/taskports.h"
#include "backend/reconcile/taskspec.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

model::Job job()
{
    model::Job job;
    job.id = model::JobId(QUuid::createUuid());
    job.name = u"mnist"_s;
    job.vc = model::VcName(u"platform"_s);
    job.owner = model::UserId(30001);
    job.ownerName = u"admin"_s;
    job.attempt = 2;
    job.deviceType = model::DeviceType(u"npu"_s);
    job.spec.devices = 4;
    job.spec.image = u"busybox"_s;
    job.spec.command = u"echo \"a\"\ntrue"_s;
    job.placement = {{u"main"_s, model::NodeName(u"node1"_s), {4, 5, 6, 7}}};
    return job;
}

reconcile::TaskDefaults defaults()
{
    reconcile::TaskDefaults defaults;
    defaults.deviceTypes = {
        {model::DeviceType(u"npu"_s), model::DeviceFamily::Npu, {}, 8, {}, 1, 8, 8}};
    return defaults;
}

QStringList valuesOf(const engines::TaskSpec &spec, const QString &name)
{
    QStringList values;
    for (const auto &variable : spec.environment) {
        if (variable.name == name)
            values.append(variable.value);
    }
    return values;
}

} // namespace

class TaskSpecTest final : public QObject
{
    Q_OBJECT

private slots:
    void carriesTheCommandLiterally();
    void agreesWithItsProgramsAboutPorts();
    void setsThePlatformsNames();
    void letsThePersonsVariablesWinExceptBerths();
    void runsTheCommandWhereItBelongs();
    void tellsAGangOfEachOther();
    void showsEveryTaskTheMounts();
};

void TaskSpecTest::carriesTheCommandLiterally()
{
    const QList<engines::Mount> mounts{{u"/srv/x"_s, u"/run/berth"_s, true}};
    const auto specs = reconcile::taskSpecs(job(), defaults(), {}, mounts);
    QCOMPARE(specs.size(), 1);
    QCOMPARE(specs.first().command,
             (QStringList{u"/bin/sh"_s, u"/run/berth/bootstrap.sh"_s, u"30001"_s, u"admin"_s,
                          u"main"_s, u"0"_s, u"echo \"a\"\ntrue"_s}));
    QVERIFY(reconcile::taskPrograms().first().content.contains("wait \"$command\""));
    const auto simulated = reconcile::taskSpecs(job(), defaults(), {}, {}).first();
    QCOMPARE(simulated.command, (QStringList{u"/bin/sh"_s, u"-c"_s, u"echo \"a\"\ntrue"_s}));
    QCOMPARE(specs.first().devices, (QList<int>{4, 5, 6, 7}));
    QCOMPARE(specs.first().key.attempt, 2);
}

// Shell text cannot include a header.
void TaskSpecTest::agreesWithItsProgramsAboutPorts()
{
    QMap<QString, QByteArray> programs;
    for (const auto &file : reconcile::taskPrograms())
        programs.insert(file.name, file.content);
    const auto says = [&](const QString &program, const char *before, int port) {
        const QByteArray line = '\n' + QByteArray(before) + QByteArray::number(port) + '\n';
        return programs.value(program).contains(line);
    };
    QVERIFY(says(u"services.sh"_s, "port_ssh=", reconcile::kSshPort));
    QVERIFY(says(u"services.sh"_s, "port_jupyter=", reconcile::kJupyterPort));
    QVERIFY(says(u"services.sh"_s, "port_tensorboard=", reconcile::kTensorBoardPort));
    QVERIFY(says(u"bootstrap.sh"_s, "    Port ", reconcile::kSshPort));
}

void TaskSpecTest::setsThePlatformsNames()
{
    const auto spec = reconcile::taskSpecs(job(), defaults(), {}, {}).first();
    QCOMPARE(valuesOf(spec, u"BERTH_JOB_NAME"_s), QStringList(u"mnist"_s));
    QCOMPARE(valuesOf(spec, u"DLWS_UID"_s), QStringList(u"30001"_s));
    QCOMPARE(valuesOf(spec, u"DLWS_NUM_GPU_PER_WORKER"_s), QStringList(u"4"_s));
    QCOMPARE(valuesOf(spec, u"DLWS_IS_NPU_JOB"_s), QStringList(u"true"_s));
    QCOMPARE(valuesOf(spec, u"BERTH_HOSTS"_s), QStringList(u"main"_s));
    QCOMPARE(valuesOf(spec, u"HOME"_s), QStringList(u"/home/admin"_s));
    QCOMPARE(valuesOf(spec, u"USER"_s), QStringList(u"admin"_s));
    QCOMPARE(valuesOf(spec, u"DEVICE_ID"_s), QStringList(u"4"_s));
}

void TaskSpecTest::letsThePersonsVariablesWinExceptBerths()
{
    auto mine = job();
    mine.spec.environment = {{u"DLWS_UID"_s, u"7"_s}, {u"BERTH_VC"_s, u"x"_s}, {u"LR"_s, u"$1"_s}};
    const auto spec = reconcile::taskSpecs(mine, defaults(), {}, {}).first();
    QCOMPARE(valuesOf(spec, u"DLWS_UID"_s), QStringList(u"7"_s));
    QCOMPARE(valuesOf(spec, u"BERTH_VC"_s), QStringList(u"platform"_s));
    QCOMPARE(spec.environment.last().value, u"$1"_s);
}

void TaskSpecTest::runsTheCommandWhereItBelongs()
{
    auto gang = job();
    gang.kind = model::JobKind::Distributed;
    const auto types = defaults().deviceTypes;
    QVERIFY(reconcile::runsCommand(gang, u"worker0"_s, types));
    QVERIFY(!reconcile::runsCommand(gang, u"ps0"_s, types));
    gang.spec.runOn = model::RunOn::Launcher;
    QVERIFY(!reconcile::runsCommand(gang, u"worker0"_s, types));
    QVERIFY(reconcile::runsCommand(gang, u"ps0"_s, types));
}

void TaskSpecTest::tellsAGangOfEachOther()
{
    auto gang = job();
    gang.kind = gang.spec.kind = model::JobKind::Distributed;
    gang.spec.nodes = 2;
    gang.placement = {{u"ps0"_s, model::NodeName(u"node1"_s), {}},
                      {u"worker0"_s, model::NodeName(u"node1"_s), {0, 1}},
                      {u"worker1"_s, model::NodeName(u"node2"_s), {0, 1}}};
    const QList<engines::Mount> mounts{{u"/srv/x"_s, u"/run/berth"_s, true}};
    const auto specs = reconcile::taskSpecs(gang, defaults(), {}, mounts);
    QCOMPARE(specs.size(), 3);
    QCOMPARE(specs[0].command.last(), u"sleep infinity"_s);
    QCOMPARE(specs[2].command.mid(2),
             (QStringList{u"30001"_s, u"admin"_s, u"worker1"_s, u"2"_s, u"echo \"a\"\ntrue"_s}));
    for (const auto &spec : specs)
        QCOMPARE(valuesOf(spec, u"BERTH_HOSTS"_s), QStringList(u"ps0,worker0,worker1"_s));
    QCOMPARE(valuesOf(specs[2], u"BERTH_ROLE"_s), QStringList(u"worker"_s));
    QCOMPARE(valuesOf(specs[2], u"RANK"_s), QStringList(u"1"_s));
    QCOMPARE(specs[2].hostname, u"worker1"_s);
}

void TaskSpecTest::showsEveryTaskTheMounts()
{
    const QList<engines::Mount> mounts{{u"/srv/work/admin"_s, u"/work"_s},
                                       {u"/srv/x"_s, u"/run/berth"_s, true}};
    QCOMPARE(reconcile::taskSpecs(job(), defaults(), {}, mounts).first().mounts, mounts);
}

QTEST_APPLESS_MAIN(TaskSpecTest)
#include "tst_taskspec.moc"
