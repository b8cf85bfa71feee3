// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/nodebook.h"
#include "backend/engines/simulated/simulatedengine.h"
#include "backend/engines/simulated/virtualtime.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using model::NodeState;

class NodeBookTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void tellsACordonAtOnce();
    void tellsACordonBesideALoss();
    void knowsACordonFromBefore();
    void forgetsNoCordonWhileTheEngineIsAway();

private:
    void happen(const QString &words)
    {
        QVERIFY(m_cluster->nodes().happen(*engines::parseIncident(words)));
    }

    const model::NodeName m_name{u"n1"_s};
    const model::NodeCordon m_cordon{u"ada"_s, {}, u"noise"_s, model::Drain::No};
    std::unique_ptr<engines::VirtualTime> m_time;
    std::unique_ptr<engines::SimulatedCluster> m_cluster;
    std::unique_ptr<engines::SimulatedEngine> m_engine;
    std::unique_ptr<engines::NodeBook> m_book;
};

void NodeBookTest::init()
{
    m_book.reset();
    m_engine.reset();
    m_cluster.reset();
    engines::Simulation simulation;
    simulation.nodes = {{u"n"_s, 2, {}, 0}};
    m_time = std::make_unique<engines::VirtualTime>(QDateTime::currentDateTimeUtc(),
                                                    engines::VirtualTime::kByHand);
    m_cluster = std::make_unique<engines::SimulatedCluster>(*m_time, simulation);
    m_engine = std::make_unique<engines::SimulatedEngine>(*m_cluster, u"here"_s);
    m_book = std::make_unique<engines::NodeBook>(*m_engine);
}

void NodeBookTest::tellsACordonAtOnce()
{
    QTRY_VERIFY(m_book->isKnown());
    QSignalSpy changes(m_book.get(), &engines::NodeBook::nodeChanged);
    m_book->setCordons({{m_name, m_cordon}});
    QCOMPARE(changes.size(), 1);
    QCOMPARE(m_book->find(m_name)->state, NodeState::Cordoned);
    QCOMPARE(m_book->find(m_name)->detail, u"noise"_s);
    QCOMPARE(m_book->find(m_name)->cordon, m_cordon);
    m_book->setCordons({});
    QCOMPARE(m_book->find(m_name)->state, NodeState::Ready);
    QVERIFY(m_book->find(m_name)->detail.isEmpty());
}

void NodeBookTest::tellsACordonBesideALoss()
{
    m_book->setCordons({{m_name, m_cordon}});
    happen(u"lose n1"_s);
    m_time->advance(std::chrono::minutes(1));
    QTRY_VERIFY(m_book->find(m_name) && m_book->find(m_name)->state == NodeState::Lost);
    QCOMPARE(m_book->find(m_name)->cordon, m_cordon);
    happen(u"return n1"_s);
    QTRY_COMPARE(m_book->find(m_name)->state, NodeState::Cordoned);
}

void NodeBookTest::knowsACordonFromBefore()
{
    m_book->setCordons({{m_name, m_cordon}});
    QVERIFY(!m_book->isKnown());
    QTRY_VERIFY(m_book->isKnown());
    QCOMPARE(m_book->find(m_name)->state, NodeState::Cordoned);
}

void NodeBookTest::forgetsNoCordonWhileTheEngineIsAway()
{
    QTRY_VERIFY(m_book->isKnown());
    m_book->setCordons({{m_name, m_cordon}});
    happen(u"lose-engine"_s);
    QTRY_COMPARE(m_book->find(m_name)->state, NodeState::Unhealthy);
    QCOMPARE(m_book->find(m_name)->cordon, m_cordon);
    happen(u"return-engine"_s);
    QTRY_COMPARE(m_book->find(m_name)->state, NodeState::Cordoned);
}

QTEST_GUILESS_MAIN(NodeBookTest)
#include "tst_nodebook.moc"
