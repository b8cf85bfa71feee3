// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/nodestore.h"
#include "tests/backend/storage/fixture.h"

#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;
using model::Drain;
using model::NodeAction;

class NodeStoreTest final : public QObject
{
    Q_OBJECT

private slots:
    void keepsACordonOverARestart();
    void keepsEveryStep();
    void refusesWhatIsSoAlready();
    void decidesWhenTheTurnComes();

private:
    static std::unique_ptr<storage::NodeStore> open(Fixture &fixture)
    {
        auto store = storage::NodeStore::open(*fixture.database, *fixture.committer);
        return store ? *std::move(store) : nullptr;
    }
    static model::NodeStep step(NodeAction action, const QString &reason, Drain drain = Drain::No)
    {
        return {
            action,
            {u"ada"_s, QDateTime::fromMSecsSinceEpoch(1'700'000'000'123, Qt::UTC), reason, drain}};
    }

    const model::NodeName m_one{u"npu1"_s};
    const model::NodeName m_two{u"npu2"_s};
};

void NodeStoreTest::keepsACordonOverARestart()
{
    Fixture fixture;
    auto store = open(fixture);
    QSignalSpy changes(store.get(), &storage::NodeStore::cordonsChanged);
    const auto wanted = step(NodeAction::Drain, u"a new fan"_s, Drain::Requeue);
    QVERIFY(fixture.await(store->take(m_one, wanted)));
    QCOMPARE(changes.size(), 1);
    store.reset();
    fixture.reopen();
    store = open(fixture);
    QCOMPARE(store->cordons().size(), 1);
    QCOMPARE(store->cordons().value(m_one), wanted.what);
}

void NodeStoreTest::keepsEveryStep()
{
    Fixture fixture;
    const auto store = open(fixture);
    const QList<model::NodeStep> steps{step(NodeAction::Cordon, u"noise"_s),
                                       step(NodeAction::Drain, u"worse"_s, Drain::Wait),
                                       step(NodeAction::Uncordon, u"quiet"_s)};
    for (const auto &next : steps)
        QVERIFY(fixture.await(store->take(m_one, next)));
    QVERIFY(fixture.await(store->take(m_two, steps.first())));
    const auto history = store->history(m_one);
    QCOMPARE(*history, QList<model::NodeStep>(steps.rbegin(), steps.rend()));
    QCOMPARE(store->cordons().keys(), QList{m_two});
}

void NodeStoreTest::refusesWhatIsSoAlready()
{
    Fixture fixture;
    const auto store = open(fixture);
    const auto refused = fixture.await(store->take(m_one, step(NodeAction::Uncordon, u"x"_s)));
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QVERIFY(fixture.await(store->take(m_one, step(NodeAction::Cordon, u"x"_s))));
    const auto again = fixture.await(store->take(m_one, step(NodeAction::Cordon, u"y"_s)));
    QCOMPARE(again.error().code, ErrorCode::Conflict);
    QCOMPARE(store->cordons().value(m_one).reason, u"x"_s);
}

void NodeStoreTest::decidesWhenTheTurnComes()
{
    Fixture fixture;
    const auto store = open(fixture);
    const auto first = store->take(m_one, step(NodeAction::Cordon, u"x"_s));
    const auto second = store->take(m_one, step(NodeAction::Cordon, u"y"_s));
    QVERIFY(fixture.await(first));
    QCOMPARE(fixture.await(second).error().code, ErrorCode::Conflict);
    QCOMPARE(store->history(m_one)->size(), 1);
}

QTEST_GUILESS_MAIN(NodeStoreTest)
#include "tst_nodestore.moc"
