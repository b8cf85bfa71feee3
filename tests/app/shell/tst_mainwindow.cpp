// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/commandpalette.h"
#include "app/shell/topbar.h"
#include "app/shell/vcswitcher.h"
#include "tests/app/shell/windowbench.h"

#include <QAccessible>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

class MainWindowTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<WindowBench> m_bench;

private slots:
    void init() { m_bench = std::make_unique<WindowBench>(); }
    void cleanup() { m_bench.reset(); }

    void beginsAtSigningInAndLeadsHome()
    {
        m_bench->window.show();
        QVERIFY(m_bench->shows(u"SignInPage"_s));
        m_bench->signIn(samples::account());
        QVERIFY(m_bench->shows(u"homePage"_s));
        QVERIFY(!m_bench->shows(u"SignInPage"_s));
        QVERIFY(m_bench->window.windowTitle().startsWith("Home"_L1));
    }

    void hasOnePageForEachAddress()
    {
        QStringList addresses;
        for (const PageEntry &entry : pageTable())
            addresses.append(entry.address);
        QCOMPARE(addresses.removeDuplicates(), 0);
    }

    void goesThroughPagesAndBack()
    {
        m_bench->signIn(samples::account());
        m_bench->press(u"submitMenuButton"_s);
        QVERIFY(m_bench->shows(u"SubmitPage"_s));
        Navigation &navigation = m_bench->workbench()->navigation();
        navigation.goBack();
        QVERIFY(m_bench->shows(u"homePage"_s));
        navigation.goForward();
        QVERIFY(m_bench->shows(u"SubmitPage"_s));
        m_bench->workbench()->open(u"no-such-page"_s);
        QVERIFY(m_bench->shows(u"homePage"_s));
    }

    void hidesWhatOneMayNotUse()
    {
        model::Account account = samples::account();
        account.permissions = {model::Permission::ViewAllUsersJobs};
        m_bench->signIn(account);
        QVERIFY(m_bench->shows(u"homeMenuButton"_s));
        QVERIFY(!m_bench->shows(u"submitMenuButton"_s));
        m_bench->workbench()->open(u"submit"_s);
        QVERIFY(m_bench->shows(u"homePage"_s));
    }

    void showsNothingElseWithoutAnyPermission()
    {
        model::Account account = samples::account();
        account.permissions.clear();
        m_bench->signIn(account);
        QVERIFY(m_bench->shows(u"noAccessPage"_s));
        QVERIFY(!m_bench->workbench());
        QCOMPARE(m_bench->window.findChild<QLabel *>(u"noAccessLabel"_s)->text(),
                 u"Sorry, you are not authorized to access this page"_s);
        m_bench->press(u"signOutButton"_s);
        QVERIFY(m_bench->shows(u"SignInPage"_s));
    }

    void takesRightsAwayWhileThePageIsOpen()
    {
        m_bench->signIn(samples::account());
        m_bench->press(u"submitMenuButton"_s);
        model::Account account = samples::account();
        account.permissions = {model::Permission::ViewAllUsersJobs};
        m_bench->server.answer(u"GET /api/v1/account"_s, account);
        m_bench->wiring.store.reload();
        QTRY_VERIFY(m_bench->shows(u"homePage"_s));
        QVERIFY(!m_bench->shows(u"submitMenuButton"_s));
    }

    void goesOnByItselfWhenRightsAreGiven()
    {
        model::Account account = samples::account();
        account.permissions.clear();
        m_bench->signIn(account);
        QVERIFY(m_bench->shows(u"noAccessPage"_s));
        m_bench->server.answer(u"GET /api/v1/account"_s, samples::account());
        model::Event event;
        event.topic = model::EventTopic::Account;
        m_bench->wiring.store.apply(event);
        QTRY_VERIFY(m_bench->shows(u"homePage"_s));
        QVERIFY(!m_bench->shows(u"noAccessPage"_s));
    }

    void choosesTheLanguageOnTheAccountPage()
    {
        m_bench->signIn(samples::account());
        emit m_bench->workbench()->topBar().accountRequested();
        QVERIFY(m_bench->shows(u"accountPage"_s));
        auto *languages = m_bench->window.findChild<QComboBox *>(u"languageComboBox"_s);
        QCOMPARE(languages->count(), 2);
        emit languages->activated(languages->currentIndex());
        QCOMPARE(m_bench->wiring.choices.language(), languages->currentData().toString());
    }

    void asksForAPasswordOfOnesOwnFirst()
    {
        model::Account account = samples::account();
        account.mustChangePassword = true;
        m_bench->signIn(account);
        QVERIFY(m_bench->shows(u"firstPasswordPage"_s));
        QVERIFY(!m_bench->workbench());
        m_bench->server.answer(u"PUT /api/v1/account/password"_s, model::Nothing{});
        m_bench->window.findChild<QDialog *>(u"PasswordDialog"_s)->reject();
        QTRY_VERIFY(!m_bench->window.findChild<QDialog *>(u"PasswordDialog"_s));
        m_bench->press(u"changePasswordButton"_s);
        auto *dialog = m_bench->window.findChild<QDialog *>(u"PasswordDialog"_s);
        QVERIFY(dialog);
        dialog->findChild<QLineEdit *>(u"currentEdit"_s)->setText(u"secret-1"_s);
        dialog->findChild<QLineEdit *>(u"newEdit"_s)->setText(u"secret-number-2"_s);
        dialog->findChild<QLineEdit *>(u"repeatEdit"_s)->setText(u"secret-number-2"_s);
        m_bench->server.answer(u"GET /api/v1/account"_s, samples::account());
        dialog->findChild<QPushButton *>(u"changeButton"_s)->click();
        QTRY_VERIFY(m_bench->shows(u"homePage"_s));
        QCOMPARE(m_bench->server.count(u"PUT /api/v1/account/password"_s), 1);
    }

    void switchesTheVcAndRemembersIt()
    {
        m_bench->signIn(samples::account());
        VcSwitcher &switcher = m_bench->workbench()->topBar().vcs();
        switcher.openList();
        auto *search = switcher.findChild<QLineEdit *>(u"vcSearchEdit"_s);
        QTest::keyClicks(search, u"vis"_s);
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(m_bench->wiring.store.selectedVc(), model::VcName(u"vision"_s));
        const QString server = m_bench->wiring.session.server().url.toString();
        QCOMPARE(m_bench->wiring.choices.vc(server), u"vision"_s);
    }

    void findsPagesAndJobsByName()
    {
        m_bench->signIn(samples::account());
        emit m_bench->workbench()->topBar().paletteRequested();
        auto *palette = m_bench->window.findChild<CommandPalette *>();
        QVERIFY(palette);
        auto *edit = palette->findChild<QLineEdit *>(u"paletteEdit"_s);
        auto *list = palette->findChild<QListWidget *>(u"paletteList"_s);
        QTest::keyClicks(edit, u"job-1"_s);
        QTRY_COMPARE(list->count(), 1);
        QVERIFY(list->item(0)->text().startsWith("job-1"_L1));
        edit->setText(u"submit"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(m_bench->shows(u"SubmitPage"_s));
    }

    // By names and actions alone, as a screen reader would.
    void popupsAreAmongWhatAssistiveToolsFind()
    {
        m_bench->signIn(samples::account());
        auto *window = QAccessible::queryAccessibleInterface(&m_bench->window);
        const int before = window->childCount();
        emit m_bench->workbench()->topBar().paletteRequested();
        QTRY_COMPARE(window->childCount(), before + 1);
        QAccessibleInterface *palette = window->child(before);
        QCOMPARE(palette->text(QAccessible::Name), u"Go to"_s);
        QCOMPARE(window->indexOfChild(palette), before);
        auto *list = m_bench->window.findChild<QListWidget *>(u"paletteList"_s);
        list->selectionModel()->select(list->model()->index(1, 0),
                                       QItemSelectionModel::ClearAndSelect);
        QTest::keyClick(list, Qt::Key_Return);
        QVERIFY(m_bench->shows(u"SubmitPage"_s));
        QTRY_COMPARE(window->childCount(), before);
    }

    void menuEntriesArePressed()
    {
        m_bench->signIn(samples::account());
        auto *button = m_bench->window.findChild<QAbstractButton *>(u"submitMenuButton"_s);
        auto *entry = QAccessible::queryAccessibleInterface(button);
        QCOMPARE(entry->role(), QAccessible::PushButton);
        QVERIFY(entry->text(QAccessible::Description).isEmpty());
        entry->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QTRY_VERIFY(m_bench->shows(u"SubmitPage"_s));
        QVERIFY(!entry->text(QAccessible::Description).isEmpty());
    }

    void saysThatTheSessionHasEnded()
    {
        m_bench->signIn(samples::account());
        emit m_bench->server.sessionExpired();
        QVERIFY(m_bench->shows(u"SignInPage"_s));
        QVERIFY(m_bench->shows(u"noticeLabel"_s));
        QTRY_VERIFY(!m_bench->workbench());
    }
};

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
