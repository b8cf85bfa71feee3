// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/network.h"
#include "backend/services/signupservice.h"
#include "tests/backend/services/movableclock.h"
#include "tests/contract/platform.h"
#include "tests/support/await.h"

#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using support::await;

// Sign-up and the limits of guessing, in a time that stands still unless it is moved.
class SignUpTest : public QObject
{
    Q_OBJECT

private:
    struct Desk
    {
        QTemporaryDir directory;
        support::MovableClock clock;
        std::unique_ptr<support::Platform> platform;
        std::unique_ptr<services::SignInService> signIn;
        std::unique_ptr<services::SignUpService> signUp;

        explicit Desk(bool isOpen = true)
        {
            auto opened = support::Platform::open(directory.path());
            if (!opened)
                qFatal("%s", qPrintable(opened.error().detail));
            platform = *std::move(opened);
            signIn = std::make_unique<services::SignInService>(
                *platform->accounts, clock, services::SignInSettings{directory.path(), 24h, 720h});
            signUp = std::make_unique<services::SignUpService>(
                *platform->accounts, *signIn, clock,
                services::SignUpSettings{u"Test"_s, {}, isOpen});
        }
        Result<model::UserId> make(const QString &name, const QString &address = u"a"_s)
        {
            return await(signUp->create({name, u"N"_s, name + u"-secret"_s}, {}, {address}));
        }
        ErrorCode guess(const QString &name, const QString &address)
        {
            const auto session = await(signIn->signIn({name, u"a guess"_s}, {address}));
            return session ? ErrorCode::Internal : session.error().code;
        }
    };

private slots:
    void makesAnAccountWithoutRights();
    void refusesWhatTheRulesRefuse();
    void staysClosed();
    void limitsSignUpsFromOneAddress();
    void limitsSignUpsOfOneName();
    void limitsGuessesAtOneAccount();
    void limitsGuessesFromOneAddress();
    void countsANetworkAsOne();
    void costsTheKnownAndTheUnknownTheSame();
};

void SignUpTest::makesAnAccountWithoutRights()
{
    Desk desk;
    const auto id = desk.make(u"anna"_s);
    QVERIFY2(id, id ? "" : qPrintable(id.error().detail));
    const auto account = desk.platform->accounts->account(*id);
    QVERIFY(account->permissions.isEmpty() && account->vcs.isEmpty());
    QVERIFY(!account->mustChangePassword);
    const auto session = await(desk.signIn->signIn({u"ANNA"_s, u"anna-secret"_s}, {u"a"_s}));
    QCOMPARE(session->account.id, *id);
}

void SignUpTest::refusesWhatTheRulesRefuse()
{
    Desk desk;
    const auto fieldOf = [&](const model::SignUp &signUp) {
        return await(desk.signUp->create(signUp, {}, {u"a"_s})).error().field;
    };
    QCOMPARE(fieldOf({u"ann"_s, u"N"_s, u"long enough"_s}), u"username"_s);
    QCOMPARE(fieldOf({u"anna"_s, u" "_s, u"long enough"_s}), u"nickname"_s);
    QCOMPARE(fieldOf({u"anna"_s, u"N"_s, u"short"_s}), u"password"_s);
    QVERIFY(desk.make(u"anna"_s));
    QCOMPARE(desk.make(u"Anna"_s).error().code, ErrorCode::Conflict);
}

void SignUpTest::staysClosed()
{
    Desk desk(false);
    QCOMPARE(desk.make(u"anna"_s).error().code, ErrorCode::Forbidden);
    QVERIFY(!desk.platform->accounts->credentials(u"anna"_s)->has_value());
}

void SignUpTest::limitsSignUpsFromOneAddress()
{
    Desk desk;
    for (int i = 0; i < 10; ++i)
        QVERIFY(desk.make(u"name%1"_s.arg(i)));
    QCOMPARE(desk.make(u"more"_s).error().code, ErrorCode::TooMany);
    QVERIFY(desk.make(u"more"_s, u"b"_s));
    desk.clock.at = desk.clock.at.addSecs(60);
    QVERIFY(desk.make(u"after"_s));
    QCOMPARE(desk.make(u"again"_s).error().code, ErrorCode::TooMany);
}

void SignUpTest::limitsSignUpsOfOneName()
{
    Desk desk;
    QVERIFY(desk.make(u"anna"_s));
    for (int i = 0; i < 4; ++i)
        QCOMPARE(desk.make(u"ANNA"_s, u"b%1"_s.arg(i)).error().code, ErrorCode::Conflict);
    QCOMPARE(desk.make(u"anna"_s, u"c"_s).error().code, ErrorCode::TooMany);
}

void SignUpTest::limitsGuessesAtOneAccount()
{
    Desk desk;
    for (int i = 0; i < 10; ++i)
        QCOMPARE(desk.guess(u"admin"_s, u"a%1"_s.arg(i)), ErrorCode::Unauthenticated);
    QCOMPARE(desk.guess(u"Admin"_s, u"b"_s), ErrorCode::TooMany);
    QCOMPARE(desk.guess(u"other"_s, u"b"_s), ErrorCode::Unauthenticated);
    // The right password does not get through either, until time has passed.
    const model::SignIn right{u"admin"_s, desk.platform->adminPassword};
    QCOMPARE(await(desk.signIn->signIn(right, {u"c"_s})).error().code, ErrorCode::TooMany);
    desk.clock.at = desk.clock.at.addSecs(10);
    QVERIFY(await(desk.signIn->signIn(right, {u"c"_s})));
}

void SignUpTest::limitsGuessesFromOneAddress()
{
    Desk desk;
    for (int i = 0; i < 50; ++i)
        QCOMPARE(desk.guess(u"nobody%1"_s.arg(i), u"a"_s), ErrorCode::Unauthenticated);
    QCOMPARE(desk.guess(u"somebody"_s, u"a"_s), ErrorCode::TooMany);
    QCOMPARE(desk.guess(u"somebody"_s, u"b"_s), ErrorCode::Unauthenticated);
    desk.clock.at = desk.clock.at.addSecs(2);
    QCOMPARE(desk.guess(u"somebody"_s, u"a"_s), ErrorCode::Unauthenticated);
}

void SignUpTest::countsANetworkAsOne()
{
    QCOMPARE(services::networkOf(u"2001:db8:1:2:3:4:5:6"_s), u"2001:db8:1:2::/64"_s);
    QCOMPARE(services::networkOf(u"2001:db8:1:2::9"_s), u"2001:db8:1:2::/64"_s);
    QVERIFY(services::networkOf(u"2001:db8:1:3::9"_s) != u"2001:db8:1:2::/64"_s);
    QCOMPARE(services::networkOf(u"192.0.2.7"_s), u"192.0.2.7"_s);
    QCOMPARE(services::networkOf(u"::ffff:192.0.2.7"_s), u"192.0.2.7"_s);
    QCOMPARE(services::networkOf(u"account 5"_s), u"account 5"_s);
    Desk desk;
    for (int i = 0; i < 10; ++i)
        QVERIFY(desk.make(u"name%1"_s.arg(i), u"2001:db8::%1"_s.arg(i + 1)));
    QCOMPARE(desk.make(u"more"_s, u"2001:db8::ffff"_s).error().code, ErrorCode::TooMany);
}

void SignUpTest::costsTheKnownAndTheUnknownTheSame()
{
    Desk desk;
    const auto median = [&](const QString &name) {
        QList<qint64> times;
        for (int i = 0; i < 5; ++i) {
            QElapsedTimer timer;
            timer.start();
            desk.guess(name, u"t%1"_s.arg(i));
            times.append(timer.nsecsElapsed());
        }
        std::sort(times.begin(), times.end());
        return double(times.at(2));
    };
    median(u"warmth"_s);
    const double known = median(u"admin"_s);
    const double unknown = median(u"nobody"_s);
    // Hashing is what takes the time: without it an answer would come a hundred times faster.
    QVERIFY2(unknown > known / 4 && known > unknown / 4,
             qPrintable(u"%1 %2"_s.arg(known).arg(unknown)));
}

QTEST_GUILESS_MAIN(SignUpTest)
#include "tst_signup.moc"
