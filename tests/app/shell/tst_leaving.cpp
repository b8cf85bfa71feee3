// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/jobcommands.h"
#include "app/pages/page.h"
#include "app/shell/topbar.h"
#include "tests/app/shell/windowbench.h"
#include "tests/app/support/manyjobs.h"

#include <QLineEdit>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

// What was written or begun, when the person goes elsewhere, signs out or quits.
class LeavingTest : public QObject
{
    Q_OBJECT

private:
    static model::Account manager()
    {
        model::Account account = samples::account();
        account.permissions.append(model::Permission::Manager);
        return account;
    }

    std::unique_ptr<WindowBench> m_bench;

private slots:
    void init() { m_bench = std::make_unique<WindowBench>(); }
    void cleanup() { m_bench.reset(); }

    void keepsWhatWasWrittenWhileOneLooksElsewhere()
    {
        m_bench->signIn(samples::account());
        m_bench->press(u"submitMenuButton"_s);
        auto *name = m_bench->window.findChild<QLineEdit *>(u"nameEdit"_s);
        name->setText(u"train-1"_s);
        m_bench->press(u"homeMenuButton"_s);
        m_bench->press(u"submitMenuButton"_s);
        QCOMPARE(name->text(), u"train-1"_s);
        QVERIFY(m_bench->prompt.questions.isEmpty());
    }

    void asksBeforeSomethingWrittenIsLost()
    {
        m_bench->signIn(samples::account());
        m_bench->press(u"submitMenuButton"_s);
        m_bench->window.findChild<QLineEdit *>(u"nameEdit"_s)->setText(u"train-1"_s);
        m_bench->window.close();
        QTRY_COMPARE(m_bench->prompt.questions.size(), 1);
        QVERIFY(m_bench->window.isVisible());
        m_bench->prompt.confirms = true;
        emit m_bench->workbench()->topBar().signOutRequested();
        QTRY_VERIFY(!m_bench->wiring.session.isOpen());
        QVERIFY(m_bench->shows(u"SignInPage"_s));
    }

    void aKillIsSentBeforeTheWindowGoes()
    {
        m_bench->signIn(samples::account());
        m_bench->press(u"jobsMenuButton"_s);
        const auto job = samples::job(1);
        const QString kill = u"POST /api/v1/jobs/"_s + job.id.toString() + u"/kill"_s;

        m_bench->server.answer(kill, samples::wholeJob(job));
        m_bench->window.findChild<JobCommands *>()->run(u"kill"_s, {job});
        QCOMPARE(m_bench->server.count(kill), 0);
        m_bench->window.close();
        QCOMPARE(m_bench->server.count(kill), 1);
        QTRY_VERIFY(!m_bench->window.isVisible());
        QVERIFY(m_bench->prompt.questions.isEmpty());
    }

    void asksWhenAKillIsNotTaken()
    {
        m_bench->signIn(samples::account());
        m_bench->press(u"jobsMenuButton"_s);
        const auto job = samples::job(1);
        m_bench->server.refuse(u"POST /api/v1/jobs/"_s + job.id.toString() + u"/kill"_s,
                               {ErrorCode::Unavailable, {}, {}});
        m_bench->window.findChild<JobCommands *>()->run(u"kill"_s, {job});
        m_bench->window.close();
        QTRY_COMPARE(m_bench->prompt.questions.size(), 1);
        QVERIFY(m_bench->window.isVisible());
    }

    void asksBeforeAWizardIsLeft()
    {
        m_bench->signIn(manager());
        Workbench &workbench = *m_bench->workbench();
        workbench.open(u"groups/new"_s);
        auto *name = workbench.currentPage()->findChild<QLineEdit *>(u"nameEdit"_s);
        m_bench->press(u"usersMenuButton"_s); // nothing is written yet
        QVERIFY(m_bench->prompt.questions.isEmpty());
        workbench.open(u"groups/new"_s);
        name->setText(u"vision"_s);
        m_bench->press(u"homeMenuButton"_s);
        QTRY_COMPARE(m_bench->prompt.questions.size(), 1);
        QCOMPARE(m_bench->prompt.questions.first().title, u"Discard the new group?"_s);
        QCOMPARE(workbench.navigation().current(), u"groups/new"_s);
        QCOMPARE(name->text(), u"vision"_s);
        m_bench->prompt.confirms = true;
        QVERIFY(QTest::qWaitFor([this] {
            m_bench->press(u"homeMenuButton"_s); // nothing while the first answer is on its way
            return m_bench->shows(u"homePage"_s);
        }));
        QCOMPARE(name->text(), QString());
    }

    void asksBeforeOneGoesBack()
    {
        m_bench->signIn(manager());
        Workbench &workbench = *m_bench->workbench();
        workbench.open(u"groups/new"_s);
        workbench.currentPage()->findChild<QLineEdit *>(u"nameEdit"_s)->setText(u"vision"_s);
        m_bench->window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_bench->window));
        QTest::keyClick(&m_bench->window, Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(m_bench->prompt.questions.size(), 1);
        QCOMPARE(workbench.navigation().current(), u"groups/new"_s);
        m_bench->prompt.confirms = true;
        QVERIFY(QTest::qWaitFor([this] {
            if (!m_bench->shows(u"homePage"_s))
                QTest::keyClick(&m_bench->window, Qt::Key_Left, Qt::AltModifier);
            return m_bench->shows(u"homePage"_s);
        }));
    }

    void cancelAsksTheSame()
    {
        m_bench->signIn(manager());
        m_bench->workbench()->open(u"roles/new"_s);
        Page *page = m_bench->workbench()->currentPage();
        page->findChild<QLineEdit *>(u"nameEdit"_s)->setText(u"Watch"_s);
        page->findChild<QPushButton *>(u"cancelButton"_s)->click();
        QTRY_COMPARE(m_bench->prompt.questions.size(), 1);
        QVERIFY(page->hasUnsavedInput());
        m_bench->prompt.confirms = true;
        QVERIFY(QTest::qWaitFor([&] {
            page->findChild<QPushButton *>(u"cancelButton"_s)->click();
            return m_bench->workbench()->navigation().current() == "roles"_L1;
        }));
        QVERIFY(!page->hasUnsavedInput());
    }

    void asksBeforeAnotherJobIsWrittenOverOnesOwn()
    {
        m_bench->signIn(samples::account());
        m_bench->press(u"submitMenuButton"_s);
        auto *name = m_bench->window.findChild<QLineEdit *>(u"nameEdit"_s);
        name->setText(u"train-1"_s);
        m_bench->press(u"homeMenuButton"_s);
        m_bench->workbench()->open(u"submit/again/"_s + samples::job(1).id.toString());
        QTRY_COMPARE(m_bench->prompt.questions.size(), 1);
        QVERIFY(m_bench->shows(u"homePage"_s));
        QCOMPARE(name->text(), u"train-1"_s);
    }
};

QTEST_MAIN(LeavingTest)
#include "tst_leaving.moc"
