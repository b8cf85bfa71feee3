// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/contract/providerdesk.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using model::AttemptFailure;
using model::AttemptState;
using model::Provider;
using support::await;
using support::VisitingConsole;

// Console, browser, server and provider, each with its own part, all over HTTP.
class IdentityTest : public QObject
{
    Q_OBJECT

private:
    struct Running
    {
        QTemporaryDir directory;
        std::unique_ptr<support::Platform> platform;

        Running()
        {
            auto opened = support::Platform::open(directory.path());
            if (!opened)
                qFatal("%s", qPrintable(opened.error().detail));
            platform = *std::move(opened);
        }
    };
    struct Desk : Running, support::ProviderDesk
    {
        Desk()
            : ProviderDesk(*platform)
        { }
    };

private slots:
    void namesTheProviders();
    void registersAndSignsIn_data();
    void registersAndSignsIn();
    void showsTheCodeAndNothingUnescaped();
    void refusesWhoDidNotBegin();
    void refusesAReplay();
    void bindsAndUnbinds();
    void keepsAnIdentityToOneAccount();
    void tellsWhatTheProviderDidWrong();
    void keepsTokensOutOfTheBrowser();
};

void IdentityTest::namesTheProviders()
{
    Desk desk;
    VisitingConsole console(desk.platform->url());
    const auto options = await(console.api.call(api::signInOptions));
    QCOMPARE(options->providers, QList({Provider::Microsoft, Provider::WeChat}));
}

void IdentityTest::registersAndSignsIn_data()
{
    QTest::addColumn<Provider>("provider");
    QTest::newRow("microsoft") << Provider::Microsoft;
    QTest::newRow("wechat") << Provider::WeChat;
}

void IdentityTest::registersAndSignsIn()
{
    QFETCH(Provider, provider);
    Desk desk;
    VisitingConsole console(desk.platform->url());
    const auto first = desk.enter(console, provider, u"person1"_s);
    QVERIFY2(first, first ? "" : qPrintable(first.error().detail));
    QCOMPARE(first->state, AttemptState::NeedsRegistration);
    QCOMPARE(first->suggestedNickname, provider == Provider::WeChat ? u"安娜 <b>"_s : u"PERSON1"_s);
    QVERIFY(!first->session);
    const auto session = console.registerAs(u"anna"_s);
    QVERIFY2(session, session ? "" : qPrintable(session.error().detail));
    QVERIFY(session->account.permissions.isEmpty());
    const auto profile = console.profile();
    QCOMPARE(profile->identities.size(), 1);
    QCOMPARE(profile->identities.first().provider, provider);
    QVERIFY(profile->hasPassword);
    VisitingConsole later(desk.platform->url());
    const auto again = desk.enter(later, provider, u"person1"_s);
    QCOMPARE(again->state, AttemptState::SignedIn);
    QCOMPARE(again->session->account.id, session->account.id);
    QCOMPARE(later.result().error().code, ErrorCode::NotFound);
    QCOMPARE(desk.enter(later, provider, u"person2"_s)->state, AttemptState::NeedsRegistration);
}

void IdentityTest::showsTheCodeAndNothingUnescaped()
{
    Desk desk;
    VisitingConsole console(desk.platform->url());
    const auto attempt = console.start(Provider::WeChat);
    const auto page = desk.comeBack(*attempt, u"person1"_s);
    QCOMPARE(page.status, 200);
    QVERIFY(page.has(attempt->code) && page.has(u"安娜 &lt;b&gt;"_s) && !page.has(u"安娜 <b>"_s));
    QCOMPARE(console.result()->state, AttemptState::Pending);
    const auto done = desk.agree(page);
    QVERIFY(done.has(u"You can close this window"_s) && done.has(u"您可以关闭此窗口"_s));
    QUrl hostile = desk.platform->url();
    hostile.setPath(u"/api/v1/sign-in/microsoft/callback"_s);
    hostile.setQuery(u"state=%3Cscript%3E&error_description=%3Cscript%3E&error=x"_s);
    const auto odd = desk.browser.open(hostile);
    QCOMPARE(odd.status, 410);
    QVERIFY(!odd.has(u"script"_s));
}

void IdentityTest::refusesWhoDidNotBegin()
{
    Desk desk;
    VisitingConsole thief(desk.platform->url());
    const auto attempt = thief.start(Provider::Microsoft);
    // Somebody is talked into opening the thief's address, and sees a code that is not the own.
    const auto page = desk.comeBack(*attempt, u"victim"_s);
    QVERIFY(desk.agree(page, u"no"_s).has(u"Nobody was signed in"_s));
    QCOMPARE(thief.result()->failure, AttemptFailure::Refused);
}

void IdentityTest::refusesAReplay()
{
    Desk desk;
    VisitingConsole console(desk.platform->url());
    const auto attempt = console.start(Provider::Microsoft);
    const auto page = desk.comeBack(*attempt, u"person1"_s);
    QCOMPARE(desk.browser.open(page.url).status, 410);
    const auto other = console.start(Provider::Microsoft);
    QUrl crossed = page.url; // the code of one with the state of the other
    QUrlQuery query(crossed);
    query.removeQueryItem(u"state"_s);
    query.addQueryItem(u"state"_s, QUrlQuery(QUrl(other->url)).queryItemValue(u"state"_s));
    crossed.setQuery(query);
    QVERIFY(desk.browser.open(crossed).has(u"did not work"_s));
    QCOMPARE(console.result()->failure, AttemptFailure::Unavailable);
    desk.agree(page);
    QCOMPARE(desk.agree(page).status, 410);
}

void IdentityTest::bindsAndUnbinds()
{
    Desk desk;
    QVERIFY(desk.platform->addUser(u"anna"_s, {u"User"_s}));
    VisitingConsole console(desk.platform->url());
    const auto session =
        await(console.api.call(api::signIn, {}, model::SignIn{u"anna"_s, u"anna-secret"_s}));
    console.api.setToken(session->token);
    const auto attempt = console.startBinding(Provider::WeChat);
    QVERIFY2(attempt, attempt ? "" : qPrintable(attempt.error().detail));
    desk.agree(desk.comeBack(*attempt, u"person1"_s));
    QCOMPARE(console.result()->state, AttemptState::Bound);
    QCOMPARE(console.profile()->identities.first().name, u"安娜 <b>"_s);
    VisitingConsole later(desk.platform->url());
    QCOMPARE(desk.enter(later, Provider::WeChat, u"person1"_s)->session->account.username,
             u"anna"_s);
    QVERIFY(await(console.api.call(api::unbind, {u"wechat"_s})));
    QVERIFY(console.profile()->identities.isEmpty());
    QCOMPARE(desk.enter(later, Provider::WeChat, u"person1"_s)->state,
             AttemptState::NeedsRegistration);
}

void IdentityTest::keepsAnIdentityToOneAccount()
{
    Desk desk;
    VisitingConsole anna(desk.platform->url());
    QVERIFY(desk.enter(anna, Provider::Microsoft, u"person1"_s));
    QVERIFY(anna.registerAs(u"anna"_s));
    QVERIFY(desk.platform->addUser(u"berta"_s, {}));
    VisitingConsole berta(desk.platform->url());
    berta.api.setToken(desk.platform->session(u"berta"_s, u"berta-secret"_s)->token);
    const auto attempt = berta.startBinding(Provider::Microsoft);
    desk.agree(desk.comeBack(*attempt, u"person1"_s));
    QCOMPARE(berta.result()->failure, AttemptFailure::Taken);
    QVERIFY(berta.profile()->identities.isEmpty());
}

void IdentityTest::tellsWhatTheProviderDidWrong()
{
    Desk desk;
    VisitingConsole console(desk.platform->url());
    desk.microsoft.twist = [](QJsonObject &claims) { claims.insert("aud"_L1, "other"_L1); };
    QCOMPARE(desk.enter(console, Provider::Microsoft, u"p"_s)->failure, AttemptFailure::Untrusted);
    desk.microsoft.twist = {};
    desk.microsoft.isSilent = true;
    QCOMPARE(desk.enter(console, Provider::Microsoft, u"p"_s)->failure,
             AttemptFailure::Unavailable);
    desk.weChat.isSilent = true;
    QCOMPARE(desk.enter(console, Provider::WeChat, u"p"_s)->failure, AttemptFailure::Unavailable);
}

void IdentityTest::keepsTokensOutOfTheBrowser()
{
    Desk desk;
    VisitingConsole console(desk.platform->url());
    QVERIFY(desk.enter(console, Provider::Microsoft, u"person1"_s));
    QVERIFY(console.registerAs(u"anna"_s));
    const auto attempt = console.start(Provider::Microsoft);
    QVERIFY(!attempt->url.contains(console.secret) && !attempt->url.contains(attempt->id));
    const auto page = desk.comeBack(*attempt, u"person1"_s);
    const auto done = desk.agree(page);
    const auto result = console.result();
    for (const auto &seen : {page, done}) {
        QVERIFY(!seen.has(result->session->token) && !seen.has(attempt->id));
        QVERIFY(!seen.has(u"anna"_s) && !seen.has(console.secret));
    }
}

QTEST_GUILESS_MAIN(IdentityTest)
#include "tst_identity.moc"
