// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/livestore.h"
#include "app/dialogs/deletevcdialog.h"
#include "app/dialogs/vcdialog.h"
#include "app/pages/vccommands.h"
#include "app/pages/vcpage.h"
#include "app/widgets/pagestates.h"
#include "app/widgets/tableview.h"
#include "app/widgets/toast.h"
#include "core/model/page.h"
#include "tests/app/support/account.h"
#include "tests/app/support/fakeserver.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSpinBox>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kList = u"GET /api/v1/vc-shares"_s;
const QString kCreate = u"POST /api/v1/vcs"_s;

} // namespace

class VcPageTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void showsHowTheClusterIsSharedOut();
    void whoMayOnlyViewChangesNothing();
    void offersSayWhyTheyAreGrey();
    void addsAVc();
    void showsARefusalAtItsField();
    void aJobThatBeginsMeanwhileIsSaidInTheDialog();
    void deletesAVcByItsName();
    void followsTheClusterLive();
    void searchesRetriesAndExports();

private:
    void open(model::Permission right = model::Permission::ManageVc);
    RowAction offer(int row, const QString &id) const;
    TableView *table() const { return m_page->findChild<TableView *>(u"vcsTable"_s); }
    PageStates *states() const { return m_page->findChild<PageStates *>(); }
    VcCommands *commands() const { return m_page->findChild<VcCommands *>(); }
    template <typename T>
    T *find(const QString &name) const
    {
        return m_page->findChild<T *>(name);
    }

    model::VcShares m_shares;
    std::unique_ptr<FakeServer> m_server;
    std::unique_ptr<LiveStore> m_store;
    std::unique_ptr<VcPage> m_page;
};

void VcPageTest::init()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"BerthTest"_s);
    QCoreApplication::setApplicationName(u"vcpage%1"_s.arg(QCoreApplication::applicationPid()));
    QSettings().clear();
    m_shares = samples::vcShares();
    m_server = std::make_unique<FakeServer>();
    m_server->answer(kList, [this](const auto &) { return json::encodeText(m_shares); });
}

void VcPageTest::cleanup()
{
    m_page.reset();
    m_store.reset();
    m_server.reset();
}

void VcPageTest::open(model::Permission right)
{
    model::Account account = samples::account();
    account.permissions << right;
    m_server->answer(u"GET /api/v1/account"_s, account);
    m_server->answer(u"GET /api/v1/cluster"_s, samples::cluster());
    m_server->answer(u"GET /api/v1/vcs"_s,
                     model::Items<model::VcStatus>{{samples::vc(u"platform"_s)}});
    m_store = std::make_unique<LiveStore>(*m_server);
    m_store->start(account);
    m_page = std::make_unique<VcPage>(*m_store);
    m_page->resize(1060, 740);
    m_page->show();
    m_store->reload();
    QTRY_COMPARE(table()->model()->rowCount(), int(m_shares.vcs.size()));
    QTRY_COMPARE(m_store->selectedVc().value(), u"platform"_s);
}

RowAction VcPageTest::offer(int row, const QString &id) const
{
    for (const RowAction &action : commands()->offers(m_shares.vcs[row])) {
        if (action.id == id)
            return action;
    }
    return {};
}

void VcPageTest::showsHowTheClusterIsSharedOut()
{
    open();
    QCOMPARE(states()->shown(), PageStates::Shown::Content);
    QCOMPARE(table()->model()->index(2, 0).data().toString(), u"vision"_s);
    QCOMPARE(table()->rowHeight(0), 52); // two types
    QCOMPARE(find<QLabel>(u"freeLabel"_s)->text(),
             u"huawei_npu_arm64: 12 of 64 left · nvidia_gpu_amd64: 8 of 8 left"_s);
}

void VcPageTest::whoMayOnlyViewChangesNothing()
{
    open(model::Permission::ViewVc);
    QVERIFY(!find<QPushButton>(u"addButton"_s)->isVisible());
    QVERIFY(commands()->offers(m_shares.vcs[2]).isEmpty());
    emit table() -> opened(table()->model()->index(2, 0));
    QVERIFY(!find<VcDialog>(u"VcDialog"_s));
}

void VcPageTest::offersSayWhyTheyAreGrey()
{
    open();
    QVERIFY(offer(2, u"modify"_s).enabled);
    QVERIFY(offer(2, u"delete"_s).enabled);
    QVERIFY(!offer(1, u"modify"_s).enabled);
    QVERIFY(offer(1, u"modify"_s).toolTip.startsWith(u"2 of its jobs"_s));
    QVERIFY(offer(0, u"modify"_s).enabled);
    QVERIFY(!offer(0, u"delete"_s).enabled); // the person is in it
    QVERIFY(offer(0, u"delete"_s).toolTip.contains(u"You are in"_s));
    commands()->run(u"modify"_s, model::VcName(u"speech"_s));
    QVERIFY(!find<VcDialog>(u"VcDialog"_s));
    QVERIFY(m_page->findChild<Toast *>()->text().startsWith(u"2 of its jobs"_s));
}

void VcPageTest::addsAVc()
{
    open();
    m_server->answer(kCreate, model::VcShare{model::VcName(u"fresh"_s), {}, 0, {}, 0, 0});
    find<QPushButton>(u"addButton"_s)->click();
    QVERIFY(find<VcDialog>(u"VcDialog"_s));
    find<QLineEdit>(u"nameEdit"_s)->setText(u"fresh"_s);
    find<QSpinBox>(u"deviceNumber0Spin"_s)->setValue(8);
    find<QPushButton>(u"saveButton"_s)->click();
    QTRY_COMPARE(m_server->count(kCreate), 1);
    const auto sent = json::decodeText<model::VirtualCluster>(m_server->requests().last().body);
    QVERIFY(sent);
    QCOMPARE(sent->quotas[0].deviceNumber, 8);
    QTRY_VERIFY(!find<VcDialog>(u"VcDialog"_s));
    QVERIFY(m_page->findChild<Toast *>()->text().contains(u"fresh"_s));
    QTRY_VERIFY(m_server->count(kList) > 1);
}

void VcPageTest::showsARefusalAtItsField()
{
    open();
    m_server->refuse(kCreate, {ErrorCode::Conflict, u"name: the name is taken"_s, u"name"_s});
    find<QPushButton>(u"addButton"_s)->click();
    find<QLineEdit>(u"nameEdit"_s)->setText(u"fresh"_s);
    find<QPushButton>(u"saveButton"_s)->click();
    QTRY_VERIFY(find<QLabel>(u"nameErrorLabel"_s)->text().contains(u"of this name"_s));
    QVERIFY(find<QPushButton>(u"saveButton"_s)->isEnabled());
}

void VcPageTest::aJobThatBeginsMeanwhileIsSaidInTheDialog()
{
    open();
    m_server->refuse(u"PUT /api/v1/vcs/vision"_s, {ErrorCode::Conflict, u"busy"_s, {}});
    commands()->run(u"modify"_s, model::VcName(u"vision"_s));
    m_shares.vcs[2].jobsInTheWay = 1;
    find<QPushButton>(u"saveButton"_s)->click();
    QTRY_VERIFY(find<QLabel>(u"problemLabel"_s)->text().startsWith(u"One of its jobs"_s)
                || find<QLabel>(u"problemLabel"_s)->text().startsWith(u"1 of its jobs"_s));
    QVERIFY(find<VcDialog>(u"VcDialog"_s));
}

void VcPageTest::deletesAVcByItsName()
{
    open();
    const QString remove = u"DELETE /api/v1/vcs/vision"_s;
    m_server->answer(remove, [this](const client::WireRequest &request) -> Result<QByteArray> {
        m_shares.vcs.removeLast();
        return request.path.contains(u"confirmation=vision"_s)
                       && request.path.contains(u"current=platform"_s)
                   ? Result<QByteArray>("{}")
                   : Error{ErrorCode::InvalidInput, {}, {}};
    });
    commands()->run(u"delete"_s, model::VcName(u"vision"_s));
    QVERIFY(find<DeleteVcDialog>(u"DeleteVcDialog"_s));
    find<QLineEdit>(u"nameEdit"_s)->setText(u"vision"_s);
    find<QPushButton>(u"deleteButton"_s)->click();
    QTRY_VERIFY(!find<DeleteVcDialog>(u"DeleteVcDialog"_s));
    QTRY_COMPARE(table()->model()->rowCount(), 2);
}

void VcPageTest::followsTheClusterLive()
{
    open();
    m_shares.vcs[2].userNumber = 4;
    emit m_store->peopleChanged();
    QTRY_COMPARE(table()->model()->index(2, 4).data().toString(), u"4"_s);
    m_shares.vcs[2].userNumber = 5;
    m_page->hide();
    emit m_store->vcsChanged();
    m_page->show();
    QTRY_COMPARE(table()->model()->index(2, 4).data().toString(), u"5"_s);
}

void VcPageTest::searchesRetriesAndExports()
{
    m_server->refuse(kList, {ErrorCode::Unavailable, {}, {}});
    m_shares.vcs.clear();
    open();
    QTRY_COMPARE(states()->shown(), PageStates::Shown::Error);
    m_shares = samples::vcShares();
    m_server->answer(kList, m_shares);
    find<QPushButton>(u"messageButton"_s)->click();
    QTRY_COMPARE(states()->shown(), PageStates::Shown::Content);
    find<QLineEdit>(u"searchField"_s)->setText(u"nobody"_s);
    QCOMPARE(states()->shown(), PageStates::Shown::Empty);
    find<QLineEdit>(u"searchField"_s)->setText(u"vis"_s);
    const QTemporaryDir folder;
    QVERIFY(m_page->exportTo(folder.filePath(u"vcs.csv"_s)));
    QFile file(folder.filePath(u"vcs.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(),
             QByteArray("VcName,DeviceType,DeviceNumber,MaxAvailable,UserNumber,Users\r\n"
                        "vision,huawei_npu_arm64,16,8,3,\"alice, bob, wangwei\"\r\n"
                        "vision,nvidia_gpu_amd64,0,0,3,\"alice, bob, wangwei\"\r\n"));
}

QTEST_MAIN(VcPageTest)
#include "tst_vcpage.moc"
