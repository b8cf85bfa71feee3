// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/livestore.h"
#include "app/models/nodelist.h"
#include "app/pages/clusterstatuspage.h"
#include "app/theme/looks.h"
#include "app/widgets/devicegrid.h"
#include "app/widgets/pagestates.h"
#include "app/widgets/tableview.h"
#include "core/model/page.h"
#include "tests/app/support/fakeserver.h"
#include "tests/app/support/nodes.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class ClusterStatusPageTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void showsWhatEachVcHas();
    void hidesNodesFromThoseWhoMayNotSeeThem();
    void aJobOfANodeOpens();
    void ofSeveralJobsThePersonChooses();
    void othersJobsOpenOnlyWithTheRight();
    void aChangedNodeIsShownAtOnce();
    void saysWhenNoDeviceIsDeclared();
    void offersToRetry();
    void jobsOfANodeAreNotCut();
    void theSearchNarrowsTableAndPicture();
    void exportsWhatIsShown();

private:
    void start(const model::Account &account);
    void open(const QList<model::Node> &nodes);
    TableView *table(const QString &name) const { return m_page->findChild<TableView *>(name); }
    QTabBar *tabs() const { return m_page->findChild<QTabBar *>(u"viewTabBar"_s); }
    PageStates *states() const { return m_page->findChild<PageStates *>(); }
    QString cell(int row, int column) const
    {
        return table(u"nodesTable"_s)->model()->index(row, column).data().toString();
    }
    QString jobAddress(int number) const { return u"jobs/"_s + samples::job(number).id.toString(); }

    model::Account m_account;
    std::unique_ptr<FakeServer> m_server;
    std::unique_ptr<LiveStore> m_store;
    std::unique_ptr<ClusterStatusPage> m_page;
};

void ClusterStatusPageTest::init()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"BerthTest"_s);
    QCoreApplication::setApplicationName(
        u"clusterstatuspage%1"_s.arg(QCoreApplication::applicationPid()));
    QSettings().clear();
    m_account = samples::account();
    m_account.permissions << model::Permission::ViewClusterStatus;
    m_server = std::make_unique<FakeServer>();
}

void ClusterStatusPageTest::cleanup()
{
    m_page.reset();
    m_store.reset();
    m_server.reset();
}

void ClusterStatusPageTest::start(const model::Account &account)
{
    m_server->answer(u"GET /api/v1/account"_s, account);
    m_store = std::make_unique<LiveStore>(*m_server);
    m_store->start(account);
    m_page = std::make_unique<ClusterStatusPage>(*m_store);
    m_page->resize(1060, 740);
    m_page->show();
    m_store->reload();
}

void ClusterStatusPageTest::open(const QList<model::Node> &nodes)
{
    m_server->answer(u"GET /api/v1/cluster"_s, samples::cluster());
    m_server->answer(u"GET /api/v1/vcs"_s,
                     model::Items<model::VcStatus>{{samples::vc(u"platform"_s, 11)}});
    m_server->answer(u"GET /api/v1/nodes"_s, model::Items<model::Node>{nodes});
    start(m_account);
    QTRY_COMPARE(table(u"vcStatusTable"_s)->model()->rowCount(), 1);
    m_page->open({u"nodes"_s});
    QTRY_COMPARE(table(u"nodesTable"_s)->model()->rowCount(), int(nodes.size()));
}

void ClusterStatusPageTest::showsWhatEachVcHas()
{
    open({samples::node(1)});
    m_page->open({u"vcs"_s});
    const QAbstractItemModel *model = table(u"vcStatusTable"_s)->model();
    QCOMPARE(model->index(0, 0).data().toString(), u"platform"_s);
    QCOMPARE(model->index(0, 4).data().toString(), u"11"_s);
    QVERIFY(model->index(0, 4).data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight);
    QCOMPARE(states()->shown(), PageStates::Shown::Content);
    QVERIFY(table(u"vcStatusTable"_s)->isVisible());
}

void ClusterStatusPageTest::hidesNodesFromThoseWhoMayNotSeeThem()
{
    m_account.permissions.removeAll(model::Permission::ViewClusterStatus);
    m_server->answer(u"GET /api/v1/cluster"_s, samples::cluster());
    m_server->answer(u"GET /api/v1/vcs"_s,
                     model::Items<model::VcStatus>{{samples::vc(u"platform"_s)}});
    start(m_account);
    QTRY_COMPARE(states()->shown(), PageStates::Shown::Content);
    m_page->open({u"nodes"_s});
    QCOMPARE(tabs()->currentIndex(), 0);
    QVERIFY(!tabs()->isVisible());
}

void ClusterStatusPageTest::aJobOfANodeOpens()
{
    auto node = samples::node(1);
    samples::hold(node, {0, 1}, 7, u"resnet"_s, u"alice"_s);
    open({node});
    const QSignalSpy asked(m_page.get(), &Page::addressRequested);
    emit table(u"nodesTable"_s)->opened(table(u"nodesTable"_s)->model()->index(0, 0));
    QCOMPARE(asked.value(0).value(0).toString(), jobAddress(7));
    QTest::mouseClick(m_page->findChild<DeviceGrid *>(), Qt::LeftButton, {}, QPoint(16, 40));
    QCOMPARE(asked.value(1).value(0).toString(), jobAddress(7));
}

void ClusterStatusPageTest::ofSeveralJobsThePersonChooses()
{
    auto node = samples::node(1);
    samples::hold(node, {0}, 7, u"one"_s, u"alice"_s);
    samples::hold(node, {1}, 8, u"two & three"_s, u"bob"_s);
    open({node});
    const QSignalSpy asked(m_page.get(), &Page::addressRequested);
    emit table(u"nodesTable"_s)->opened(table(u"nodesTable"_s)->model()->index(0, 0));
    const auto *menu = m_page->findChild<QMenu *>();
    QVERIFY(menu);
    QCOMPARE(menu->actions().size(), 2);
    QCOMPARE(menu->actions()[1]->text(), u"two && three : bob (NPU #1)"_s);
    menu->actions()[1]->trigger();
    QCOMPARE(asked.value(0).value(0).toString(), jobAddress(8));
}

void ClusterStatusPageTest::othersJobsOpenOnlyWithTheRight()
{
    m_account.permissions.removeAll(model::Permission::ViewAllUsersJobs);
    auto node = samples::node(1);
    samples::hold(node, {0}, 8, u"theirs"_s, u"bob"_s);
    open({node});
    const QSignalSpy asked(m_page.get(), &Page::addressRequested);
    emit table(u"nodesTable"_s)->opened(table(u"nodesTable"_s)->model()->index(0, 0));
    QTest::mouseClick(m_page->findChild<DeviceGrid *>(), Qt::LeftButton, {}, QPoint(16, 40));
    QCOMPARE(asked.count(), 0);
}

void ClusterStatusPageTest::aChangedNodeIsShownAtOnce()
{
    auto node = samples::node(1);
    open({node, samples::node(2)});
    QCOMPARE(cell(0, NodeList::UsedColumn), u"0"_s);
    model::Event event;
    event.topic = model::EventTopic::Node;
    samples::hold(node, {0, 1, 2, 3}, 7, u"resnet"_s, u"alice"_s);
    event.node = node;
    m_store->apply(event);
    QCOMPARE(cell(0, NodeList::UsedColumn), u"4"_s);
}

void ClusterStatusPageTest::saysWhenNoDeviceIsDeclared()
{
    auto node = samples::node(1);
    node.devices.clear();
    node.deviceType.reset();
    open({node});
    QVERIFY(m_page->findChild<QLabel *>(u"noDevicesLabel"_s)->isVisible());
    QVERIFY(!m_page->findChild<DeviceGrid *>()->isVisible());
    QCOMPARE(cell(0, NodeList::DevicesColumn), u"0"_s);
}

void ClusterStatusPageTest::offersToRetry()
{
    m_server->refuse(u"GET /api/v1/vcs"_s, {ErrorCode::Unavailable, {}, {}});
    start(m_account);
    QTRY_COMPARE(states()->shown(), PageStates::Shown::Error);
    m_server->answer(u"GET /api/v1/cluster"_s, samples::cluster());
    m_server->answer(u"GET /api/v1/vcs"_s,
                     model::Items<model::VcStatus>{{samples::vc(u"platform"_s)}});
    m_page->findChild<QPushButton *>(u"messageButton"_s)->click();
    QTRY_COMPARE(states()->shown(), PageStates::Shown::Content);
}

// As wide as the page is in a window of 1280.
void ClusterStatusPageTest::jobsOfANodeAreNotCut()
{
    auto node = samples::node(1);
    for (const int device : {0, 1, 2, 3, 4, 5, 6, 7})
        samples::hold(node, {device}, device, u"resnet50-imagenet-%1"_s.arg(device), u"alice"_s);
    open({node});
    TableView *nodes = table(u"nodesTable"_s);
    const QModelIndex pods = nodes->model()->index(0, NodeList::JobsColumn);
    const QRect cell = nodes->visualRect(pods);
    QVERIFY(nodes->viewport()->rect().contains(cell));
    const QImage image = nodes->viewport()->grab(cell).toImage();
    const auto isBlank = [&image](int from, int to) {
        const QColor paper = image.pixelColor(0, 0);
        for (int x = from; x < to; ++x) {
            for (int y = 0; y < image.height() - 1; ++y) { // above the line between rows
                if (image.pixelColor(x, y) != paper)
                    return false;
            }
        }
        return true;
    };
    QVERIFY(isBlank(0, kGrid) && isBlank(image.width() - kGrid, image.width()));
    QVERIFY(!isBlank(kGrid, image.width() / 2));
    QVERIFY(pods.data(Qt::ToolTipRole).toString().contains(u"resnet50-imagenet-7 : alice"_s));
}

void ClusterStatusPageTest::theSearchNarrowsTableAndPicture()
{
    auto node = samples::node(2);
    samples::hold(node, {0}, 8, u"theirs"_s, u"bob"_s);
    open({samples::node(1), node});
    auto *search = m_page->findChild<QLineEdit *>(u"searchField"_s);
    search->setText(u"bob"_s);
    QCOMPARE(table(u"nodesTable"_s)->model()->rowCount(), 1);
    search->setText(u"nobody"_s);
    QCOMPARE(states()->shown(), PageStates::Shown::Empty);
    m_page->findChild<QPushButton *>(u"messageButton"_s)->click();
    QCOMPARE(table(u"nodesTable"_s)->model()->rowCount(), 2);
    QCOMPARE(states()->shown(), PageStates::Shown::Content);
}

void ClusterStatusPageTest::exportsWhatIsShown()
{
    auto node = samples::node(1);
    node.address = u"=cmd"_s;
    samples::hold(node, {0}, 8, u"a, b"_s, u"bob"_s);
    open({node});
    const QTemporaryDir folder;
    QVERIFY(m_page->exportTo(folder.filePath(u"nodes.csv"_s)));
    QFile file(folder.filePath(u"nodes.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray csv = file.readAll();
    QVERIFY(csv.startsWith("Node Name,Node IP,Device Type,Number of Device,"));
    QVERIFY(csv.contains(",'=cmd,"));
    QVERIFY(csv.contains("\"[a, b : bob (NPU #1)]\""));
}

QTEST_MAIN(ClusterStatusPageTest)
#include "tst_clusterstatuspage.moc"
