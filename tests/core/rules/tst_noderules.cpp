// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/nodeload.h"
#include "core/rules/noderules.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

using model::Drain;
using model::NodeAction;
using rules::NodeRefusal;

class NodeRulesTest : public QObject
{
    Q_OBJECT

private slots:
    void saysWhyAStepIsRefused();
    void tellsTheErrorOfARefusal();
    void countsWhatRunsThere();
    void countsJobsWithoutDevices();
};

namespace {

model::Account manager()
{
    model::Account account;
    account.permissions = {model::Permission::Manager};
    return account;
}

model::DeviceHolder holder(int number, const QString &user)
{
    return {model::JobId(QUuid::createUuidV5(QUuid(), QString::number(number))),
            u"job-%1"_s.arg(number), user, false, model::VcName(u"platform"_s)};
}

// Devices are held by the jobs named, in their order; nobody holds the last two.
model::Node node(const QString &name, const QList<model::DeviceHolder> &holders)
{
    model::Node node;
    node.name = model::NodeName(name);
    for (const model::DeviceHolder &each : holders)
        node.devices.append({int(node.devices.size()), true, each});
    node.devices.append({int(node.devices.size()), true, {}});
    node.devices.append({int(node.devices.size()), false, {}});
    return node;
}

} // namespace

void NodeRulesTest::saysWhyAStepIsRefused()
{
    using Cordon = std::optional<model::NodeCordon>;
    const Cordon open;
    const Cordon cordoned = model::NodeCordon{u"mona"_s, {}, u"a fan"_s, Drain::No};
    const Cordon waits = model::NodeCordon{u"mona"_s, {}, u"a fan"_s, Drain::Wait};
    const Cordon drains = model::NodeCordon{u"mona"_s, {}, u"a fan"_s, Drain::Requeue};

    const auto refusal = [](NodeAction action, const Cordon &cordon) {
        return rules::refusalOf(action, manager(), cordon);
    };
    QVERIFY(!refusal(NodeAction::Cordon, open));
    QVERIFY(!refusal(NodeAction::Drain, open));
    QCOMPARE(refusal(NodeAction::Uncordon, open), NodeRefusal::NotCordoned);
    for (const Cordon &closed : {cordoned, waits, drains}) {
        QCOMPARE(refusal(NodeAction::Cordon, closed), NodeRefusal::CordonedAlready);
        QVERIFY(!refusal(NodeAction::Uncordon, closed));
    }
    QVERIFY(!refusal(NodeAction::Drain, cordoned));
    QVERIFY(!refusal(NodeAction::Drain, waits));
    QCOMPARE(refusal(NodeAction::Drain, drains), NodeRefusal::BeingEmptied);
    QCOMPARE(rules::refusalOf(NodeAction::Cordon, model::Account(), open), NodeRefusal::NoRight);

    for (const Drain how : {Drain::Wait, Drain::Requeue}) {
        QVERIFY(!rules::refusalOfDrain(how, open));
        QVERIFY(!rules::refusalOfDrain(how, cordoned));
        QCOMPARE(rules::refusalOfDrain(how, drains), NodeRefusal::BeingEmptied);
    }
    QCOMPARE(rules::refusalOfDrain(Drain::Wait, waits), NodeRefusal::WaitedFor);
    QVERIFY(!rules::refusalOfDrain(Drain::Requeue, waits));
}

void NodeRulesTest::tellsTheErrorOfARefusal()
{
    QCOMPARE(rules::error(NodeRefusal::NoRight).code, ErrorCode::Forbidden);
    for (const auto refusal : {NodeRefusal::CordonedAlready, NodeRefusal::NotCordoned,
                               NodeRefusal::WaitedFor, NodeRefusal::BeingEmptied}) {
        QCOMPARE(rules::error(refusal).code, ErrorCode::Conflict);
        QCOMPARE(rules::error(refusal).field, u"name"_s);
    }
}

void NodeRulesTest::countsWhatRunsThere()
{
    const auto wide = holder(1, u"ada"_s);
    const auto small = holder(2, u"ada"_s);
    const QList<model::Node> all{node(u"npu1"_s, {wide, wide, small}), node(u"npu2"_s, {wide}),
                                 node(u"npu3"_s, {holder(3, u"lin"_s)})};
    const rules::NodeLoad load = rules::loadOf({model::NodeName(u"npu1"_s)}, all);
    QCOMPARE(load.jobs, (QList<rules::LoadJob>{{wide, 2, 1}, {small, 1, 0}}));
    QCOMPARE(load.people, 1);
    QCOMPARE(load.devices, 3);
    QCOMPARE(load.elsewhere, 1);
    QCOMPARE(load.free, 1);

    const auto both = rules::loadOf({all[0].name, all[1].name, all[2].name}, all);
    QCOMPARE(both.jobs.size(), 3);
    QCOMPARE(both.people, 2);
    QCOMPARE(both.elsewhere, 0);
}

void NodeRulesTest::countsJobsWithoutDevices()
{
    model::Node login = node(u"login"_s, {});
    login.guests = {holder(1, u"ada"_s)};
    const rules::NodeLoad load = rules::loadOf({login.name}, {login});
    QCOMPARE(load.jobs, (QList<rules::LoadJob>{{login.guests.first(), 0, 0}}));
    QCOMPARE(load.people, 1);
    QCOMPARE(load.devices, 0);
}

QTEST_APPLESS_MAIN(NodeRulesTest)
#include "tst_noderules.moc"
