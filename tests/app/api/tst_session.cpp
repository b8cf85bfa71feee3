// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/secretstore.h"
#include "app/api/session.h"
#include "core/model/page.h"
#include "tests/app/support/fakeserver.h"
#include "tests/app/support/samples.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const ServerProfile kHere{u"Here"_s, QUrl(u"http://127.0.0.1:8600"_s), u"alice"_s, {}};
const model::SignIn kAlice{u"alice"_s, u"secret-1"_s};

template <typename T>
Result<T> await(const QFuture<Result<T>> &future)
{
    QFutureWatcher<Result<T>> watcher;
    QSignalSpy finished(&watcher, &QFutureWatcherBase::finished);
    watcher.setFuture(future);
    if (!future.isFinished() && !finished.wait())
        return Error{ErrorCode::TimedOut, u"the test waited in vain"_s, {}};
    return future.result();
}

class LockedKeyring final : public SecretStore
{
public:
    QFuture<Result<std::optional<QString>>> read(const QString &) override
    {
        return ready<std::optional<QString>>(Error{ErrorCode::Unavailable, u"locked"_s, {}});
    }
    QFuture<Result<>> write(const QString &, const QString &) override
    {
        return ready<void>(Error{ErrorCode::Unavailable, u"locked"_s, {}});
    }
    QFuture<Result<>> remove(const QString &) override { return ready<void>({}); }
};

} // namespace

class SessionTest : public QObject
{
    Q_OBJECT

private:
    static void fill(FakeServer &server)
    {
        server.answer(
            u"POST /api/v1/sessions"_s,
            model::Session{u"token-1"_s, QDateTime::currentDateTimeUtc(), samples::account()});
        server.answer(u"GET /api/v1/account"_s, samples::account());
        server.answer(u"DELETE /api/v1/sessions/current"_s, model::Nothing{});
    }

private slots:
    void signsInAndKeepsTheToken()
    {
        FakeServer server;
        fill(server);
        MemorySecrets secrets;
        Session session(server, secrets);
        QSignalSpy opened(&session, &Session::opened);
        QVERIFY(await(session.signIn(kHere, kAlice, Session::Keep::Yes)));
        QCOMPARE(opened.count(), 1);
        QCOMPARE(server.token(), u"token-1"_s);

        FakeServer later;
        fill(later);
        Session resumed(later, secrets);
        QCOMPARE(await(resumed.resume(kHere)), Result<bool>(true));
        QVERIFY(resumed.isOpen());
        QCOMPARE(later.token(), u"token-1"_s);
    }

    void keepsNothingUnlessAsked()
    {
        FakeServer server;
        fill(server);
        MemorySecrets secrets;
        Session session(server, secrets);
        QVERIFY(await(session.signIn(kHere, kAlice, Session::Keep::No)));
        QVERIFY(session.isOpen());
        Session later(server, secrets);
        QCOMPARE(await(later.resume(kHere)), Result<bool>(false));
    }

    void namesTheFieldOfAWrongPassword()
    {
        FakeServer server;
        server.refuse(u"POST /api/v1/sessions"_s, {ErrorCode::Unauthenticated, u"no"_s, {}});
        MemorySecrets secrets;
        Session session(server, secrets);
        const auto result = await(session.signIn(kHere, kAlice, Session::Keep::Yes));
        QVERIFY(!result);
        QCOMPARE(result.error().field, u"password"_s);
        QVERIFY(!session.isOpen());
    }

    void refusesPlainHttpBeyondThisComputer()
    {
        FakeServer server;
        MemorySecrets secrets;
        Session session(server, secrets);
        ServerProfile far = kHere;
        far.url = QUrl(u"http://berth.lab:8600"_s);
        const auto result = await(session.signIn(far, kAlice, Session::Keep::Yes));
        QVERIFY(!result);
        QCOMPARE(result.error().field, u"url"_s);
        QVERIFY(server.requests().isEmpty());
    }

    void forgetsATokenThatHasEnded()
    {
        FakeServer server;
        fill(server);
        MemorySecrets secrets;
        Session session(server, secrets);
        QVERIFY(await(session.signIn(kHere, kAlice, Session::Keep::Yes)));
        server.refuse(u"GET /api/v1/account"_s, {ErrorCode::Unauthenticated, u"ended"_s, {}});
        Session later(server, secrets);
        QCOMPARE(await(later.resume(kHere)), Result<bool>(false));
        fill(server);
        QCOMPARE(await(later.resume(kHere)), Result<bool>(false));
    }

    void keepsTheTokenWhileTheServerIsAway()
    {
        FakeServer server;
        fill(server);
        MemorySecrets secrets;
        Session session(server, secrets);
        QVERIFY(await(session.signIn(kHere, kAlice, Session::Keep::Yes)));
        server.refuse(u"GET /api/v1/account"_s, {ErrorCode::Unavailable, u"away"_s, {}});
        Session later(server, secrets);
        QVERIFY(!await(later.resume(kHere)));
        fill(server);
        QCOMPARE(await(later.resume(kHere)), Result<bool>(true));
    }

    void signsOut()
    {
        FakeServer server;
        fill(server);
        MemorySecrets secrets;
        Session session(server, secrets);
        QVERIFY(await(session.signIn(kHere, kAlice, Session::Keep::Yes)));
        QSignalSpy closed(&session, &Session::closed);
        session.signOut();
        QCOMPARE(closed.count(), 1);
        QCOMPARE(closed.first().first().value<Session::End>(), Session::End::SignedOut);
        QVERIFY(server.token().isEmpty());
        QCOMPARE(server.count(u"DELETE /api/v1/sessions/current"_s), 1);
        QCOMPARE(await(session.resume(kHere)), Result<bool>(false));
    }

    void closesWhenTheSessionExpires()
    {
        FakeServer server;
        fill(server);
        MemorySecrets secrets;
        Session session(server, secrets);
        emit server.sessionExpired(); // nobody is signed in: means nothing
        QVERIFY(await(session.signIn(kHere, kAlice, Session::Keep::Yes)));
        QSignalSpy closed(&session, &Session::closed);
        emit server.sessionExpired();
        QCOMPARE(closed.count(), 1);
        QCOMPARE(closed.first().first().value<Session::End>(), Session::End::Expired);
    }

    void doesWithoutAKeyring()
    {
        FakeServer server;
        fill(server);
        LockedKeyring secrets;
        Session session(server, secrets);
        QSignalSpy notKept(&session, &Session::tokenNotKept);
        QVERIFY(await(session.signIn(kHere, kAlice, Session::Keep::Yes)));
        QTRY_COMPARE(notKept.count(), 1);
        QVERIFY(session.isOpen());
        const auto resumed = await(session.resume(kHere));
        QVERIFY(!resumed);
        QCOMPARE(resumed.error().field, u"keyring"_s);
    }
};

QTEST_GUILESS_MAIN(SessionTest)
#include "tst_session.moc"
