// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/models/nodelist.h"
#include "app/models/vcusagelist.h"
#include "tests/app/support/line.h"
#include "tests/app/support/nodes.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using support::line;

class ClusterListsTest : public QObject
{
    Q_OBJECT

private slots:
    void aVcHasALineForEachType();
    void aChangedVcGlowsAlone();
    void aNodeCountsWhoHoldsItsDevices();
    void aNodeThatTakesNoWorkHasNothingAvailable();
    void aCordonedNodeSaysByWhomWhenAndWhy();
    void jobsWithoutDevicesAreThereToo();
    void aNodeIsFoundByItsJobs();
    void nodesComeAndGoWithoutAReset();

private:
    SystemClock m_clock;
};

void ClusterListsTest::aVcHasALineForEachType()
{
    VcUsageList list(m_clock);
    const QAbstractItemModelTester tester(&list);
    auto vc = samples::vc(u"platform"_s, 6);
    vc.usage[0].preemptibleUsed = 2;
    vc.usage[0].unschedulable = 1;
    vc.activeJobs = 3;
    list.setVcs({vc, {model::VcName(u"empty"_s), {}, 0}});
    QCOMPARE(list.rowCount(), 2);
    QCOMPARE(line(list, 1), u"platform | huawei_npu_arm64 | 16 | 1 | 6 | 2 | 7 | 3"_s);
    QVERIFY(line(list, 0).startsWith(u"empty | "_s));
    list.setText(u"PLAT"_s);
    QCOMPARE(list.rowCount(), 1);
}

void ClusterListsTest::aChangedVcGlowsAlone()
{
    VcUsageList list(m_clock);
    const QAbstractItemModelTester tester(&list);
    list.setVcs({samples::vc(u"a"_s), samples::vc(u"b"_s)});
    const QSignalSpy reset(&list, &QAbstractItemModel::modelReset);
    list.setVcs({samples::vc(u"a"_s), samples::vc(u"b"_s, 4)});
    QCOMPARE(reset.count(), 0);
    QCOMPARE(list.index(0, 0).data(GlowCell).toLongLong(), 0);
    QVERIFY(list.index(1, 0).data(GlowCell).toLongLong() > 0);
    list.setVcs({samples::vc(u"b"_s, 4)});
    QCOMPARE(list.rowCount(), 1);
}

void ClusterListsTest::aNodeCountsWhoHoldsItsDevices()
{
    NodeList list(m_clock);
    const QAbstractItemModelTester tester(&list);
    auto node = samples::node(1);
    samples::hold(node, {0, 1, 2, 3}, 1, u"resnet"_s, u"alice"_s);
    samples::hold(node, {4}, 2, u"<b>x</b>"_s, u"bob"_s, true);
    node.devices[7].healthy = false;
    list.setNodes({node}, samples::cluster().deviceTypes);
    QCOMPARE(line(list, 0), u"node-001 | 10.0.0.1 | huawei_npu_arm64 | 8 | 4 | 1 | 2 | Ready | "
                            "[resnet : alice (NPU #4)] [<b>x</b> : bob (NPU #1)]"_s);
    const QString tip = list.index(0, NodeList::JobsColumn).data(Qt::ToolTipRole).toString();
    QVERIFY(tip.contains(u"&lt;b&gt;x"_s));
}

void ClusterListsTest::aNodeThatTakesNoWorkHasNothingAvailable()
{
    NodeList list(m_clock);
    auto node = samples::node(1);
    node.state = model::NodeState::Lost;
    node.detail = u"no news for 30 s"_s;
    list.setNodes({node}, {});
    QCOMPARE(list.index(0, NodeList::AvailableColumn).data().toString(), u"0"_s);
    QCOMPARE(list.index(0, NodeList::StatusColumn).data(ChipCell).value<Chip>().tone, Tone::Danger);
    QVERIFY(list.index(0, NodeList::StatusColumn)
                .data(Qt::ToolTipRole)
                .toString()
                .contains(u"no news"_s));
}

void ClusterListsTest::aCordonedNodeSaysByWhomWhenAndWhy()
{
    NodeList list(m_clock);
    auto node = samples::node(1);
    samples::hold(node, {0}, 1, u"resnet"_s, u"alice"_s);
    node.state = model::NodeState::Cordoned;
    node.cordon = model::NodeCordon{u"mona"_s, m_clock.now(), u"<fan>"_s, model::Drain::No};
    node.detail = node.cordon->reason;
    const auto status = [&list](const model::Node &shown, int role) {
        list.setNodes({shown}, {});
        return list.index(0, NodeList::StatusColumn).data(role).toString();
    };
    QCOMPARE(status(node, Qt::DisplayRole), u"Cordoned"_s);
    const QString words = status(node, Qt::AccessibleDescriptionRole);
    QVERIFY2(words.startsWith(u"Cordoned by mona, just now"_s), qPrintable(words));
    QVERIFY(words.endsWith(u"<fan>"_s));
    QVERIFY(status(node, Qt::ToolTipRole).contains(u"&lt;fan&gt;"_s));

    node.cordon->drain = model::Drain::Wait;
    QCOMPARE(status(node, Qt::DisplayRole), u"Draining"_s);
    node.devices[0].holder.reset();
    QCOMPARE(status(node, Qt::DisplayRole), u"Drained"_s);
    node.state = model::NodeState::Lost;
    node.detail = u"no news for 30 s"_s;
    QCOMPARE(status(node, Qt::DisplayRole), u"Lost"_s);
    QVERIFY(status(node, Qt::ToolTipRole).contains(u"no news"_s));
    QVERIFY(status(node, Qt::ToolTipRole).contains(u"mona"_s));
}

void ClusterListsTest::jobsWithoutDevicesAreThereToo()
{
    NodeList list(m_clock);
    auto node = samples::node(1);
    samples::hold(node, {0}, 1, u"resnet"_s, u"alice"_s);
    node.guests = {{samples::job(2).id, u"notebook"_s, u"bob"_s}};
    list.setNodes({node}, samples::cluster().deviceTypes);
    QCOMPARE(list.index(0, NodeList::JobsColumn).data().toString(),
             u"[resnet : alice (NPU #1)] [notebook : bob (NPU #0)]"_s);
    QCOMPARE(list.index(0, NodeList::UsedColumn).data().toString(), u"1"_s);
}

void ClusterListsTest::aNodeIsFoundByItsJobs()
{
    NodeList list(m_clock);
    auto node = samples::node(2);
    samples::hold(node, {0}, 1, u"resnet"_s, u"alice"_s);
    list.setNodes({samples::node(1), node}, samples::cluster().deviceTypes);
    list.setText(u"Alice"_s);
    QCOMPARE(list.rowCount(), 1);
    QVERIFY(line(list, 0).startsWith(u"node-002"_s));
}

void ClusterListsTest::nodesComeAndGoWithoutAReset()
{
    NodeList list(m_clock);
    const QAbstractItemModelTester tester(&list);
    list.setNodes({samples::node(1), samples::node(3)}, {});
    const QSignalSpy reset(&list, &QAbstractItemModel::modelReset);
    list.setNodes({samples::node(2), samples::node(3)}, {});
    QCOMPARE(reset.count(), 0);
    QVERIFY(line(list, 0).startsWith(u"node-002"_s));
    QVERIFY(line(list, 1).startsWith(u"node-003"_s));
}

QTEST_MAIN(ClusterListsTest)
#include "tst_clusterlists.moc"
