// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/livestore.h"
#include "app/pages/jobconsole.h"
#include "app/pages/jobdetailpage.h"
#include "app/widgets/devicegrid.h"
#include "app/widgets/logview.h"
#include "app/widgets/pagestates.h"
#include "tests/app/support/fakeserver.h"
#include "tests/app/support/manyjobs.h"
#include "tests/app/support/scriptedprompt.h"

#include <QComboBox>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

using model::JobState;

class JobDetailPageTest : public QObject
{
    Q_OBJECT

private slots:
    void cleanup();
    void saysStateAndReason();
    void anUnknownJobLeadsBack();
    void aLiveChangeIsShownAtOnce();
    void anEndedJobOffersToSubmitAgain();
    void theConsoleShowsAndSavesLines();
    void theConsoleShowsOneTaskAlone();
    void theConsoleStepsThroughPlaces();
    void aRunningJobShowsDevicesAndItsNewestLine();
    void theLogIsKeptWhileThePageIsHidden();
    void thePriorityCanBeChanged();

private:
    void open(const model::JobSummary &summary);
    QString text(const QString &label) const { return m_page->findChild<QLabel *>(label)->text(); }
    PageStates *states() const { return m_page->findChild<PageStates *>(); }

    FakeServer m_server;
    ScriptedPrompt m_prompt;
    std::unique_ptr<LiveStore> m_store;
    std::unique_ptr<JobDetailPage> m_page;
};

void JobDetailPageTest::cleanup()
{
    m_page.reset();
    m_store.reset();
}

void JobDetailPageTest::open(const model::JobSummary &summary)
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"BerthTest"_s);
    QCoreApplication::setApplicationName(u"job%1"_s.arg(QCoreApplication::applicationPid()));
    QSettings().clear();
    const model::Job job = samples::wholeJob(summary);
    const QString path = u"GET /api/v1/jobs/"_s + job.id.toString();
    m_server.answer(path, job);
    m_server.answer(path + u"/timeline"_s, samples::timeline(job));
    m_server.answer(path + u"/log"_s, samples::log());
    m_store = std::make_unique<LiveStore>(m_server);
    m_store->start(samples::account());
    m_page = std::make_unique<JobDetailPage>(*m_store, m_prompt);
    m_page->resize(1060, 700);
    m_page->show();
    m_page->open({job.id.toString()});
    QTRY_COMPARE(text(u"jobNameLabel"_s), job.name);
}

void JobDetailPageTest::saysStateAndReason()
{
    auto job = samples::job(1);
    job.reason = samples::reasonFor(JobState::Queued);
    job.position = 3;
    open(job);
    QCOMPARE(text(u"stateLabel"_s), u"Queued"_s);
    QVERIFY(text(u"stateReasonLabel"_s).contains(u"5 of 16"_s));
    QVERIFY(text(u"stateReasonLabel"_s).contains(u"Number 3"_s));
    QVERIFY(m_page->findChild<QPushButton *>(u"killButton"_s)->isEnabled());
    QVERIFY(!m_page->findChild<QPushButton *>(u"againButton"_s));
}

void JobDetailPageTest::anUnknownJobLeadsBack()
{
    open(samples::job(1));
    m_page->open({samples::job(2).id.toString()});
    QTRY_COMPARE(states()->shown(), PageStates::Shown::Empty);
    const QSignalSpy asked(m_page.get(), &Page::addressRequested);
    for (auto *button : m_page->findChildren<QPushButton *>(u"messageButton"_s)) {
        if (button->isVisible()) // the tab of endpoints has one of its own
            button->click();
    }
    QCOMPARE(asked.value(0).value(0).toString(), u"jobs"_s);
}

void JobDetailPageTest::aLiveChangeIsShownAtOnce()
{
    open(samples::job(1));
    model::Event event;
    event.topic = model::EventTopic::Job;
    event.job = samples::job(1, JobState::Running);
    event.job->revision = 5;
    m_store->apply(event);
    QCOMPARE(text(u"stateLabel"_s), u"Running"_s);
}

void JobDetailPageTest::anEndedJobOffersToSubmitAgain()
{
    const auto job = samples::job(1, JobState::Failed);
    open(job);
    const QSignalSpy asked(m_page.get(), &Page::addressRequested);
    m_page->findChild<QPushButton *>(u"againButton"_s)->click();
    QCOMPARE(asked.value(0).value(0).toString(), u"submit/again/"_s + job.id.toString());
    const auto *kill = m_page->findChild<QPushButton *>(u"killButton"_s);
    QVERIFY(!kill->isEnabled());
    QCOMPARE(kill->toolTip(), u"Kill: The job has ended."_s);
    QVERIFY(!m_page->findChild<QPushButton *>(u"priorityButton"_s)->isEnabled());
}

void JobDetailPageTest::theConsoleShowsAndSavesLines()
{
    open(samples::job(1, JobState::Running));
    auto *console = m_page->findChild<JobConsole *>();
    console->open(samples::job(1).id);
    console->take(samples::log().items);
    QCOMPARE(console->findChild<LogView *>()->lineCount(), 200);
    QTRY_VERIFY(console->findChild<QToolButton *>(u"downloadLogButton"_s)->isEnabled());
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"job.log"_s));
    console->saveTo(file.fileName());
    QTRY_VERIFY(file.exists());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray written = file.readAll();
    QCOMPARE(written.count('\n'), 200);
    QVERIFY(written.contains("Z epoch 0 step 0 loss 6.9000\n"));
}

void JobDetailPageTest::theConsoleShowsOneTaskAlone()
{
    open(samples::job(1, JobState::Running));
    auto *console = m_page->findChild<JobConsole *>();
    auto *tasks = console->findChild<QComboBox *>(u"taskComboBox"_s);
    auto *log = console->findChild<LogView *>();
    console->take(samples::log().items);
    QVERIFY(tasks->isHidden());
    auto lines = samples::log().items.first(2);
    lines[0].task = u"ps0"_s;
    lines[1].task = u"worker0"_s;
    console->take(lines);
    QCOMPARE(tasks->count(), 3);
    QVERIFY(!tasks->isHidden());
    tasks->setCurrentIndex(2);
    QCOMPARE(log->allText().count(u'\n'), 1);
    QCOMPARE(log->lineCount(), 202);
}

void JobDetailPageTest::theConsoleStepsThroughPlaces()
{
    open(samples::job(1, JobState::Running));
    m_page->findChild<QTabWidget *>(u"jobTabWidget"_s)->setCurrentIndex(2);
    auto *console = m_page->findChild<JobConsole *>();
    console->take(samples::log().items);
    auto *search = console->findChild<QLineEdit *>(u"consoleSearchField"_s);
    search->setFocus();
    QTest::keyClicks(search, u"epoch 3"_s);
    const auto *hits = console->findChild<QLabel *>(u"hitsLabel"_s);
    QTRY_COMPARE(hits->text(), u"19 of 19"_s);
    QTest::keyClick(search, Qt::Key_F3);
    QCOMPARE(hits->text(), u"1 of 19"_s);
    QTest::keyClick(search, Qt::Key_F3, Qt::ShiftModifier);
    QTest::keyClick(search, Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(hits->text(), u"18 of 19"_s);
}

void JobDetailPageTest::aRunningJobShowsDevicesAndItsNewestLine()
{
    auto job = samples::job(1, JobState::Running);
    job.startedAt = job.submittedAt;
    m_server.answer(u"GET /api/v1/cluster"_s, samples::cluster());
    open(job);
    m_store->reload();
    QTRY_VERIFY(m_store->cluster());
    model::Event event;
    event.topic = model::EventTopic::Job;
    event.job = job;
    event.job->revision = 2;
    m_store->apply(event);
    QVERIFY(m_page->findChild<DeviceGrid *>()->isVisible());
    m_page->findChild<JobConsole *>()->take(samples::log().items);
    QCOMPARE(text(u"newestLinesLabel"_s), u"epoch 9 step 950 loss 0.6301"_s);
}

void JobDetailPageTest::theLogIsKeptWhileThePageIsHidden()
{
    open(samples::job(1, JobState::Running));
    auto *console = m_page->findChild<JobConsole *>();
    auto again = samples::log();
    console->take(again.items);
    m_page->hide();
    m_page->show();
    QCOMPARE(console->findChild<LogView *>()->lineCount(), 200);
    console->take(again.items.mid(100));
    QCOMPARE(console->findChild<LogView *>()->lineCount(), 200);
    again.items.last().at = again.items.last().at.addSecs(60);
    console->take({again.items.last()});
    QCOMPARE(console->findChild<LogView *>()->lineCount(), 201);
}

void JobDetailPageTest::thePriorityCanBeChanged()
{
    const auto job = samples::job(1);
    open(job);
    m_page->findChild<QPushButton *>(u"priorityButton"_s)->click();
    auto *dialog = m_page->findChild<QInputDialog *>(u"priorityDialog"_s);
    dialog->setIntValue(250);
    dialog->accept();
    const QString request = u"PUT /api/v1/jobs/"_s + job.id.toString() + u"/priority"_s;
    QTRY_COMPARE(m_server.count(request), 1);
    QVERIFY(m_server.requests().last().body.contains("250"));
}

QTEST_MAIN(JobDetailPageTest)
#include "tst_jobdetailpage.moc"
