// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/secretstore.h"
#include "app/dialogs/serverdialog.h"
#include "app/pages/providerentry.h"
#include "app/pages/signinpage.h"
#include "core/model/page.h"
#include "tests/app/support/account.h"
#include "tests/app/support/fakeserver.h"
#include "tests/app/support/scriptedprompt.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kSignIn = u"POST /api/v1/sessions"_s;
const QString kSignUp = u"POST /api/v1/sign-ups"_s;
const QString kOptions = u"GET /api/v1/sign-in-options"_s;
const QString kResult = u"POST /api/v1/sign-in-attempts/a1/result"_s;

} // namespace

class SignInPageTest : public QObject
{
    Q_OBJECT

private:
    struct Bench
    {
        QTemporaryDir folder;
        QSettings settings{folder.filePath(u"berth.ini"_s), QSettings::IniFormat};
        ServerProfiles servers{settings};
        FakeServer server;
        MemorySecrets secrets;
        Session session{server, secrets};
        ScriptedPrompt prompt;
        SignInPage page{session, servers, prompt};

        template <typename T>
        T *find(const char *name)
        {
            // The fields of the other forms have the same names.
            auto *found =
                page.findChild<QWidget *>(u"formBox"_s)->findChild<T *>(QString::fromLatin1(name));
            found = found ? found : page.findChild<T *>(QString::fromLatin1(name));
            Q_ASSERT(found);
            return found;
        }
        QString shown(const char *name)
        {
            const auto *label = find<QLabel>(name);
            return label->isVisible() ? label->text() : QString();
        }
        void enter(const QString &username, const QString &password)
        {
            QTest::keyClicks(find<QLineEdit>("usernameEdit"), username);
            QTest::keyClicks(find<QLineEdit>("passwordEdit"), password);
            QTest::keyClick(find<QLineEdit>("passwordEdit"), Qt::Key_Return);
        }
    };
    std::unique_ptr<Bench> m_bench;

    // As if the server had been asked anew.
    void offer(const model::SignInOptions &options)
    {
        m_bench->server.answer(kOptions, options);
        m_bench->page.hide();
        m_bench->page.show();
    }
    void fillForm(const QString &form, const QString &username, const QString &password)
    {
        auto *box = m_bench->page.findChild<QWidget *>(form);
        box->findChild<QLineEdit *>(u"usernameEdit"_s)->setText(username);
        box->findChild<QLineEdit *>(u"nicknameEdit"_s)->setText(u"Ada L."_s);
        box->findChild<QLineEdit *>(u"passwordEdit"_s)->setText(password);
        box->findChild<QLineEdit *>(u"repeatEdit"_s)->setText(password);
        box->findChild<QPushButton *>(u"signUpButton"_s)->click();
    }
    void beginThroughMicrosoft()
    {
        m_bench->server.answer(u"POST /api/v1/sign-in-attempts"_s,
                               model::Attempt{u"a1"_s, u"https://login.example/ms"_s, u"KQ7-42M"_s,
                                              QDateTime::currentDateTimeUtc().addSecs(300)});
        m_bench->server.answer(kResult, model::AttemptResult{});
        offer(samples::signInOptions());
        QTRY_VERIFY(m_bench->page.findChild<QPushButton *>(u"microsoftButton"_s));
        m_bench->page.findChild<ProviderEntry *>()->attempt().setPause(
            std::chrono::milliseconds(1));
        m_bench->find<QPushButton>("microsoftButton")->click();
        QTRY_COMPARE(m_opened.size(), 1);
        QCOMPARE(m_opened[0], QUrl(u"https://login.example/ms"_s));
        QCOMPARE(m_bench->shown("codeLabel"), u"KQ7-42M"_s);
    }
    void tell(model::AttemptState state, std::optional<model::AttemptFailure> failure = {})
    {
        model::AttemptResult result;
        result.state = state;
        result.failure = failure;
        result.suggestedNickname = u"Ada"_s;
        if (state == model::AttemptState::SignedIn)
            result.session =
                model::Session{u"t"_s, QDateTime::currentDateTimeUtc(), samples::account()};
        m_bench->server.answer(kResult, result);
    }
    QList<QUrl> m_opened;

public slots:
    void takeUrl(const QUrl &url) { m_opened << url; } // in place of the browser

private slots:
    void init()
    {
        QDesktopServices::setUrlHandler(u"https"_s, this, "takeUrl");
        m_opened.clear();
        m_bench = std::make_unique<Bench>();
        m_bench->page.show();
        m_bench->page.focusFirst();
        QVERIFY(QTest::qWaitForWindowActive(&m_bench->page));
    }

    void cleanup()
    {
        QDesktopServices::unsetUrlHandler(u"https"_s);
        m_bench.reset();
    }

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

    void offersOnlyWhatTheServerKnows()
    {
        QVERIFY(!m_bench->find<QPushButton>("signUpLinkButton")->isVisible());
        auto options = samples::signInOptions();
        options.providers = {model::Provider::WeChat};
        offer(options);
        QTRY_VERIFY(m_bench->find<QPushButton>("signUpLinkButton")->isVisible());
        QVERIFY(m_bench->page.findChild<QPushButton *>(u"wechatButton"_s));
        QVERIFY(!m_bench->page.findChild<QPushButton *>(u"microsoftButton"_s));
        QCOMPARE(m_bench->shown("titleLabel"), u"Sign in to Lab cluster"_s);
    }

    void signsUpAndComesBackWithTheName()
    {
        offer(samples::signInOptions());
        QTRY_VERIFY(m_bench->find<QPushButton>("signUpLinkButton")->isVisible());
        m_bench->find<QPushButton>("signUpLinkButton")->click();
        fillForm(u"SignUpForm"_s, u"ad"_s, u"short"_s);
        auto *form = m_bench->page.findChild<QWidget *>(u"SignUpForm"_s);
        for (const char *label : {"usernameErrorLabel", "passwordErrorLabel"})
            QVERIFY(form->findChild<QLabel *>(QString::fromLatin1(label))->isVisible());
        QCOMPARE(m_bench->server.count(kSignUp), 0);
        m_bench->server.refuse(kSignUp, {ErrorCode::Conflict, u"taken"_s, u"username"_s});
        fillForm(u"SignUpForm"_s, u"ada.l"_s, u"secret-number-1"_s);
        QTRY_VERIFY(
            form->findChild<QLabel *>(u"usernameErrorLabel"_s)->text().contains(u"taken"_s));
        m_bench->server.answer(kSignUp, model::Nothing{});
        fillForm(u"SignUpForm"_s, u"ada-l"_s, u"secret-number-1"_s);
        QTRY_VERIFY(m_bench->shown("noticeLabel").contains(u"ada-l"_s));
        QCOMPARE(m_bench->find<QLineEdit>("usernameEdit")->text(), u"ada-l"_s);
        QCOMPARE(m_bench->page.focusWidget(), m_bench->find<QLineEdit>("passwordEdit"));
    }

    void signsInThroughTheBrowser()
    {
        beginThroughMicrosoft();
        QSignalSpy opened(&m_bench->session, &Session::opened);
        tell(model::AttemptState::SignedIn);
        QVERIFY(opened.wait());
        QCOMPARE(m_bench->server.token(), u"t"_s);
    }

    void registersWhoIsNew()
    {
        const QString registration = u"POST /api/v1/registrations"_s;
        beginThroughMicrosoft();
        tell(model::AttemptState::NeedsRegistration);
        auto *form = m_bench->page.findChild<QWidget *>(u"registrationForm"_s);
        QTRY_VERIFY(form->isVisible());
        QCOMPARE(form->findChild<QLineEdit *>(u"nicknameEdit"_s)->text(), u"Ada"_s);
        m_bench->server.refuse(registration, {ErrorCode::Conflict, u"taken"_s, u"username"_s});
        fillForm(u"registrationForm"_s, u"ada.l"_s, u"secret-number-1"_s);
        QTRY_VERIFY(
            form->findChild<QLabel *>(u"usernameErrorLabel"_s)->text().contains(u"taken"_s));
        m_bench->server.answer(
            registration,
            model::Session{u"t2"_s, QDateTime::currentDateTimeUtc(), samples::account()});
        QSignalSpy opened(&m_bench->session, &Session::opened);
        fillForm(u"registrationForm"_s, u"ada-l"_s, u"secret-number-1"_s);
        QVERIFY(opened.wait());
        const auto sent =
            json::decodeText<model::Registration>(m_bench->server.requests().last().body);
        QVERIFY(sent);
        QCOMPARE(sent->attempt, u"a1"_s);
        QCOMPARE(sent->secret, m_bench->page.findChild<ProviderEntry *>()->attempt().secret());
    }

    void saysWhyTheBrowserLedNowhere()
    {
        beginThroughMicrosoft();
        tell(model::AttemptState::Failed, model::AttemptFailure::Disabled);
        QTRY_VERIFY(m_bench->shown("noticeLabel").contains(u"disabled"_s));
        QVERIFY(m_bench->find<QPushButton>("signInButton")->isVisible());
    }

    void cancelsTheWaiting()
    {
        beginThroughMicrosoft();
        m_bench->find<QPushButton>("cancelAttemptButton")->click();
        QVERIFY(m_bench->find<QPushButton>("signInButton")->isVisible());
        QVERIFY(m_bench->shown("noticeLabel").isEmpty());
        QVERIFY(!m_bench->page.findChild<ProviderEntry *>()->attempt().isUnderWay());
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
