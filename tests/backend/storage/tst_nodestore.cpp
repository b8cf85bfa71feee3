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
    void refusesWhatTheCheckRefuses();
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

    using Cordon = std::optional<model::NodeCordon>;
    static Result<> any(const Cordon &) { return {}; }
    static Result<> onlyWhenOpen(const Cordon &cordon)
    {
        return cordon ? Result<>(Error{ErrorCode::Conflict, cordon->reason, {}}) : Result<>();
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
    QVERIFY(fixture.await(store->take(m_one, wanted, any)));
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
        QVERIFY(fixture.await(store->take(m_one, next, any)));
    QVERIFY(fixture.await(store->take(m_two, steps.first(), any)));
    const auto history = store->history(m_one);
    QCOMPARE(*history, QList<model::NodeStep>(steps.rbegin(), steps.rend()));
    QCOMPARE(store->cordons().keys(), QList{m_two});
}

void NodeStoreTest::refusesWhatTheCheckRefuses()
{
    Fixture fixture;
    const auto store = open(fixture);
    QVERIFY(fixture.await(store->take(m_one, step(NodeAction::Cordon, u"x"_s), onlyWhenOpen)));
    const auto again =
        fixture.await(store->take(m_one, step(NodeAction::Drain, u"y"_s), onlyWhenOpen));
    QCOMPARE(again.error().code, ErrorCode::Conflict);
    QCOMPARE(again.error().detail, u"x"_s);
    QCOMPARE(store->cordons().value(m_one).reason, u"x"_s);
    QVERIFY(fixture.await(store->take(m_one, step(NodeAction::Uncordon, u"z"_s), any)));
    QVERIFY(fixture.await(store->take(m_one, step(NodeAction::Cordon, u"x"_s), onlyWhenOpen)));
}

void NodeStoreTest::decidesWhenTheTurnComes()
{
    Fixture fixture;
    const auto store = open(fixture);
    const auto first = store->take(m_one, step(NodeAction::Cordon, u"x"_s), onlyWhenOpen);
    const auto second = store->take(m_one, step(NodeAction::Cordon, u"y"_s), onlyWhenOpen);
    QVERIFY(fixture.await(first));
    QCOMPARE(fixture.await(second).error().code, ErrorCode::Conflict);
    QCOMPARE(store->history(m_one)->size(), 1);
}

QTEST_GUILESS_MAIN(NodeStoreTest)
#include "tst_nodestore.moc"
