// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/services/movableclock.h"
#include "tests/contract/platform.h"
#include "tests/support/await.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

class SignInTest : public QObject
{
    Q_OBJECT

private:
    struct Desk
    {
        QTemporaryDir directory;
        support::MovableClock clock;
        std::unique_ptr<support::Platform> platform;
        std::unique_ptr<services::SignInService> service;

        Desk()
        {
            auto opened = support::Platform::open(directory.path());
            if (!opened)
                qFatal("%s", qPrintable(opened.error().detail));
            platform = *std::move(opened);
            service = std::make_unique<services::SignInService>(
                *platform->accounts, clock,
                services::SignInSettings{directory.path(), 100s, 1000s});
        }
        QByteArray enter()
        {
            const auto session = support::await(
                service->signIn({u"admin"_s, platform->adminPassword}, {u"127.0.0.1"_s}));
            return session ? session->token.toLatin1() : QByteArray();
        }
    };

private slots:
    void makesOneAdministratorOnly();
    void endsIdleSessions();
    void endsOldSessionsHoweverUsed();
    void remembersSessionsAcrossARestart();
    void keepsNoTokenOnDisk();
    void letsNobodyInWhoIsDisabled();
    void takesEffectOnTheNextRequest();
};

void SignInTest::makesOneAdministratorOnly()
{
    Desk desk;
    QVERIFY(desk.platform->adminPassword.size() > 15);
    const auto again = desk.service->prepare();
    QVERIFY(again && !again->has_value());
}

void SignInTest::endsIdleSessions()
{
    Desk desk;
    const QByteArray token = desk.enter();
    QVERIFY(desk.service->authenticate(token));
    QSignalSpy ended(desk.service.get(), &services::SignInService::sessionEnded);
    for (int i = 0; i < 5; ++i) { // use keeps it alive
        desk.clock.at = desk.clock.at.addSecs(90);
        QVERIFY(desk.service->authenticate(token));
    }
    desk.clock.at = desk.clock.at.addSecs(101);
    QCOMPARE(desk.service->authenticate(token).error().code, ErrorCode::Unauthenticated);
    QVERIFY(ended.wait());
    QVERIFY(!desk.service->authenticate(token));
}

void SignInTest::endsOldSessionsHoweverUsed()
{
    Desk desk;
    const QByteArray token = desk.enter();
    for (int i = 0; i < 19; ++i) {
        desk.clock.at = desk.clock.at.addSecs(50);
        QVERIFY(desk.service->authenticate(token));
    }
    desk.clock.at = desk.clock.at.addSecs(51);
    QVERIFY(!desk.service->authenticate(token));
}

void SignInTest::remembersSessionsAcrossARestart()
{
    Desk desk;
    const QByteArray token = desk.enter();
    desk.service = std::make_unique<services::SignInService>(
        *desk.platform->accounts, desk.clock,
        services::SignInSettings{desk.directory.path(), 100s, 1000s});
    QCOMPARE(desk.service->authenticate(token)->username, u"admin"_s);
    QVERIFY(!desk.service->authenticate("another"));
    QVERIFY(!desk.service->authenticate({}));
}

void SignInTest::keepsNoTokenOnDisk()
{
    Desk desk;
    const QByteArray token = desk.enter();
    for (const QString &name : {u"berth.db"_s, u"berth.db-wal"_s}) {
        QFile file(desk.directory.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(!bytes.contains(token));
        QVERIFY(!bytes.contains(desk.platform->adminPassword.toLatin1()));
    }
}

void SignInTest::letsNobodyInWhoIsDisabled()
{
    Desk desk;
    const QByteArray token = desk.enter();
    const auto id = desk.service->authenticate(token)->id;
    QVERIFY(support::await(desk.platform->accounts->setDisabled(id, true)));
    QVERIFY(!desk.service->authenticate(token));
    QVERIFY(desk.enter().isEmpty());
}

void SignInTest::takesEffectOnTheNextRequest()
{
    Desk desk;
    const QByteArray token = desk.enter();
    const auto id = desk.service->authenticate(token)->id;
    QVERIFY(support::await(desk.platform->accounts->setRoles(id, {u"User"_s})));
    QCOMPARE(desk.service->authenticate(token)->permissions.size(), 4);
}

QTEST_GUILESS_MAIN(SignInTest)
#include "tst_signin.moc"
