// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/livestore.h"
#include "app/people/userspage.h"
#include "app/widgets/actionbuttons.h"
#include "app/widgets/pagestates.h"
#include "app/widgets/picklist.h"
#include "app/widgets/tableview.h"
#include "tests/app/support/fakeserver.h"
#include "tests/app/support/people.h"
#include "tests/app/support/scriptedprompt.h"

#include <QComboBox>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>
#include <QUrlQuery>

#include <ranges>

using namespace Qt::Literals::StringLiterals;

using UserPages = model::Page<model::UserSummary>;

class UsersPageTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void scrollingLoadsOn();
    void searchSortAndFiltersAreTheServers();
    void aChangeElsewhereKeepsSelectionAndScroll();
    void aFailureSaysWhyAndRetries();
    void oneselfAndAdminsAreGreyWithTheReason();
    void severalAreAddedToGroups();
    void activeJobsRefuseDeletionByName();
    void deletionSaysWhatIsLost();
    void exportsAllThatMatch();

private:
    void open();
    void serve(int count);
    TableView *table() const { return m_page->findChild<TableView *>(); }
    PageStates *states() const { return m_page->findChild<PageStates *>(); }
    QUrlQuery lastQuery() const;
    QToolButton *rowButton(int row, const QString &text) const;

    std::unique_ptr<FakeServer> m_server;
    std::unique_ptr<LiveStore> m_store;
    std::unique_ptr<UsersPage> m_page;
    ScriptedPrompt m_prompt;
    QList<model::UserSummary> m_users;
};

void UsersPageTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"BerthTest"_s);
    QCoreApplication::setApplicationName(u"userspage%1"_s.arg(QCoreApplication::applicationPid()));
}

void UsersPageTest::init()
{
    m_prompt = {};
    m_server = std::make_unique<FakeServer>();
    m_server->answer(u"GET /api/v1/roles"_s, model::Items<model::Role>{samples::roles()});
    m_server->answer(u"GET /api/v1/groups"_s, model::Items<model::GroupSummary>{samples::groups()});
    serve(1000);
}

void UsersPageTest::cleanup()
{
    m_page.reset();
    m_store.reset();
    m_server.reset();
    QSettings().clear();
}

// Pages with their place as the cursor.
void UsersPageTest::serve(int count)
{
    m_users = samples::users(0, count);
    m_server->answer(u"GET /api/v1/users"_s, [this](const client::WireRequest &request) {
        const QUrlQuery query(request.path.section(u'?', 1));
        const int first = query.queryItemValue(u"cursor"_s).toInt();
        const int limit = query.queryItemValue(u"limit"_s).toInt();
        UserPages page;
        page.items = m_users.mid(first, limit);
        page.total = m_users.size();
        if (first + limit < m_users.size())
            page.next = QString::number(first + limit);
        return Result<QByteArray>(json::encodeText(page));
    });
}

void UsersPageTest::open()
{
    m_store = std::make_unique<LiveStore>(*m_server);
    m_server->answer(u"GET /api/v1/account"_s, samples::manager());
    m_store->start(samples::manager());
    m_page = std::make_unique<UsersPage>(*m_store, m_prompt);
    m_page->resize(1060, 700);
    m_page->show();
    QTRY_VERIFY(states()->shown() != PageStates::Shown::Loading);
}

QUrlQuery UsersPageTest::lastQuery() const
{
    for (const auto &request : m_server->requests() | std::views::reverse) {
        if (request.path.startsWith(u"/api/v1/users?"_s))
            return QUrlQuery(request.path.section(u'?', 1));
    }
    return {};
}

QToolButton *UsersPageTest::rowButton(int row, const QString &text) const
{
    table()->setFocus(Qt::TabFocusReason);
    table()->selectRow(row);
    table()->setCurrentIndex(table()->model()->index(row, 0));
    for (auto *button : m_page->findChildren<QToolButton *>()) {
        if (button->accessibleName() == text && button->isVisible())
            return button;
    }
    return nullptr;
}

void UsersPageTest::scrollingLoadsOn()
{
    open();
    QCOMPARE(table()->model()->rowCount(), 100);
    QCOMPARE(m_page->findChild<QLabel *>(u"countLabel"_s)->text(), u"1000 users"_s);
    QTRY_VERIFY(table()->verticalScrollBar()->maximum() > 0);
    table()->verticalScrollBar()->setValue(table()->verticalScrollBar()->maximum());
    QTRY_COMPARE(table()->model()->rowCount(), 200);
}

void UsersPageTest::searchSortAndFiltersAreTheServers()
{
    open();
    QTRY_COMPARE(m_page->findChild<QComboBox *>(u"groupComboBox"_s)->count(), 3);
    m_page->findChild<QLineEdit *>(u"searchField"_s)->setText(u"ada"_s);
    QTRY_COMPARE(lastQuery().queryItemValue(u"text"_s), u"ada"_s);
    table()->horizontalHeader()->setSortIndicator(UserList::EmailColumn, Qt::DescendingOrder);
    QTRY_COMPARE(lastQuery().queryItemValue(u"order"_s), u"email"_s);
    QCOMPARE(lastQuery().queryItemValue(u"descending"_s), u"true"_s);
    m_page->findChild<QComboBox *>(u"groupComboBox"_s)->setCurrentIndex(1);
    QTRY_COMPARE(lastQuery().queryItemValue(u"group"_s), u"1"_s);
}

void UsersPageTest::aChangeElsewhereKeepsSelectionAndScroll()
{
    open();
    QSignalSpy reset(table()->model(), &QAbstractItemModel::modelReset);
    table()->selectRow(40);
    table()->verticalScrollBar()->setValue(600);
    const QString chosen = table()->selectedRows().first().data().toString();
    m_users.removeFirst();
    m_users[3].nickname = u"Changed"_s;
    model::Event event;
    event.topic = model::EventTopic::People;
    m_store->apply(event);
    QTRY_COMPARE(table()->model()->index(3, 1).data().toString(), u"Changed"_s);
    QCOMPARE(reset.count(), 0);
    QCOMPARE(table()->selectedRows().first().data().toString(), chosen);
    QCOMPARE(table()->verticalScrollBar()->value(), 600);
}

void UsersPageTest::aFailureSaysWhyAndRetries()
{
    m_server->refuse(u"GET /api/v1/users"_s, {ErrorCode::Unavailable, {}, {}});
    open();
    QTRY_COMPARE(states()->shown(), PageStates::Shown::Error);
    serve(3);
    m_page->findChild<QPushButton *>(u"messageButton"_s)->click();
    QTRY_COMPARE(states()->shown(), PageStates::Shown::Content);
}

void UsersPageTest::oneselfAndAdminsAreGreyWithTheReason()
{
    m_users = samples::users(0, 5);
    m_users[0].systemAdmin = false; // Mona herself
    m_users[0].roles = {samples::kUserRole};
    m_users[2].systemAdmin = true;
    m_users[2].roles = {samples::kAdminRole};
    open();
    QToolButton *remove = rowButton(0, u"Delete"_s);
    QVERIFY(remove);
    QVERIFY(!remove->isEnabled());
    QCOMPARE(remove->toolTip(), u"Nobody disables or deletes themselves."_s);
    const QToolButton *roles = rowButton(2, u"Edit roles"_s);
    QVERIFY(roles && !roles->isEnabled());
    QVERIFY(roles->toolTip().contains(u"System Admin"_s));
    QVERIFY(rowButton(1, u"Delete"_s)->isEnabled());
}

void UsersPageTest::severalAreAddedToGroups()
{
    serve(5);
    m_server->answer(u"POST /api/v1/groups/1/members"_s, samples::wholeGroup(0));
    open();
    table()->selectRow(1);
    table()->selectionModel()->select(table()->model()->index(3, 0),
                                      QItemSelectionModel::Select | QItemSelectionModel::Rows);
    auto *add = m_page->findChild<QPushButton *>(u"groupsSelectionButton"_s);
    QVERIFY(add);
    add->click();
    auto *dialog = m_page->findChild<QDialog *>(u"pickDialog"_s);
    QVERIFY(dialog);
    auto *list = dialog->findChild<QListWidget *>();
    QTRY_COMPARE(list->count(), 2);
    QTest::keyClicks(dialog->findChild<QLineEdit *>(u"pickSearchField"_s), u"vis"_s);
    QTest::keyClick(dialog->findChild<QLineEdit *>(u"pickSearchField"_s), Qt::Key_Return);
    dialog->findChild<QPushButton *>(u"verbButton"_s)->click();
    QTRY_COMPARE(m_server->count(u"POST /api/v1/groups/1/members"_s), 1);
    QTRY_VERIFY(!m_page->findChild<QDialog *>(u"pickDialog"_s));
}

void UsersPageTest::activeJobsRefuseDeletionByName()
{
    serve(5);
    auto busy = samples::wholeUser(1);
    busy.activeJobs = 2;
    m_server->answer(u"GET /api/v1/users/30002"_s, busy);
    QList<model::JobSummary> jobs;
    for (int number = 0; number < 3; ++number) {
        jobs << samples::job(number, model::JobState::Running);
        jobs.last().owner = model::UserId(number == 1 ? 30009 : 30002);
    }
    m_server->answer(u"GET /api/v1/jobs"_s, model::Page<model::JobSummary>{jobs, {}, 3});
    open();
    rowButton(1, u"Delete"_s)->click();
    QTRY_COMPARE(m_prompt.questions.size(), 1);
    QVERIFY2(m_prompt.questions.first().text.contains(u"2 jobs are active: job-0, job-2."_s),
             qPrintable(m_prompt.questions.first().text));
    QCOMPARE(m_server->count(u"DELETE /api/v1/users/30002"_s), 0);
}

void UsersPageTest::deletionSaysWhatIsLost()
{
    serve(5);
    m_server->answer(u"GET /api/v1/users/30002"_s, samples::wholeUser(1));
    m_server->answer(u"DELETE /api/v1/users/30002"_s, model::Nothing{});
    m_prompt.confirms = true;
    open();
    rowButton(1, u"Delete"_s)->click();
    QTRY_COMPARE(m_server->count(u"DELETE /api/v1/users/30002"_s), 1);
    const QString text = m_prompt.questions.first().text;
    for (const QString &part : {u"accounts"_s, u"roles given"_s, u"memberships"_s, u"clusters"_s})
        QVERIFY2(text.contains(part), qPrintable(text));
}

void UsersPageTest::exportsAllThatMatch()
{
    serve(1500);
    open();
    const QTemporaryDir folder;
    QSignalSpy exported(m_page.get(), &UsersPage::exported);
    m_page->exportTo(folder.filePath(u"users.csv"_s));
    QTRY_COMPARE(exported.count(), 1);
    QFile file(folder.filePath(u"users.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll().count('\n'), 1501);
}

QTEST_MAIN(UsersPageTest)
#include "tst_userspage.moc"
