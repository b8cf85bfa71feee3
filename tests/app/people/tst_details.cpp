// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/livestore.h"
#include "app/people/auditpage.h"
#include "app/people/dashboardpage.h"
#include "app/people/grouppage.h"
#include "app/people/groupspage.h"
#include "app/people/rolespage.h"
#include "app/people/userpage.h"
#include "app/widgets/pagestates.h"
#include "app/widgets/tableview.h"
#include "tests/app/support/fakeserver.h"
#include "tests/app/support/people.h"
#include "tests/app/support/scriptedprompt.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>

using namespace Qt::Literals::StringLiterals;

class DetailsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void theDashboardCounts();
    void aPersonIsChangedInPlace();
    void whatIsTypedStaysWhenOthersChangeThePerson();
    void aPersonThatIsGoneIsSaid();
    void aNewPasswordIsShownOnce();
    void membersOfAGroupAreFoundAndRemoved();
    void vcsOfAGroupArePicked();
    void deletingARoleSaysWhoLosesWhat();
    void deletingAGroupSaysWhoLosesWhat();
    void theAuditLogIsFilteredByTheServer();
    void anEntryIsReadWhole();
    void theAuditLogIsExportedWhole();

private:
    template <typename Wanted>
    Wanted *find(const QString &name) const
    {
        return m_page->findChild<Wanted *>(name);
    }
    void open(PeoplePage *page, const QStringList &path = {});
    void serveAudit(int count);
    PageStates *states() const { return m_page->findChild<PageStates *>(); }
    TableView *table() const { return m_page->findChild<TableView *>(); }

    std::unique_ptr<FakeServer> m_server;
    std::unique_ptr<LiveStore> m_store;
    std::unique_ptr<PeoplePage> m_page;
    ScriptedPrompt m_prompt;
};

void DetailsTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"BerthTest"_s);
    QCoreApplication::setApplicationName(u"details%1"_s.arg(QCoreApplication::applicationPid()));
}

void DetailsTest::init()
{
    m_prompt = {};
    m_server = std::make_unique<FakeServer>();
    m_server->answer(u"GET /api/v1/account"_s, samples::manager());
    m_server->answer(u"GET /api/v1/cluster"_s, samples::cluster());
    m_server->answer(u"GET /api/v1/vcs"_s, model::Items<model::VcStatus>{});
    m_server->answer(u"GET /api/v1/vc-names"_s,
                     model::VcNames{{model::VcName(u"platform"_s), model::VcName(u"vision"_s)}});
    m_server->answer(u"GET /api/v1/roles"_s, model::Items<model::Role>{samples::roles()});
    m_server->answer(u"GET /api/v1/groups"_s, model::Items<model::GroupSummary>{samples::groups()});
    m_server->answer(u"GET /api/v1/groups/1"_s, samples::wholeGroup(0));
    m_server->answer(u"GET /api/v1/users/30002"_s, samples::wholeUser(1));
    m_store = std::make_unique<LiveStore>(*m_server);
    m_store->start(samples::manager());
    m_store->reload();
    QTRY_COMPARE(m_store->loading(), Loading::Ready);
}

void DetailsTest::cleanup()
{
    m_page.reset();
    m_store.reset();
    m_server.reset();
    QSettings().clear();
}

void DetailsTest::open(PeoplePage *page, const QStringList &path)
{
    m_page.reset(page);
    m_page->resize(1060, 700);
    m_page->show();
    m_page->open(path);
    QTRY_VERIFY(states()->shown() != PageStates::Shown::Loading);
}

void DetailsTest::theDashboardCounts()
{
    m_server->answer(u"GET /api/v1/people/counts"_s, model::PeopleCounts{1204, 7, 5, 3});
    open(new DashboardPage(*m_store));
    QTRY_COMPARE(find<QLabel>(u"usersFigure"_s)->text(), u"1,204"_s);
    QSignalSpy led(m_page.get(), &Page::addressRequested);
    find<QPushButton>(u"createroles"_s)->click();
    QCOMPARE(led.first().first().toString(), u"roles/new"_s);
}

void DetailsTest::aPersonIsChangedInPlace()
{
    m_server->refuse(u"PUT /api/v1/users/30002"_s, {ErrorCode::InvalidInput, u"no"_s, u"email"_s});
    open(new UserPage(*m_store, m_prompt), {u"30002"_s});
    QTRY_COMPARE(find<QLabel>(u"nameLabel"_s)->text(), u"wangwei0001"_s);
    QCOMPARE(find<QLabel>(u"rolesLabel"_s)->text(), u"User"_s);
    find<QPushButton>(u"editButton"_s)->click();
    find<QLineEdit>(u"emailEdit"_s)->setText(u"nobody"_s);
    find<QPushButton>(u"saveChangesButton"_s)->click();
    QVERIFY(find<QLabel>(u"emailErrorLabel"_s)->isVisible());
    QCOMPARE(m_server->count(u"PUT /api/v1/users/30002"_s), 0);
    find<QLineEdit>(u"emailEdit"_s)->setText(u"wei@lab.example"_s);
    find<QPushButton>(u"saveChangesButton"_s)->click();
    QTRY_VERIFY(find<QLabel>(u"emailErrorLabel"_s)->isVisible()); // the server said no
    m_server->answer(u"PUT /api/v1/users/30002"_s, samples::wholeUser(1));
    find<QLineEdit>(u"emailEdit"_s)->setText(u"wei2@lab.example"_s);
    find<QPushButton>(u"saveChangesButton"_s)->click();
    QTRY_VERIFY(!find<QLineEdit>(u"emailEdit"_s)->isVisible());
    QVERIFY(!m_page->hasUnsavedInput());
}

void DetailsTest::whatIsTypedStaysWhenOthersChangeThePerson()
{
    open(new UserPage(*m_store, m_prompt), {u"30002"_s});
    QTRY_COMPARE(states()->shown(), PageStates::Shown::Content);
    find<QPushButton>(u"editButton"_s)->click();
    find<QLineEdit>(u"noteEdit"_s)->setText(u"half a sen"_s);
    QVERIFY(m_page->hasUnsavedInput());
    auto other = samples::wholeUser(1);
    other.summary.groups.clear();
    m_server->answer(u"GET /api/v1/users/30002"_s, other);
    model::Event event;
    event.topic = model::EventTopic::People;
    m_store->apply(event);
    QTRY_COMPARE(find<QLabel>(u"groupsLabel"_s)->text(), u"–"_s);
    QCOMPARE(find<QLineEdit>(u"noteEdit"_s)->text(), u"half a sen"_s);
}

void DetailsTest::aPersonThatIsGoneIsSaid()
{
    open(new UserPage(*m_store, m_prompt), {u"31000"_s});
    QTRY_COMPARE(states()->shown(), PageStates::Shown::Empty);
}

void DetailsTest::aNewPasswordIsShownOnce()
{
    m_server->answer(u"POST /api/v1/users/30002/password"_s,
                     model::NewPassword{model::UserId(30002), u"wangwei0001"_s, u"the-new-one"_s});
    m_prompt.confirms = true;
    open(new UserPage(*m_store, m_prompt), {u"30002"_s});
    QTRY_VERIFY(find<QPushButton>(u"passwordButton"_s));
    find<QPushButton>(u"passwordButton"_s)->click();
    QTRY_VERIFY(find<QDialog>(u"newPasswordDialog"_s));
    QCOMPARE(find<QLabel>(u"passwordLabel"_s)->text(), u"the-new-one"_s);
    find<QPushButton>(u"doneButton"_s)->click();
    QTRY_VERIFY(!find<QDialog>(u"newPasswordDialog"_s));
}

void DetailsTest::membersOfAGroupAreFoundAndRemoved()
{
    auto less = samples::wholeGroup(0);
    less.members.removeFirst();
    m_server->answer(u"POST /api/v1/groups/1/members"_s, less);
    open(new GroupPage(*m_store, m_prompt), {u"1"_s});
    QTRY_COMPARE(table()->model()->rowCount(), 12);
    const QAbstractItemModelTester tester(table()->model());
    find<QLineEdit>(u"searchField"_s)->setText(u"WANGWEI"_s);
    const int found = table()->model()->rowCount();
    QVERIFY(found > 0 && found < 12);
    find<QLineEdit>(u"searchField"_s)->clear();
    emit table() -> actionTriggered(u"remove"_s, {table()->model()->index(0, 0)});
    QTRY_COMPARE(table()->model()->rowCount(), 11);
}

void DetailsTest::vcsOfAGroupArePicked()
{
    m_server->answer(u"PUT /api/v1/groups/1/vcs"_s, samples::wholeGroup(0));
    open(new GroupPage(*m_store, m_prompt), {u"1"_s});
    QTRY_COMPARE(states()->shown(), PageStates::Shown::Content);
    find<QPushButton>(u"editVcsButton"_s)->click();
    auto *dialog = find<QDialog>(u"pickDialog"_s);
    QVERIFY(dialog);
    auto *list = dialog->findChild<QListWidget *>();
    QTRY_COMPARE(list->count(), 2);
    QCOMPARE(list->item(1)->checkState(), Qt::Checked); // vision, as it is
    QVERIFY(!dialog->findChild<QPushButton *>(u"verbButton"_s)->isEnabled());
    list->item(0)->setCheckState(Qt::Checked);
    dialog->findChild<QPushButton *>(u"verbButton"_s)->click();
    QTRY_COMPARE(m_server->count(u"PUT /api/v1/groups/1/vcs"_s), 1);
}

void DetailsTest::deletingARoleSaysWhoLosesWhat()
{
    auto roles = samples::roles();
    roles[2].permissions = {model::Permission::ViewClusterStatus};
    m_server->answer(u"GET /api/v1/roles"_s, model::Items<model::Role>{roles});
    open(new RolesPage(*m_store, m_prompt));
    QTRY_COMPARE(table()->model()->rowCount(), 3);
    emit table() -> actionTriggered(u"delete"_s, {table()->model()->index(0, 0)});
    QTRY_COMPARE(m_prompt.questions.size(), 1);
    const QString text = m_prompt.questions.first().text;
    QVERIFY(text.contains(u"View cluster status"_s) && text.contains(u"4 users"_s));
    QCOMPARE(m_server->count(u"DELETE /api/v1/roles/3"_s), 0);
}

void DetailsTest::deletingAGroupSaysWhoLosesWhat()
{
    m_server->answer(u"DELETE /api/v1/groups/1"_s, model::Nothing{});
    m_prompt.confirms = true;
    open(new GroupsPage(*m_store, m_prompt));
    QTRY_COMPARE(table()->model()->rowCount(), 2);
    emit table() -> actionTriggered(u"delete"_s, {table()->model()->index(1, 0)});
    QTRY_COMPARE(m_server->count(u"DELETE /api/v1/groups/1"_s), 1);
    QVERIFY(m_prompt.questions.first().text.contains(u"12 members"_s));
}

void DetailsTest::serveAudit(int count)
{
    m_server->answer(u"GET /api/v1/audit"_s, [count](const client::WireRequest &request) {
        const QUrlQuery query(request.path.section(u'?', 1));
        const int first = query.queryItemValue(u"cursor"_s).toInt();
        const int limit = query.queryItemValue(u"limit"_s).toInt();
        auto page = samples::auditPage(first, std::min(count, first + limit), count);
        return Result<QByteArray>(json::encodeText(page));
    });
}

void DetailsTest::theAuditLogIsFilteredByTheServer()
{
    serveAudit(500);
    open(new AuditPage(*m_store));
    QTRY_COMPARE(table()->model()->rowCount(), 100);
    auto *actions = find<QComboBox>(u"actionComboBox"_s);
    actions->setCurrentIndex(actions->findData(int(model::AuditAction::JobKilled)));
    QTRY_VERIFY(m_server->requests().last().path.contains(u"actions=job_killed"_s));
    auto *time = find<QComboBox>(u"timeComboBox"_s);
    time->setCurrentIndex(1);
    QTRY_VERIFY(m_server->requests().last().path.contains(u"from="_s));
    serveAudit(0);
    find<QLineEdit>(u"searchField"_s)->setText(u"nobody"_s);
    QTRY_COMPARE(states()->shown(), PageStates::Shown::Empty);
    serveAudit(3);
    find<QPushButton>(u"messageButton"_s)->click();
    QTRY_COMPARE(table()->model()->rowCount(), 3);
}

void DetailsTest::anEntryIsReadWhole()
{
    serveAudit(5);
    open(new AuditPage(*m_store));
    QTRY_COMPARE(table()->model()->rowCount(), 5);
    emit table() -> opened(table()->model()->index(0, 0));
    auto *dialog = find<QDialog>(u"auditDialog"_s);
    QVERIFY(dialog);
    QStringList texts;
    for (const auto *label : dialog->findChildren<QLabel *>())
        texts << label->text();
    for (const QString &text : {u"Ada"_s, u"Ada L."_s, u"10.0.4.17"_s})
        QVERIFY(texts.contains(text));
}

void DetailsTest::theAuditLogIsExportedWhole()
{
    serveAudit(2300);
    auto *page = new AuditPage(*m_store);
    open(page);
    QTRY_COMPARE(table()->model()->rowCount(), 100);
    const QTemporaryDir folder;
    const QSignalSpy exported(page, &AuditPage::exported);
    page->exportTo(folder.filePath(u"audit.csv"_s));
    QTRY_COMPARE(exported.count(), 1);
    QFile file(folder.filePath(u"audit.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), 2301);
}

QTEST_MAIN(DetailsTest)
#include "tst_details.moc"
