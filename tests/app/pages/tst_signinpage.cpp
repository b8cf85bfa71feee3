// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/dialogs/serverdialog.h"
#include "tests/app/pages/signinbench.h"

#include <QComboBox>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kSignIn = u"POST /api/v1/sessions"_s;

} // namespace

class SignInPageTest : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<SignInBench> m_bench;

private slots:
    void init()
    {
        m_bench = std::make_unique<SignInBench>();
        m_bench->page.show();
        m_bench->page.focusFirst();
        QVERIFY(QTest::qWaitForWindowActive(&m_bench->page));
    }

    void cleanup() { m_bench.reset(); }

    void signsInWithEnter()
    {
        m_bench->server.answer(kSignIn, model::Session{u"token"_s, QDateTime::currentDateTimeUtc(),
                                                       samples::account()});
        QVERIFY(m_bench->find<QLineEdit>("usernameEdit")->hasFocus());
        QSignalSpy opened(&m_bench->session, &Session::opened);
        m_bench->enter(u"alice"_s, u"secret-1"_s);
        QVERIFY(opened.wait());
        QTRY_VERIFY(m_bench->find<QLineEdit>("passwordEdit")->text().isEmpty());
    }

    void saysWhereSomethingIsMissing()
    {
        m_bench->enter(u"alice"_s, QString());
        QVERIFY(!m_bench->shown("passwordErrorLabel").isEmpty());
        QVERIFY(m_bench->shown("usernameErrorLabel").isEmpty());
        QCOMPARE(m_bench->server.count(kSignIn), 0);
    }

    void putsAWrongPasswordAtItsField()
    {
        m_bench->server.refuse(kSignIn, {ErrorCode::Unauthenticated, u"no"_s, {}});
        m_bench->enter(u"alice"_s, u"wrong"_s);
        QTRY_COMPARE(m_bench->shown("passwordErrorLabel"), u"Wrong username or password."_s);
        QVERIFY(m_bench->find<QLineEdit>("passwordEdit")->hasFocus());
        QCOMPARE(m_bench->find<QLineEdit>("passwordEdit")->selectedText().size(), 5);
    }

    void saysWhyTheServerCannotBeReachedAndTriesAgain()
    {
        m_bench->server.refuse(kSignIn, {ErrorCode::Unavailable, u"it refuses"_s, {}});
        m_bench->enter(u"alice"_s, u"secret-1"_s);
        QTRY_VERIFY(m_bench->shown("noticeLabel").contains("it refuses"_L1));
        m_bench->server.answer(kSignIn, model::Session{u"token"_s, QDateTime::currentDateTimeUtc(),
                                                       samples::account()});
        QSignalSpy opened(&m_bench->session, &Session::opened);
        m_bench->find<QPushButton>("signInButton")->click();
        QVERIFY(opened.wait());
    }

    void refusesPlainHttpBeyondThisComputer()
    {
        m_bench->servers.save({u"Far"_s, QUrl(u"http://berth.lab"_s), u"alice"_s, {}});
        m_bench->page.showEnd(Session::End::SignedOut);
        QCOMPARE(m_bench->find<QLineEdit>("usernameEdit")->text(), u"alice"_s);
        QVERIFY(m_bench->find<QLineEdit>("passwordEdit")->hasFocus());
        m_bench->enter(QString(), u"secret-1"_s);
        QTRY_VERIFY(m_bench->shown("serverErrorLabel").contains("https"_L1));
    }

    void saysThatTheSessionHasEnded()
    {
        m_bench->page.showEnd(Session::End::Expired);
        QVERIFY(m_bench->shown("noticeLabel").contains("ended"_L1));
    }

    void addsAndRemovesServers()
    {
        auto *servers = m_bench->find<QComboBox>("serverCombo");
        const int last = servers->count() - 1;
        emit servers->activated(last);
        auto *dialog = m_bench->page.findChild<ServerDialog *>();
        QVERIFY(dialog);
        auto *save = dialog->findChild<QPushButton *>(u"saveButton"_s);
        save->click();
        QVERIFY(dialog->isVisible());
        dialog->findChild<QLineEdit *>(u"nameEdit"_s)->setText(u"Lab"_s);
        dialog->findChild<QLineEdit *>(u"urlEdit"_s)->setText(u"https://berth.lab:8443"_s);
        save->click();
        QCOMPARE(m_bench->servers.current().name, u"Lab"_s);
        QCOMPARE(servers->currentText(), u"Lab"_s);

        ServerProfiles later(m_bench->settings);
        QCOMPARE(later.all().size(), 2);
        QCOMPARE(later.current().url, QUrl(u"https://berth.lab:8443"_s));
        m_bench->servers.remove(u"Lab"_s);
        QCOMPARE(m_bench->servers.current().name, u"This computer"_s);
        m_bench->servers.remove(u"This computer"_s);
        QCOMPARE(m_bench->servers.all().size(), 1);
    }

    void resumesWithTheTokenOfTheKeyring()
    {
        m_bench->servers.save({u"Here"_s, QUrl(u"http://127.0.0.1:8600"_s), u"alice"_s, QString()});
        m_bench->secrets.write(u"alice@http://127.0.0.1:8600"_s, u"token"_s);
        m_bench->server.answer(u"GET /api/v1/account"_s, samples::account());
        QSignalSpy opened(&m_bench->session, &Session::opened);
        m_bench->page.resume();
        QVERIFY(!m_bench->find<QPushButton>("signInButton")->isEnabled());
        QVERIFY(opened.wait());
        QTRY_VERIFY(m_bench->find<QPushButton>("signInButton")->isEnabled());
    }

    void showsThePasswordOnlyWhenAsked()
    {
        auto *password = m_bench->find<QLineEdit>("passwordEdit");
        QCOMPARE(password->echoMode(), QLineEdit::Password);
        m_bench->page.findChild<QAction *>(u"revealAction"_s)->trigger();
        QCOMPARE(password->echoMode(), QLineEdit::Normal);
    }
};

QTEST_MAIN(SignInPageTest)
#include "tst_signinpage.moc"
