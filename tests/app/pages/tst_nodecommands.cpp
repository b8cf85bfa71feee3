// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/livestore.h"
#include "app/dialogs/nodehistorydialog.h"
#include "app/pages/nodecommands.h"
#include "app/widgets/toast.h"
#include "core/model/page.h"
#include "tests/app/support/fakeserver.h"
#include "tests/app/support/nodes.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class NodeCommandsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void whoMayNotSeesWhy();
    void whatIsNotPossibleSaysWhy();
    void aCordonIsSentWithItsReason();
    void severalNodesAreOneOrder();
    void whatIsDrainedSoAlreadyIsLeftAlone();
    void aRefusalStaysInTheDialog();
    void theHistoryIsRead();

private:
    RowAction offer(const QString &id, const QList<model::Node> &nodes) const;
    NodeDialog *dialog() const { return m_over->findChild<NodeDialog *>(); }
    void confirm() const;

    model::Account m_account;
    model::Node m_node = samples::node(1);
    std::unique_ptr<FakeServer> m_server;
    std::unique_ptr<LiveStore> m_store;
    std::unique_ptr<QWidget> m_over;
    NodeCommands *m_commands = nullptr;
};

void NodeCommandsTest::init()
{
    m_account = samples::account();
    m_account.permissions << model::Permission::Manager;
    m_node = samples::node(1);
    m_server = std::make_unique<FakeServer>();
    m_store = std::make_unique<LiveStore>(*m_server);
    m_store->start(m_account);
    m_over = std::make_unique<QWidget>();
    m_over->show();
    m_commands = new NodeCommands(*m_store, m_over.get());
}

void NodeCommandsTest::cleanup()
{
    m_over.reset();
    m_store.reset();
    m_server.reset();
}

RowAction NodeCommandsTest::offer(const QString &id, const QList<model::Node> &nodes) const
{
    for (const RowAction &action : m_commands->offers(nodes)) {
        if (action.id == id)
            return action;
    }
    return {};
}

void NodeCommandsTest::confirm() const
{
    dialog()->findChild<QLineEdit *>(u"reasonEdit"_s)->setText(u"a new fan"_s);
    dialog()->findChild<QPushButton *>(u"verbButton"_s)->click();
}

void NodeCommandsTest::whoMayNotSeesWhy()
{
    m_store->start(samples::account());
    for (const QString &id : {u"cordon"_s, u"drain"_s}) {
        const RowAction action = offer(id, {m_node});
        QVERIFY(!action.enabled);
        QVERIFY2(action.toolTip.contains(u"Manager"_s), qPrintable(action.toolTip));
    }
    QVERIFY(offer(u"history"_s, {m_node}).id.isEmpty());
    m_commands->run(u"cordon"_s, {m_node});
    QVERIFY(!dialog());
}

void NodeCommandsTest::whatIsNotPossibleSaysWhy()
{
    QVERIFY(offer(u"cordon"_s, {m_node}).enabled);
    QVERIFY(offer(u"uncordon"_s, {m_node}).id.isEmpty());
    m_node.cordon = model::NodeCordon{u"mona"_s, {}, u"a fan"_s, model::Drain::Requeue};
    QVERIFY(offer(u"cordon"_s, {m_node}).id.isEmpty());
    QVERIFY(offer(u"uncordon"_s, {m_node}).enabled);
    const RowAction drain = offer(u"drain"_s, {m_node});
    QVERIFY(!drain.enabled);
    QVERIFY2(drain.toolTip.contains(u"already"_s), qPrintable(drain.toolTip));
}

void NodeCommandsTest::aCordonIsSentWithItsReason()
{
    const QString request = u"POST /api/v1/nodes/node-001/cordon"_s;
    m_server->answer(request, m_node);
    m_commands->run(u"cordon"_s, {m_node});
    confirm();
    QCOMPARE(m_server->count(request), 1);
    const QJsonObject body = QJsonDocument::fromJson(m_server->requests().last().body).object();
    QCOMPARE(body.value(u"reason"_s).toString(), u"a new fan"_s);
    QTRY_VERIFY(m_over->findChild<Toast *>());
    QTRY_VERIFY(!dialog());
}

void NodeCommandsTest::severalNodesAreOneOrder()
{
    model::Node closed = samples::node(3);
    closed.cordon = model::NodeCordon{u"mona"_s, {}, u"a fan"_s, model::Drain::No};
    for (const int number : {1, 2})
        m_server->answer(u"POST /api/v1/nodes/node-00%1/cordon"_s.arg(number),
                         samples::node(number));
    m_commands->run(u"cordon"_s, {m_node, samples::node(2), closed});
    QVERIFY(dialog()->windowTitle().contains(u"2"_s));
    confirm();
    QTRY_VERIFY(!dialog());
    QCOMPARE(m_server->count(u"POST /api/v1/nodes/node-003/cordon"_s), 0);
}

void NodeCommandsTest::whatIsDrainedSoAlreadyIsLeftAlone()
{
    model::Node waits = samples::node(2);
    waits.cordon = model::NodeCordon{u"mona"_s, QDateTime::currentDateTimeUtc(), u"a fan"_s,
                                     model::Drain::Wait};
    m_server->answer(u"GET /api/v1/nodes"_s, model::Items<model::Node>{{m_node, waits}});
    m_account.permissions << model::Permission::ViewClusterStatus;
    m_server->answer(u"GET /api/v1/account"_s, m_account);
    m_store->reload();
    QTRY_COMPARE(m_store->nodes().size(), 2);
    m_server->answer(u"POST /api/v1/nodes/node-001/drain"_s, m_node);
    m_commands->run(u"drain"_s, {m_node, waits});
    QVERIFY(dialog()->windowTitle().contains(u"2"_s));
    confirm();
    QTRY_VERIFY(!dialog());
    QCOMPARE(m_server->count(u"POST /api/v1/nodes/node-001/drain"_s), 1);
    QCOMPARE(m_server->count(u"POST /api/v1/nodes/node-002/drain"_s), 0);
}

void NodeCommandsTest::aRefusalStaysInTheDialog()
{
    m_server->refuse(u"POST /api/v1/nodes/node-001/drain"_s,
                     {ErrorCode::Conflict, u"the node is gone"_s, u"name"_s});
    m_commands->run(u"drain"_s, {m_node});
    confirm();
    const auto *problem = dialog()->findChild<QLabel *>(u"problemLabel"_s);
    QTRY_VERIFY(!problem->text().isEmpty());
    QVERIFY(dialog()->isVisible());
}

void NodeCommandsTest::theHistoryIsRead()
{
    const model::NodeCordon what{u"mona"_s, QDateTime::currentDateTimeUtc(), u"a fan"_s};
    m_server->answer(u"GET /api/v1/nodes/node-001/history"_s,
                     model::Items<model::NodeStep>{{{model::NodeAction::Cordon, what}}});
    m_commands->run(u"history"_s, {m_node});
    auto *history = m_over->findChild<NodeHistoryDialog *>();
    QVERIFY(history);
    const auto isShown = [history] {
        const auto labels = history->findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [](const QLabel *label) { return label->text() == u"Cordoned by mona"_s; });
    };
    QTRY_VERIFY(isShown());
}

QTEST_MAIN(NodeCommandsTest)
#include "tst_nodecommands.moc"
