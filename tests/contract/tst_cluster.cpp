// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "threepeople.h"

using namespace Qt::Literals::StringLiterals;
using support::call;
using support::codeOf;

// What the cluster is, and taking its nodes out of service.
class ClusterTest final : public ThreePeople
{
    Q_OBJECT

private slots:
    void tellsTheClustersFacts();
    void showsNodesToThoseWhoMay();
    void showsVcs();
    void takesNodesOutOfServiceAndBack();
    void refusesToTakeNodesOutOfService();
    void countsFaultyDevicesOut();
};

void ClusterTest::tellsTheClustersFacts()
{
    const auto cluster = call(m_ann, api::getCluster);
    QVERIFY(cluster);
    QCOMPARE(cluster->name, u"Test"_s);
    QVERIFY(cluster->engineReachable);
    QCOMPARE(cluster->deviceTypes.size(), 1);
    QCOMPARE(cluster->deviceTypes.first().largestNode, 8);
}

void ClusterTest::showsNodesToThoseWhoMay()
{
    const model::Job job = submit(m_ann, u"holder"_s);
    QVERIFY(m_platform->move(job.id, model::JobState::Running, [](model::Job &held) {
        held.attempt = 1;
        held.placement = {{u"main"_s, model::NodeName(u"node1"_s), {3}}};
    }));
    const auto nodes = call(m_ann, api::listNodes);
    QVERIFY(nodes);
    QCOMPARE(nodes->items.size(), 1);
    QCOMPARE(nodes->items.first().devices.at(3).holder->job, job.id);
    QCOMPARE(codeOf(call(m_guest, api::listNodes)), ErrorCode::Forbidden);
    QVERIFY(m_platform->move(job.id, model::JobState::Finished));
}

void ClusterTest::showsVcs()
{
    const auto vcs = call(m_ann, api::listVcs);
    QVERIFY(vcs);
    QCOMPARE(vcs->items.size(), 1);
    QCOMPARE(vcs->items.first().usage.first().available, 8);
}

void ClusterTest::takesNodesOutOfServiceAndBack()
{
    const QStringList node{u"node1"_s};
    const auto stateOf = [&] { return call(m_ann, api::listNodes)->items.first(); };
    QTRY_COMPARE(stateOf().state, model::NodeState::Ready);
    client::EventStream stream(m_ann);
    QList<model::Event> events;
    connect(&stream, &client::EventStream::received, this,
            [&](const model::Event &event) { events.append(event); });
    stream.start();
    QTRY_VERIFY(!events.isEmpty());
    const auto cordoned =
        call(m_admin, api::cordonNode, node, model::CordonRequest{u"a noisy fan"_s});
    QVERIFY2(cordoned, cordoned ? "" : qPrintable(cordoned.error().detail));
    QCOMPARE(cordoned->state, model::NodeState::Cordoned);
    QCOMPARE(cordoned->cordon->actor, u"admin"_s);
    QCOMPARE(cordoned->cordon->reason, u"a noisy fan"_s);
    QCOMPARE(cordoned->cordon->drain, model::Drain::No);
    QCOMPARE(stateOf(), *cordoned);
    QTRY_VERIFY(std::any_of(events.begin(), events.end(), [&](const model::Event &event) {
        return event.node && event.node->cordon == cordoned->cordon;
    }));
    QCOMPARE(codeOf(call(m_admin, api::cordonNode, node, model::CordonRequest{u"once more"_s})),
             ErrorCode::Conflict);
    const auto waits = call(m_admin, api::drainNode, node, model::DrainRequest{u"a fan"_s, false});
    QCOMPARE(waits->cordon->drain, model::Drain::Wait);
    const auto twice = call(m_admin, api::drainNode, node, model::DrainRequest{u"again"_s, false});
    QCOMPARE(twice.error(), (Error{ErrorCode::Conflict,
                                   u"the node's jobs run to their ends already"_s, u"name"_s}));
    QCOMPARE(stateOf().cordon, waits->cordon);
    const auto drained =
        call(m_admin, api::drainNode, node, model::DrainRequest{u"a new fan"_s, true});
    QCOMPARE(drained->cordon->drain, model::Drain::Requeue);
    for (const bool requeue : {true, false}) {
        const auto again =
            call(m_admin, api::drainNode, node, model::DrainRequest{u"once more"_s, requeue});
        QCOMPARE(codeOf(again), ErrorCode::Conflict);
        QCOMPARE(again.error().field, u"name"_s);
    }
    QCOMPARE(codeOf(call(m_admin, api::cordonNode, node, model::CordonRequest{u"once more"_s})),
             ErrorCode::Conflict);
    const auto back = call(m_admin, api::uncordonNode, node, model::CordonRequest{u"quiet"_s});
    QCOMPARE(back->state, model::NodeState::Ready);
    QVERIFY(!back->cordon);
    QCOMPARE(codeOf(call(m_admin, api::uncordonNode, node, model::CordonRequest{u"again"_s})),
             ErrorCode::Conflict);
    const auto history = call(m_admin, api::nodeHistory, node);
    QCOMPARE(history->items.size(), 4);
    QCOMPARE(history->items.first().action, model::NodeAction::Uncordon);
    QCOMPARE(history->items.first().what.reason, u"quiet"_s);
    QCOMPARE(history->items.last().what, *cordoned->cordon);
}

void ClusterTest::refusesToTakeNodesOutOfService()
{
    const QStringList node{u"node1"_s};
    const model::CordonRequest because{u"because"_s};
    QCOMPARE(codeOf(call(m_ann, api::cordonNode, node, because)), ErrorCode::Forbidden);
    QCOMPARE(codeOf(call(m_ann, api::uncordonNode, node, because)), ErrorCode::Forbidden);
    QCOMPARE(codeOf(call(m_ann, api::drainNode, node, model::DrainRequest{u"x"_s, true})),
             ErrorCode::Forbidden);
    QCOMPARE(codeOf(call(m_ann, api::nodeHistory, node)), ErrorCode::Forbidden);
    QCOMPARE(codeOf(call(m_admin, api::cordonNode, {u"node9"_s}, because)), ErrorCode::NotFound);
    const auto silent = call(m_admin, api::cordonNode, node, model::CordonRequest{u" "_s});
    QCOMPARE(codeOf(silent), ErrorCode::InvalidInput);
    QCOMPARE(silent.error().field, u"reason"_s);
    QVERIFY(call(m_admin, api::nodeHistory, {u"node9"_s})->items.isEmpty());
}

void ClusterTest::countsFaultyDevicesOut()
{
    const auto unschedulable = [&] {
        const auto vcs = call(m_ann, api::listVcs);
        return vcs ? vcs->items.first().usage.first().unschedulable : -1;
    };
    QCOMPARE(unschedulable(), 0);
    m_platform->engine.setHealthy(3, false);
    QTRY_COMPARE(unschedulable(), 1);
    m_platform->engine.setHealthy(3, true);
    QTRY_COMPARE(unschedulable(), 0);
}

QTEST_GUILESS_MAIN(ClusterTest)
#include "tst_cluster.moc"
