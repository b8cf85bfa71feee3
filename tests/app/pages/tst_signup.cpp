// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/providerentry.h"
#include "core/model/page.h"
#include "tests/app/pages/signinbench.h"

#include <QDesktopServices>
#include <QPushButton>
#include <QSignalSpy>

using namespace Qt::Literals::StringLiterals;

namespace {

const QString kSignUp = u"POST /api/v1/sign-ups"_s;
const QString kResult = u"POST /api/v1/sign-in-attempts/a1/result"_s;

} // namespace

// How people come in who are new, or whom a provider vouches for.
class SignUpTest : public QObject
{
    Q_OBJECT

private:
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
        m_bench->offer(samples::signInOptions());
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

    std::unique_ptr<SignInBench> m_bench;
    QList<QUrl> m_opened;

public slots:
    void takeUrl(const QUrl &url) { m_opened << url; } // in place of the browser

private slots:
    void init()
    {
        QDesktopServices::setUrlHandler(u"https"_s, this, "takeUrl");
        m_opened.clear();
        m_bench = std::make_unique<SignInBench>();
        m_bench->page.show();
        m_bench->page.focusFirst();
        QVERIFY(QTest::qWaitForWindowActive(&m_bench->page));
    }

    void cleanup()
    {
        QDesktopServices::unsetUrlHandler(u"https"_s);
        m_bench.reset();
    }

    void offersOnlyWhatTheServerKnows()
    {
        QVERIFY(!m_bench->find<QPushButton>("signUpLinkButton")->isVisible());
        auto options = samples::signInOptions();
        options.providers = {model::Provider::WeChat};
        m_bench->offer(options);
        QTRY_VERIFY(m_bench->find<QPushButton>("signUpLinkButton")->isVisible());
        QVERIFY(m_bench->page.findChild<QPushButton *>(u"wechatButton"_s));
        QVERIFY(!m_bench->page.findChild<QPushButton *>(u"microsoftButton"_s));
        QCOMPARE(m_bench->shown("titleLabel"), u"Sign in to Lab cluster"_s);
    }

    void signsUpAndComesBackWithTheName()
    {
        m_bench->offer(samples::signInOptions());
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
        const auto *notice = m_bench->find<QLabel>("noticeLabel");
        QCOMPARE(notice->property("look").toString(), u"done"_s);
        QCOMPARE(m_bench->find<QLineEdit>("usernameEdit")->text(), u"ada-l"_s);
        QCOMPARE(m_bench->page.focusWidget(), m_bench->find<QLineEdit>("passwordEdit"));
        m_bench->page.showEnd(Session::End::Expired);
        QCOMPARE(notice->property("look").toString(), u"notice"_s);
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
};

QTEST_MAIN(SignUpTest)
#include "tst_signup.moc"
