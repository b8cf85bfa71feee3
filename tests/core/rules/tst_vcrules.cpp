// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/vcrules.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using rules::VcRefusal;
using rules::VcRule;

class VcRulesTest : public QObject
{
    Q_OBJECT

private slots:
    void holdsNames_data();
    void holdsNames();
    void givesOnlyWhatIsLeft();
    void saysWhoHasTheRest();
    void letsAShrunkenClusterBeSharedOut();
    void holdsWhatOnePersonMayHave();
    void knowsTheTypes();
    void refusesChanges();
    void refusesDeletions();
};

namespace {

const model::DeviceType kGpu(u"gpu"_s);
const model::DeviceType kNpu(u"npu"_s);

model::VcShare share(const QString &name, const QList<model::VcQuota> &quotas)
{
    model::VcShare vc;
    vc.name = model::VcName(name);
    vc.quotas = quotas;
    return vc;
}

// 16 GPUs, of which platform has 8 and lab 4; no NPU is given away.
model::VcShares shares()
{
    return {{share(u"lab"_s, {{kGpu, 4, 4}}), share(u"platform"_s, {{kGpu, 8, 8}})},
            {{kGpu, 16, 12}, {kNpu, 8, 0}}};
}

QList<rules::VcViolation> checkNew(const QString &name, const QList<model::VcQuota> &quotas)
{
    return rules::check(model::VirtualCluster{model::VcName(name), quotas}, shares());
}

QList<rules::VcViolation> checkChange(const QString &name, const QList<model::VcQuota> &quotas)
{
    return rules::check(model::VcName(name), model::VcChange{quotas}, shares());
}

model::Account keeper()
{
    model::Account me;
    me.permissions = {model::Permission::ManageVc};
    return me;
}

} // namespace

void VcRulesTest::holdsNames_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("rule");
    QTest::newRow("good") << u"Team-1_x"_s << -1;
    QTest::newRow("longest") << QString(20, u'v') << -1;
    QTest::newRow("none") << QString() << int(VcRule::NameRequired);
    QTest::newRow("long") << QString(21, u'v') << int(VcRule::NameTooLong);
    QTest::newRow("blank") << u"a b"_s << int(VcRule::NameCharacters);
    QTest::newRow("slash") << u"a/b"_s << int(VcRule::NameCharacters);
    QTest::newRow("chinese") << u"平台"_s << int(VcRule::NameCharacters);
    QTest::newRow("taken") << u"LAB"_s << int(VcRule::NameTaken);
}

void VcRulesTest::holdsNames()
{
    QFETCH(QString, name);
    QFETCH(int, rule);
    const auto found = checkNew(name, {});
    QCOMPARE(found.isEmpty() ? -1 : int(found.first().rule), rule);
}

void VcRulesTest::givesOnlyWhatIsLeft()
{
    QCOMPARE(checkNew(u"new"_s, {{kGpu, 4, 4}, {kNpu, 8, 2}}), {});
    const auto found = checkNew(u"new"_s, {{kNpu, 0, 0}, {kGpu, 5, 5}});
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().field, u"quotas[1].deviceNumber"_s);
    QCOMPARE(found.first().most, 4);
    QCOMPARE(checkNew(u"new"_s, {{kGpu, -1, 0}}).first().rule, VcRule::DeviceNumberRange);
    QCOMPARE(checkChange(u"lab"_s, {{kGpu, 8, 8}}), {});
    QCOMPARE(checkChange(u"lab"_s, {{kGpu, 9, 8}}).first().most, 8);
}

// A VC that follows the cluster has everything: the error says what to do.
void VcRulesTest::saysWhoHasTheRest()
{
    const model::VcShares all{{share(u"platform"_s, {{kGpu, 16, 16}})}, {{kGpu, 16, 16}}};
    const model::VirtualCluster second{model::VcName(u"lab"_s), {{kGpu, 4, 4}}};
    const auto found = rules::check(second, all);
    QCOMPARE(found.first().most, 0);
    QCOMPARE(found.first().text, u"platform"_s);
    QCOMPARE(rules::error(found.first()).detail,
             u"quotas[0].deviceNumber: must be from 0 to 0: the other devices are given to other "
             "virtual clusters, most of them to platform; give it fewer first"_s);
    QCOMPARE(rules::check(model::VirtualCluster{second.name, {{kGpu, 0, 0}}}, all), {});
}

void VcRulesTest::letsAShrunkenClusterBeSharedOut()
{
    const model::VcShares all{{share(u"a"_s, {{kGpu, 8, 8}}), share(u"b"_s, {{kGpu, 8, 8}})},
                              {{kGpu, 8, 16}}};
    QCOMPARE(rules::check(model::VcName(u"a"_s), model::VcChange{{{kGpu, 6, 6}}}, all), {});
    QCOMPARE(rules::check(model::VcName(u"a"_s), model::VcChange{{{kGpu, 9, 6}}}, all).first().most,
             8);
}

void VcRulesTest::holdsWhatOnePersonMayHave()
{
    const auto found = checkNew(u"new"_s, {{kGpu, 4, 5}});
    QCOMPARE(found.first().rule, VcRule::MaxAvailableRange);
    QCOMPARE(found.first().field, u"quotas[0].maxAvailable"_s);
    QCOMPARE(found.first().most, 4);
    QCOMPARE(checkNew(u"new"_s, {{kGpu, 4, -1}}).first().rule, VcRule::MaxAvailableRange);
}

void VcRulesTest::knowsTheTypes()
{
    const model::DeviceType unknown(u"abacus"_s);
    const auto found = checkNew(u"new"_s, {{unknown, 1, 1}});
    QCOMPARE(found.first().rule, VcRule::UnknownDeviceType);
    QCOMPARE(found.first().text, u"abacus"_s);
    QCOMPARE(checkNew(u"new"_s, {{unknown, 0, 0}}), {});
    QCOMPARE(checkNew(u"new"_s, {{kGpu, 1, 1}, {kGpu, 1, 1}}).first().rule,
             VcRule::DeviceTypeRepeated);
}

void VcRulesTest::refusesChanges()
{
    model::VcShare vc = share(u"lab"_s, {});
    vc.jobs = 9; // queued ones are in nobody's way
    QCOMPARE(rules::refusalOfChange(model::Account{}, vc), VcRefusal::MayNotManage);
    QCOMPARE(rules::refusalOfChange(keeper(), vc), std::nullopt);
    vc.jobsInTheWay = 1;
    QCOMPARE(rules::refusalOfChange(keeper(), vc), VcRefusal::JobsInTheWay);
}

void VcRulesTest::refusesDeletions()
{
    model::VcShare vc = share(u"lab"_s, {});
    const auto refusal = [&](const QString &typed, const QString &current, int count = 2) {
        return rules::refusalOfDeletion(keeper(), vc, model::VcDeletion{typed, current}, count);
    };
    QCOMPARE(refusal(u"lab"_s, u"platform"_s), std::nullopt);
    QCOMPARE(refusal(u"Lab"_s, {}), VcRefusal::NotConfirmed);
    QCOMPARE(refusal({}, {}), VcRefusal::NotConfirmed);
    QCOMPARE(refusal(u"lab"_s, u"lab"_s), VcRefusal::CurrentVc);
    QCOMPARE(refusal(u"lab"_s, {}, 1), VcRefusal::LastVc);
    vc.jobsInTheWay = 1;
    QCOMPARE(refusal(u"lab"_s, {}), VcRefusal::JobsInTheWay);
    QCOMPARE(rules::error(VcRefusal::NotConfirmed).field, u"confirmation"_s);
    QCOMPARE(rules::error(VcRefusal::LastVc).code, ErrorCode::Conflict);
}

QTEST_APPLESS_MAIN(VcRulesTest)
#include "tst_vcrules.moc"
