// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/submission.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const model::DeviceType kNpu(u"huawei_npu_arm64"_s);

model::VcStatus vc(const QString &name, int devices)
{
    model::VcStatus status{model::VcName(name), {}, 0};
    if (devices > 0)
        status.usage.append({.deviceType = kNpu, .deviceNumber = devices, .maxAvailable = devices});
    return status;
}

Surroundings surroundings(const QList<model::VcStatus> &vcs)
{
    Surroundings all;
    all.vcs = vcs;
    for (const model::VcStatus &each : vcs)
        all.account.vcs.append(each.name);
    all.cluster.deviceTypes.append({.name = kNpu,
                                    .family = model::DeviceFamily::Npu,
                                    .counts = {0, 1, 2, 4, 8},
                                    .linkGroups = {},
                                    .nodes = 2,
                                    .devices = 16,
                                    .largestNode = 8});
    return all;
}

model::JobSpec spec()
{
    model::JobSpec spec;
    spec.name = u"train"_s;
    spec.image = u"localhost/busybox:1"_s;
    spec.command = u"true"_s;
    return spec;
}

} // namespace

class SubmissionTest final : public QObject
{
    Q_OBJECT

private slots:
    void takesTheOnlyVcSilently();
    void takesTheFirstVcWithDevicesAndSaysSo();
    void refusesAVcThatIsNotThePersons();
    void takesTheOnlyDeviceType();
    void namesTheFieldThatBreaksARule();
};

void SubmissionTest::takesTheOnlyVcSilently()
{
    QStringList notes;
    const auto completed = complete(spec(), surroundings({vc(u"platform"_s, 8)}), notes);
    QCOMPARE(completed->vc.value(), u"platform"_s);
    QVERIFY(notes.isEmpty());
    QVERIFY(!completed->deviceType);
}

void SubmissionTest::takesTheFirstVcWithDevicesAndSaysSo()
{
    QStringList notes;
    const auto completed = complete(spec(), surroundings({vc(u"a"_s, 0), vc(u"b"_s, 8)}), notes);
    QCOMPARE(completed->vc.value(), u"b"_s);
    QCOMPARE(notes, QStringList{u"VC: b (choose another with --vc)"_s});
}

void SubmissionTest::refusesAVcThatIsNotThePersons()
{
    QStringList notes;
    Surroundings all = surroundings({vc(u"a"_s, 8), vc(u"b"_s, 8)});
    all.account.vcs = {model::VcName(u"a"_s)};
    model::JobSpec wanted = spec();
    wanted.vc = model::VcName(u"b"_s);
    QCOMPARE(complete(wanted, all, notes).error().field, u"vc"_s);
}

void SubmissionTest::takesTheOnlyDeviceType()
{
    QStringList notes;
    model::JobSpec wanted = spec();
    wanted.devices = 4;
    const auto completed = complete(wanted, surroundings({vc(u"platform"_s, 8)}), notes);
    QCOMPARE(completed->deviceType, kNpu);
    QCOMPARE(notes.size(), 1);
}

void SubmissionTest::namesTheFieldThatBreaksARule()
{
    QStringList notes;
    model::JobSpec wanted = spec();
    wanted.devices = 3;
    QCOMPARE(complete(wanted, surroundings({vc(u"platform"_s, 8)}), notes).error().field,
             u"devices"_s);
    wanted = spec();
    wanted.name = u"a b"_s;
    QCOMPARE(complete(wanted, surroundings({vc(u"platform"_s, 8)}), notes).error().field,
             u"name"_s);
}

QTEST_GUILESS_MAIN(SubmissionTest)
#include "tst_submission.moc"
