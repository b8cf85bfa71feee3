// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/attemptservice.h"
#include "tests/backend/services/movableclock.h"
#include "tests/contract/platform.h"
#include "tests/support/await.h"

#include <QCryptographicHash>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using model::AttemptFailure;
using model::AttemptState;
using model::Provider;
using services::BrowserStep;
using support::await;

namespace {

const QString kSecret = u"a secret of thirty-two bytes or so"_s;

QString challenge(const QString &secret = kSecret)
{
    return QString::fromLatin1(
        QCryptographicHash::hash(secret.toUtf8(), QCryptographicHash::Sha256)
            .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

// Says who comes as the test wishes, and when.
class ScriptedProvider final : public identity::Provider
{
public:
    Result<identity::Person> person = identity::Person{u"anna"_s, u"Anna"_s};
    QList<Promise<identity::Person>> *waiting = nullptr;
    int asked = 0;

    QFuture<Result<QUrl>> signInUrl(const identity::Handshake &handshake) override
    {
        return ready<QUrl>(QUrl(u"https://provider/?state="_s + handshake.state));
    }
    QFuture<Result<identity::Person>> identify(const identity::Handshake &,
                                               const QUrlQuery &) override
    {
        ++asked;
        if (waiting == nullptr)
            return ready<identity::Person>(person);
        waiting->append(Promise<identity::Person>());
        return waiting->last().future();
    }
};

} // namespace

class AttemptsTest : public QObject
{
    Q_OBJECT

private:
    struct Desk
    {
        QTemporaryDir directory;
        support::MovableClock clock;
        std::unique_ptr<support::Platform> platform;
        std::unique_ptr<services::SignUpService> signUp;
        std::unique_ptr<services::AttemptService> service;
        ScriptedProvider *provider = new ScriptedProvider;
        model::UserId anna;

        explicit Desk(bool isOpen = true)
        {
            auto opened = support::Platform::open(directory.path());
            if (!opened)
                qFatal("%s", qPrintable(opened.error().detail));
            platform = *std::move(opened);
            anna = *platform->addUser(u"anna"_s, {});
            signUp = std::make_unique<services::SignUpService>(
                *platform->accounts, *platform->signIn, clock,
                services::SignUpSettings{u"Test"_s, {}, isOpen});
            service = std::make_unique<services::AttemptService>(
                services::AttemptService::Sources{*platform->signIn, *signUp,
                                                  *platform->profileStore},
                clock);
            service->setPublicUrl(QUrl(u"https://berth.lab"_s));
            service->add(Provider::Microsoft, std::unique_ptr<identity::Provider>(provider));
        }
        void bindAnna()
        {
            QVERIFY(await(platform->profileStore->bind(
                anna, {Provider::Microsoft, provider->person->subject, {}})));
        }
        model::Attempt start()
        {
            const auto attempt =
                await(service->start({Provider::Microsoft, challenge()}, {u"127.0.0.1"_s}));
            return attempt ? *attempt : model::Attempt{};
        }
        BrowserStep comeBack(const model::Attempt &attempt)
        {
            return *await(service->takeCallback(u"microsoft"_s, QUrlQuery(QUrl(attempt.url))));
        }
        BrowserStep answer(const BrowserStep &question, bool isMine = true)
        {
            return *await(service->takeAnswer(question.ticket, isMine));
        }
        Result<model::AttemptResult> result(const model::Attempt &attempt,
                                            const QString &secret = kSecret)
        {
            return await(service->result(attempt.id, secret, {u"127.0.0.1"_s, u"berth/1"_s}));
        }
    };

private slots:
    void signsInOnce();
    void asksBeforeItBelieves();
    void keepsASecret();
    void takesAStateOnce();
    void knowsOnlyItsOwnStates();
    void registersWhomNobodyKnows();
    void staysClosedToTheUnknown();
    void letsNobodyInWhoIsDisabled();
    void tellsWhyItFailed();
    void endsInTime();
    void forgetsAfterASlowProvider();
    void bindsForASessionThatLives();
    void limitsWhoBegins();
    void suggestsANicknameThatHolds();
};

void AttemptsTest::signsInOnce()
{
    Desk desk;
    desk.bindAnna();
    const auto attempt = desk.start();
    QVERIFY(attempt.expiresAt > desk.clock.at);
    QCOMPARE(desk.result(attempt)->state, AttemptState::Pending);
    const BrowserStep question = desk.comeBack(attempt);
    QCOMPARE(question.kind, BrowserStep::Kind::Confirm);
    QCOMPARE(question.code, attempt.code);
    QCOMPARE(question.person, u"Anna"_s);
    QCOMPARE(desk.result(attempt)->state, AttemptState::Pending);
    QCOMPARE(desk.answer(question).kind, BrowserStep::Kind::Done);
    const auto result = desk.result(attempt);
    QCOMPARE(result->state, AttemptState::SignedIn);
    QCOMPARE(result->session->account.id, desk.anna);
    QVERIFY(desk.platform->signIn->authenticate(result->session->token.toLatin1()));
    QCOMPARE(desk.result(attempt).error().code, ErrorCode::NotFound);
}

void AttemptsTest::asksBeforeItBelieves()
{
    Desk desk;
    desk.bindAnna();
    const auto attempt = desk.start();
    const BrowserStep question = desk.comeBack(attempt);
    QCOMPARE(desk.answer({.ticket = u"guess"_s}).kind, BrowserStep::Kind::Unknown);
    QCOMPARE(desk.answer({}).kind, BrowserStep::Kind::Unknown);
    QCOMPARE(desk.answer(question, false).kind, BrowserStep::Kind::Refused);
    QCOMPARE(desk.answer(question).kind, BrowserStep::Kind::Unknown);
    const auto result = desk.result(attempt);
    QCOMPARE(result->state, AttemptState::Failed);
    QCOMPARE(result->failure, AttemptFailure::Refused);
    QVERIFY(!result->session);
}

void AttemptsTest::keepsASecret()
{
    Desk desk;
    desk.bindAnna();
    const auto attempt = desk.start();
    desk.answer(desk.comeBack(attempt));
    for (const QString &guess : {u""_s, u"guess"_s, challenge(), attempt.id})
        QCOMPARE(desk.result(attempt, guess).error().code, ErrorCode::NotFound);
    model::Attempt other = attempt;
    other.id = u"guess"_s;
    QCOMPARE(desk.result(other).error(), desk.result(attempt, u"guess"_s).error());
    QCOMPARE(desk.result(attempt)->state, AttemptState::SignedIn);
    const QStringList unfit{u""_s, u"short"_s, challenge() + u"="_s,
                            challenge().chopped(1) + u"!"_s};
    for (const QString &bad : unfit) {
        const auto refused =
            await(desk.service->start({Provider::Microsoft, bad}, {u"127.0.0.1"_s}));
        QCOMPARE(refused.error().field, u"challenge"_s);
    }
}

void AttemptsTest::takesAStateOnce()
{
    Desk desk;
    const auto attempt = desk.start();
    QCOMPARE(desk.comeBack(attempt).kind, BrowserStep::Kind::Confirm);
    QCOMPARE(desk.comeBack(attempt).kind, BrowserStep::Kind::Unknown);
    QCOMPARE(desk.provider->asked, 1);
}

void AttemptsTest::knowsOnlyItsOwnStates()
{
    Desk desk;
    const auto attempt = desk.start();
    const QUrlQuery own(QUrl(attempt.url));
    for (const auto &[provider, query] :
         {std::pair{u"microsoft"_s, QUrlQuery({{u"state"_s, u"guess"_s}})},
          {u"microsoft"_s, QUrlQuery()},
          {u"wechat"_s, own},
          {u"nobody"_s, own}}) {
        QCOMPARE(await(desk.service->takeCallback(provider, query))->kind,
                 BrowserStep::Kind::Unknown);
    }
    QCOMPARE(desk.provider->asked, 0);
    QCOMPARE(desk.comeBack(attempt).kind, BrowserStep::Kind::Confirm);
}

void AttemptsTest::registersWhomNobodyKnows()
{
    Desk desk;
    const auto attempt = desk.start();
    desk.answer(desk.comeBack(attempt));
    const auto result = desk.result(attempt);
    QCOMPARE(result->state, AttemptState::NeedsRegistration);
    QCOMPARE(result->suggestedNickname, u"Anna"_s);
    QCOMPARE(desk.result(attempt)->state, AttemptState::NeedsRegistration); // until it is done
    const auto enter = [&](const QString &name, const QString &secret = kSecret) {
        return await(desk.service->registerIdentity(
            {name, u"N"_s, u"a long password"_s, attempt.id, secret}, {u"127.0.0.1"_s}));
    };
    QCOMPARE(enter(u"berta"_s, u"guess"_s).error().code, ErrorCode::NotFound);
    QCOMPARE(enter(u"ANNA"_s).error().field, u"username"_s);
    QCOMPARE(enter(u"x"_s).error().field, u"username"_s);
    const auto session = enter(u"berta"_s);
    QVERIFY2(session, session ? "" : qPrintable(session.error().detail));
    QVERIFY(session->account.permissions.isEmpty());
    QCOMPARE(enter(u"carla"_s).error().code, ErrorCode::NotFound);
    // From now on the identity leads in.
    const auto again = desk.start();
    desk.answer(desk.comeBack(again));
    QCOMPARE(desk.result(again)->session->account.username, u"berta"_s);
}

void AttemptsTest::staysClosedToTheUnknown()
{
    Desk desk(false);
    QVERIFY(!desk.service->options().signUpOpen);
    auto attempt = desk.start();
    QCOMPARE(desk.answer(desk.comeBack(attempt)).kind, BrowserStep::Kind::Failed);
    QCOMPARE(desk.result(attempt)->failure, AttemptFailure::SignUpClosed);
    desk.bindAnna();
    attempt = desk.start();
    desk.answer(desk.comeBack(attempt));
    QCOMPARE(desk.result(attempt)->state, AttemptState::SignedIn);
}

void AttemptsTest::letsNobodyInWhoIsDisabled()
{
    Desk desk;
    desk.bindAnna();
    const auto attempt = desk.start();
    desk.answer(desk.comeBack(attempt));
    QVERIFY(await(desk.platform->accounts->setDisabled(desk.anna, true)));
    const auto result = desk.result(attempt);
    QCOMPARE(result->failure, AttemptFailure::Disabled);
    QVERIFY(!result->session);
    QCOMPARE(desk.result(attempt).error().code, ErrorCode::NotFound);
}

void AttemptsTest::tellsWhyItFailed()
{
    Desk desk;
    for (const auto &[code, failure] : {std::pair{ErrorCode::Forbidden, AttemptFailure::Refused},
                                        {ErrorCode::InvalidInput, AttemptFailure::Untrusted},
                                        {ErrorCode::Unavailable, AttemptFailure::Unavailable}}) {
        desk.provider->person = Error{code, u"why"_s, {}};
        const auto attempt = desk.start();
        QVERIFY(desk.comeBack(attempt).kind != BrowserStep::Kind::Confirm);
        const auto result = desk.result(attempt);
        QCOMPARE(result->state, AttemptState::Failed);
        QCOMPARE(result->failure, failure);
        QCOMPARE(result->detail, u"why"_s);
        QCOMPARE(desk.result(attempt).error().code, ErrorCode::NotFound);
    }
}

void AttemptsTest::endsInTime()
{
    Desk desk;
    desk.bindAnna();
    const auto closed = desk.start(); // the browser was closed
    const auto asked = desk.start();
    const auto answered = desk.start();
    const BrowserStep question = desk.comeBack(asked);
    desk.answer(desk.comeBack(answered));
    desk.clock.at = desk.clock.at.addSecs(600);
    QCOMPARE(desk.comeBack(closed).kind, BrowserStep::Kind::Unknown);
    QCOMPARE(desk.answer(question).kind, BrowserStep::Kind::Unknown);
    for (const auto &attempt : {closed, asked, answered}) {
        QCOMPARE(desk.result(attempt)->failure, AttemptFailure::Expired);
        QCOMPARE(desk.result(attempt).error().code, ErrorCode::NotFound);
    }
}

void AttemptsTest::forgetsAfterASlowProvider()
{
    Desk desk;
    desk.bindAnna();
    QList<Promise<identity::Person>> waiting;
    desk.provider->waiting = &waiting;
    const auto attempt = desk.start();
    const auto step = desk.service->takeCallback(u"microsoft"_s, QUrlQuery(QUrl(attempt.url)));
    QCOMPARE(waiting.size(), 1);
    QCOMPARE(desk.result(attempt)->state, AttemptState::Pending);
    desk.clock.at = desk.clock.at.addSecs(600);
    QCOMPARE(desk.result(attempt)->failure, AttemptFailure::Expired);
    waiting.first().finish(identity::Person{u"anna"_s, {}});
    const BrowserStep question = *await(step);
    QCOMPARE(desk.answer(question).kind, BrowserStep::Kind::Unknown);
    QCOMPARE(desk.result(attempt).error().code, ErrorCode::NotFound);
}

void AttemptsTest::bindsForASessionThatLives()
{
    Desk desk;
    const auto session = desk.platform->session(u"anna"_s, u"anna-secret"_s);
    const QByteArray token = session->token.toLatin1();
    const auto startBinding = [&] {
        return *await(desk.service->startBinding(session->account, token,
                                                 {Provider::Microsoft, challenge()}));
    };
    const auto first = startBinding();
    QCOMPARE(desk.answer(desk.comeBack(first)).kind, BrowserStep::Kind::Done);
    const auto bound = desk.result(first);
    QCOMPARE(bound->state, AttemptState::Bound);
    QVERIFY(!bound->session);
    const auto twice = startBinding();
    desk.answer(desk.comeBack(twice));
    QCOMPARE(desk.result(twice)->failure, AttemptFailure::Taken);
    QVERIFY(await(desk.platform->profileStore->unbind(desk.anna, Provider::Microsoft)));
    const auto late = startBinding();
    QVERIFY(await(desk.platform->signIn->signOut(session->account, token)));
    desk.answer(desk.comeBack(late));
    QCOMPARE(desk.result(late)->failure, AttemptFailure::SessionEnded);
    QVERIFY(desk.platform->profileStore->profile(desk.anna)->identities.isEmpty());
}

void AttemptsTest::limitsWhoBegins()
{
    Desk desk;
    for (int i = 0; i < 30; ++i)
        QVERIFY(!desk.start().id.isEmpty());
    const model::AttemptStart start{Provider::Microsoft, challenge()};
    QCOMPARE(await(desk.service->start(start, {u"127.0.0.1"_s})).error().code, ErrorCode::TooMany);
    QVERIFY(await(desk.service->start(start, {u"127.0.0.2"_s})));
    desk.clock.at = desk.clock.at.addSecs(4);
    QVERIFY(await(desk.service->start(start, {u"127.0.0.1"_s})));
    QCOMPARE(await(desk.service->start({Provider::WeChat, challenge()}, {})).error().code,
             ErrorCode::NotFound);
}

void AttemptsTest::suggestsANicknameThatHolds()
{
    Desk desk;
    for (const auto &[name, nickname] :
         {std::pair{u"  Anna\n Lena "_s, u"Anna Lena"_s},
          {u"\u202eevil\u0007"_s, u"evil"_s},
          {u"A name that is far too long for it"_s, u"A name that is far t"_s},
          {u"\u0007"_s, u""_s}}) {
        desk.provider->person = identity::Person{u"s"_s, name};
        const auto attempt = desk.start();
        desk.answer(desk.comeBack(attempt));
        QCOMPARE(desk.result(attempt)->suggestedNickname, nickname);
    }
}

QTEST_GUILESS_MAIN(AttemptsTest)
#include "tst_attempts.moc"
