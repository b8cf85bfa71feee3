// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/livestore.h"
#include "app/models/joblist.h"
#include "app/pages/jobcommands.h"
#include "app/pages/jobspage.h"
#include "app/theme/looks.h"
#include "app/widgets/pagestates.h"
#include "app/widgets/tableview.h"
#include "app/widgets/toast.h"
#include "tests/app/support/fakeserver.h"
#include "tests/app/support/samples.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

using model::JobState;
using JobPage = model::Page<model::JobSummary>;

namespace {

const QString kList = u"GET /api/v1/jobs"_s;

QString requestOf(const QString &verb, int job, const QString &end)
{
    return verb + u" /api/v1/jobs/"_s + samples::job(job).id.toString() + end;
}

} // namespace

class JobsPageTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void showsMyJobsNewestFirst();
    void searchingAndClearingNarrowTheList();
    void noJobsOfferSubmission();
    void aFailureSaysWhyAndRetries();
    void allJobsStandInGroups();
    void theKeyboardFindsTheActionsOfARow();
    void noTableMovesUnderThePointer();
    void allJobsNeedTheRight();
    void aLiveChangeKeepsTheSelection();
    void severalSelectedShowTheBar();
    void aKillIsSentWhenThePageGoes();
    void aPriorityIsEditedInPlace();
    void aNameOpensItsJob();
    void tabAndFilterAreKept();
    void csvQuotesAndDisarmsCells();

private:
    void open(const QList<model::JobSummary> &jobs);
    TableView *table(const QString &name = u"myJobsTable"_s) const
    {
        return m_page->findChild<TableView *>(name);
    }
    QStringList names(const QString &tableName = u"myJobsTable"_s) const;
    PageStates *states() const { return m_page->findChild<PageStates *>(); }
    void press(const QString &button) const { m_page->findChild<QPushButton *>(button)->click(); }

    std::unique_ptr<FakeServer> m_server;
    std::unique_ptr<LiveStore> m_store;
    std::unique_ptr<JobsPage> m_page;
    model::Account m_account;
};

void JobsPageTest::initTestCase()
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"BerthTest"_s);
    QCoreApplication::setApplicationName(u"jobspage%1"_s.arg(QCoreApplication::applicationPid()));
}

void JobsPageTest::init()
{
    m_account = samples::account();
    m_server = std::make_unique<FakeServer>();
}

void JobsPageTest::cleanup()
{
    m_page.reset();
    m_store.reset();
    m_server.reset();
    QSettings().clear();
}

void JobsPageTest::open(const QList<model::JobSummary> &jobs)
{
    m_server->answer(u"GET /api/v1/account"_s, m_account);
    m_server->answer(u"GET /api/v1/cluster"_s, samples::cluster());
    m_server->answer(u"GET /api/v1/vcs"_s,
                     model::Items<model::VcStatus>{{samples::vc(u"platform"_s)}});
    m_server->answer(kList, JobPage{jobs, {}, jobs.size()});
    m_store = std::make_unique<LiveStore>(*m_server);
    m_store->start(m_account);
    m_store->reload();
    QTRY_COMPARE(m_store->loading(), Loading::Ready);
    m_page = std::make_unique<JobsPage>(*m_store);
    m_page->resize(1060, 700);
    m_page->show();
    QTRY_VERIFY(m_server->count(kList) > 0);
    QTRY_VERIFY(states()->shown() != PageStates::Shown::Loading);
}

QStringList JobsPageTest::names(const QString &tableName) const
{
    QStringList result;
    const auto *model = table(tableName)->model();
    for (int row = 0; row < model->rowCount(); ++row)
        result << model->index(row, JobList::NameColumn).data().toString();
    return result;
}

void JobsPageTest::showsMyJobsNewestFirst()
{
    open({samples::job(1), samples::job(3, JobState::Failed), samples::job(2)});
    QCOMPARE(names(), QStringList({u"job-3"_s, u"job-2"_s, u"job-1"_s}));
    QVERIFY(table()->isColumnHidden(JobList::UserColumn));
    QCOMPARE(m_page->findChild<QLabel *>(u"countLabel"_s)->text(), u"3 jobs"_s);
}

void JobsPageTest::searchingAndClearingNarrowTheList()
{
    open({samples::job(1), samples::job(2)});
    auto *search = m_page->findChild<QLineEdit *>(u"searchField"_s);
    QTest::keyClicks(search, u"JOB-2"_s);
    QCOMPARE(names(), QStringList{u"job-2"_s});
    QTest::keyClicks(search, u"x"_s);
    QTRY_COMPARE(states()->shown(), PageStates::Shown::Empty);
    press(u"messageButton"_s);
    QCOMPARE(names().size(), 2);
    auto *combo = m_page->findChild<QComboBox *>(u"stateComboBox"_s);
    combo->setCurrentIndex(combo->findData(int(JobState::Running)));
    QTRY_COMPARE(states()->shown(), PageStates::Shown::Empty);
}

void JobsPageTest::noJobsOfferSubmission()
{
    open({});
    QTRY_COMPARE(states()->shown(), PageStates::Shown::Empty);
    const QSignalSpy asked(m_page.get(), &Page::addressRequested);
    press(u"messageButton"_s);
    QCOMPARE(asked.value(0).value(0).toString(), u"submit"_s);
}

void JobsPageTest::aFailureSaysWhyAndRetries()
{
    open({});
    m_server->refuse(kList, {ErrorCode::Unavailable, u"gone"_s, {}});
    model::JobQuery other;
    m_page->findChild<LiveJobs *>()->setQuery(other);
    QTRY_COMPARE(states()->shown(), PageStates::Shown::Error);
    m_server->answer(kList, JobPage{{samples::job(1)}, {}, 1});
    press(u"messageButton"_s);
    QTRY_COMPARE(states()->shown(), PageStates::Shown::Content);
}

void JobsPageTest::allJobsStandInGroups()
{
    open({samples::job(1, JobState::Running), samples::job(2, JobState::Scheduling),
          samples::job(3, JobState::Queued)});
    m_page->findChild<QTabBar *>(u"scopeTabBar"_s)->setCurrentIndex(1);
    QTRY_COMPARE(names(u"queuingJobsTable"_s), QStringList({u"job-3"_s, u"job-2"_s}));
    QCOMPARE(names(u"runningJobsTable"_s), QStringList{u"job-1"_s});
    QTRY_VERIFY(table(u"pausedJobsTable"_s)->isHidden());
    QTRY_VERIFY(table(u"runningJobsTable"_s)->isVisible());
    QVERIFY(!table(u"runningJobsTable"_s)->isColumnHidden(JobList::UserColumn));
    QVERIFY(m_server->requests().last().path.contains(u"scope=all"_s));
}

void JobsPageTest::theKeyboardFindsTheActionsOfARow()
{
    open({samples::job(1), samples::job(2)});
    QStackedWidget window;
    window.addWidget(m_page.get());
    window.addWidget(new QWidget);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    const QModelIndex cell = table()->model()->index(1, JobList::NameColumn);
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, table()->visualRect(cell).center());
    window.setCurrentIndex(1); // another page comes
    window.setCurrentIndex(0);
    auto *search = m_page->findChild<QLineEdit *>(u"searchField"_s);
    search->setFocus();
    QTest::keyClick(search, Qt::Key_Down);
    QTRY_VERIFY(table()->hasFocus());
    const auto *kill = m_page->findChild<QToolButton *>(u"killRowButton"_s);
    QVERIFY(kill && kill->isVisible());
    m_page->setParent(nullptr);
}

void JobsPageTest::noTableMovesUnderThePointer()
{
    open({samples::job(1, JobState::Running), samples::job(2, JobState::Queued)});
    m_page->findChild<QTabBar *>(u"scopeTabBar"_s)->setCurrentIndex(1);
    auto *queuing = table(u"queuingJobsTable"_s);
    QTRY_VERIFY(queuing->isVisible() && names(u"queuingJobsTable"_s).size() == 1);
    const auto run = [this](int number) {
        model::Event event;
        event.topic = model::EventTopic::Job;
        event.job = samples::job(number, JobState::Running);
        m_store->apply(event);
        QCoreApplication::processEvents();
    };
    run(3);
    QTRY_COMPARE(table(u"runningJobsTable"_s)->maximumHeight(),
                 queuing->maximumHeight() + kRowHeight);
    const auto *running = table(u"runningJobsTable"_s);
    QTRY_VERIFY(queuing->y() >= running->geometry().bottom() + kRowHeight); // its title too
    const int top = queuing->mapTo(m_page.get(), QPoint()).y();
    emit queuing->pointerRests(true);
    run(4);
    QCOMPARE(names(u"runningJobsTable"_s), QStringList({u"job-3"_s, u"job-1"_s, u"job-4"_s}));
    QCOMPARE(queuing->mapTo(m_page.get(), QPoint()).y(), top);
    emit queuing->pointerRests(false);
    QTRY_COMPARE(queuing->mapTo(m_page.get(), QPoint()).y(), top + kRowHeight);
    QCOMPARE(names(u"runningJobsTable"_s).first(), u"job-4"_s);
}

void JobsPageTest::allJobsNeedTheRight()
{
    m_account.permissions = {model::Permission::SubmitTrainingJob};
    open({samples::job(1)});
    QVERIFY(!m_page->findChild<QTabBar *>(u"scopeTabBar"_s)->isVisible());
}

void JobsPageTest::aLiveChangeKeepsTheSelection()
{
    open({samples::job(1), samples::job(2)});
    table()->selectRow(1);
    model::Event event;
    event.topic = model::EventTopic::Job;
    event.job = samples::job(9, JobState::Running);
    m_store->apply(event);
    QCOMPARE(names().first(), u"job-9"_s);
    QCOMPARE(table()->selectedRows().value(0).row(), 2);
}

void JobsPageTest::severalSelectedShowTheBar()
{
    open({samples::job(1), samples::job(2), samples::job(3, JobState::Finished)});
    const auto *bar = m_page->findChild<QWidget *>(u"selectionBar"_s);
    table()->selectRow(0);
    QVERIFY(!bar->isVisible());
    table()->selectAll();
    QVERIFY(bar->isVisible());
    QCOMPARE(m_page->findChild<QLabel *>(u"selectionCount"_s)->text(), u"3 selected"_s);
    press(u"pauseSelectionButton"_s);
    QTRY_COMPARE(m_server->count(requestOf(u"POST"_s, 1, u"/pause"_s)), 1);
    QCOMPARE(m_server->count(requestOf(u"POST"_s, 2, u"/pause"_s)), 1);
    QCOMPARE(m_server->count(requestOf(u"POST"_s, 3, u"/pause"_s)), 0);
}

void JobsPageTest::aKillIsSentWhenThePageGoes()
{
    open({samples::job(1)});
    m_page->findChild<JobCommands *>()->run(u"kill"_s, {samples::job(1)});
    m_page.reset();
    QCOMPARE(m_server->count(requestOf(u"POST"_s, 1, u"/kill"_s)), 1);
}

void JobsPageTest::aPriorityIsEditedInPlace()
{
    open({samples::job(1)});
    const QModelIndex cell = table()->model()->index(0, JobList::PriorityColumn);
    table()->setCurrentIndex(cell);
    table()->edit(cell);
    auto *edit = table()->findChild<QLineEdit *>(u"priorityEdit"_s);
    QVERIFY(edit);
    edit->selectAll();
    QTest::keyClicks(edit, u"5000"_s);
    QVERIFY(edit->property("invalid").toBool());
    edit->selectAll();
    QTest::keyClicks(edit, u"500"_s);
    QVERIFY(!edit->property("invalid").toBool());
    QTest::keyClick(edit, Qt::Key_Return);
    QTRY_COMPARE(m_server->count(requestOf(u"PUT"_s, 1, u"/priority"_s)), 1);
    QCOMPARE(m_server->requests().last().body, QByteArray("{\"priority\":500}"));
}

void JobsPageTest::aNameOpensItsJob()
{
    open({samples::job(1)});
    const QSignalSpy asked(m_page.get(), &Page::addressRequested);
    const auto cell = table()->model()->index(0, JobList::NameColumn);
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, table()->visualRect(cell).center());
    QCOMPARE(asked.value(0).value(0).toString(), u"jobs/"_s + samples::job(1).id.toString());
}

void JobsPageTest::tabAndFilterAreKept()
{
    open({samples::job(1, JobState::Running)});
    m_page->findChild<QTabBar *>(u"scopeTabBar"_s)->setCurrentIndex(1);
    m_page->findChild<QLineEdit *>(u"searchField"_s)->setText(u"job"_s);
    auto *states = m_page->findChild<QComboBox *>(u"stateComboBox"_s);
    states->setCurrentIndex(states->findData(int(JobState::Running)));
    m_page = std::make_unique<JobsPage>(*m_store);
    QCOMPARE(m_page->findChild<QTabBar *>(u"scopeTabBar"_s)->currentIndex(), 1);
    QCOMPARE(m_page->findChild<QLineEdit *>(u"searchField"_s)->text(), u"job"_s);
    QCOMPARE(m_page->findChild<QComboBox *>(u"stateComboBox"_s)->currentData().toInt(),
             int(JobState::Running));
}

void JobsPageTest::csvQuotesAndDisarmsCells()
{
    auto evil = samples::job(1, JobState::Running);
    evil.name = u"=cmd,\"x\""_s;
    open({evil});
    const QTemporaryDir folder;
    QVERIFY(m_page->exportTo(folder.filePath(u"jobs.csv"_s)));
    QFile file(folder.filePath(u"jobs.csv"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArrayList lines = file.readAll().split('\n');
    QVERIFY(lines[0].startsWith("id,name,vc,user,status"));
    const QByteArray expected(",\"'=cmd,\"\"x\"\"\",platform,alice,running,");
    QVERIFY2(lines[1].contains(expected), lines[1].constData());
    QVERIFY(!m_page->exportTo(folder.filePath(u"missing/jobs.csv"_s)));
}

QTEST_MAIN(JobsPageTest)
#include "tst_jobspage.moc"
