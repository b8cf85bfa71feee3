// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/identity/openidconnect.h"
#include "tests/contract/browser.h"
#include "tests/contract/platform.h"
#include "tests/contract/visitingconsole.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using model::AttemptFailure;
using model::AttemptState;
using model::Provider;
using support::Browser;
using support::VisitingConsole;

// A provider that others wrote, the npm package oidc-provider, with its real pages. BERTH_OIDC is
// the folder in which it was installed.
class MicrosoftTest : public QObject
{
    Q_OBJECT

private:
    Browser::Page signInAs(const QString &person, Browser &browser, const model::Attempt &attempt);
    Result<model::AttemptResult> enter(VisitingConsole &console, const QString &person);

    QTemporaryDir m_directory;
    std::unique_ptr<support::Platform> m_platform;
    QProcess m_provider;

private slots:
    void initTestCase();
    void registersAndSignsIn();
    void tellsThatThePersonDeclined();
    void bindsToAnAccount();
    void refusesAWrongClientSecret();
    void cleanupTestCase();
};

void MicrosoftTest::initTestCase()
{
    const QString folder = qEnvironmentVariable("BERTH_OIDC");
    if (!QFile::exists(folder + u"/node_modules/oidc-provider"_s))
        QSKIP("oidc-provider is not installed: npm is not here or reached no registry");
    auto opened = support::Platform::open(m_directory.path());
    QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().detail));
    m_platform = *std::move(opened);
    QUrl redirect = m_platform->url();
    redirect.setPath(u"/api/v1/sign-in/microsoft/callback"_s);
    m_provider.setWorkingDirectory(folder);
    m_provider.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_provider.start(u"timeout"_s, {u"120"_s, u"node"_s, u"--no-warnings"_s, u"provider.mjs"_s,
                                    redirect.toString()});
    QVERIFY(m_provider.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(m_provider.canReadLine(), 60000);
    const QUrl issuer(QString::fromUtf8(m_provider.readLine()).trimmed());
    m_platform->attempts->add(
        Provider::Microsoft,
        std::make_unique<identity::OpenIdConnect>(
            identity::OpenIdSettings{issuer, false, u"berth"_s, u"a secret of both"_s},
            std::make_unique<identity::Fetcher>(), m_platform->clock));
}

void MicrosoftTest::cleanupTestCase()
{
    m_provider.terminate();
    m_provider.waitForFinished();
}

// Its sign-in page, then its page of consent, then ours.
Browser::Page MicrosoftTest::signInAs(const QString &person, Browser &browser,
                                      const model::Attempt &attempt)
{
    Browser::Page page = browser.open(QUrl(attempt.url));
    page = browser.submit(page, QUrlQuery({{u"login"_s, person}, {u"password"_s, u"any"_s}}));
    return browser.submit(page, {});
}

Result<model::AttemptResult> MicrosoftTest::enter(VisitingConsole &console, const QString &person)
{
    Browser browser;
    const auto attempt = console.start(Provider::Microsoft);
    if (!attempt)
        return attempt.error();
    browser.submit(signInAs(person, browser, *attempt), QUrlQuery({{u"answer"_s, u"yes"_s}}));
    return console.result();
}

void MicrosoftTest::registersAndSignsIn()
{
    VisitingConsole console(m_platform->url());
    Browser browser;
    const auto attempt = console.start(Provider::Microsoft);
    QVERIFY2(attempt, attempt ? "" : qPrintable(attempt.error().detail));
    const auto page = signInAs(u"anna"_s, browser, *attempt);
    QVERIFY2(page.has(attempt->code), qPrintable(page.html));
    QVERIFY(page.has(u"anna &lt;Müller&gt;"_s));
    const auto done = browser.submit(page, QUrlQuery({{u"answer"_s, u"yes"_s}}));
    QVERIFY(done.has(u"You can close this window"_s));
    const auto result = console.result();
    QCOMPARE(result->state, AttemptState::NeedsRegistration);
    QCOMPARE(result->suggestedNickname, u"anna <Müller>"_s);
    QVERIFY(console.registerAs(u"anna"_s));
    VisitingConsole later(m_platform->url());
    const auto again = enter(later, u"anna"_s);
    QCOMPARE(again->state, AttemptState::SignedIn);
    QCOMPARE(again->session->account.username, u"anna"_s);
    QCOMPARE(enter(later, u"berta"_s)->state, AttemptState::NeedsRegistration);
    // The browser's address again: its code was used, its state too.
    QCOMPARE(browser.open(page.url).status, 410);
}

void MicrosoftTest::tellsThatThePersonDeclined()
{
    VisitingConsole console(m_platform->url());
    Browser browser;
    const auto attempt = console.start(Provider::Microsoft);
    const auto page = browser.open(QUrl(attempt->url));
    browser.open(QUrl(page.url.toString() + u"/abort"_s));
    QCOMPARE(console.result()->failure, AttemptFailure::Refused);
}

void MicrosoftTest::bindsToAnAccount()
{
    QVERIFY(m_platform->addUser(u"carla"_s, {u"User"_s}));
    VisitingConsole console(m_platform->url());
    console.api.setToken(m_platform->session(u"carla"_s, u"carla-secret"_s)->token);
    Browser browser;
    const auto attempt = console.startBinding(Provider::Microsoft);
    browser.submit(signInAs(u"carla at work"_s, browser, *attempt),
                   QUrlQuery({{u"answer"_s, u"yes"_s}}));
    QCOMPARE(console.result()->state, AttemptState::Bound);
    VisitingConsole later(m_platform->url());
    QCOMPARE(enter(later, u"carla at work"_s)->session->account.username, u"carla"_s);
}

void MicrosoftTest::refusesAWrongClientSecret()
{
    VisitingConsole console(m_platform->url());
    const auto attempt = console.start(Provider::Microsoft);
    const QUrl issuer(QUrl(attempt->url).adjusted(QUrl::RemovePath | QUrl::RemoveQuery));
    m_platform->attempts->add(Provider::Microsoft,
                              std::make_unique<identity::OpenIdConnect>(
                                  identity::OpenIdSettings{issuer, false, u"berth"_s, u"a guess"_s},
                                  std::make_unique<identity::Fetcher>(), m_platform->clock));
    const auto refused = enter(console, u"anna"_s);
    QCOMPARE(refused->failure, AttemptFailure::Unavailable);
    QVERIFY(refused->detail.contains("invalid_client"_L1));
}

QTEST_GUILESS_MAIN(MicrosoftTest)
#include "tst_microsoft.moc"
