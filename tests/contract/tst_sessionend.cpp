// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/api/accounts.h"
#include "core/api/profile.h"
#include "core/client/apiclient.h"
#include "tests/contract/platform.h"
#include "tests/support/await.h"

#include <QTemporaryDir>
#include <QTest>
#include <QUrlQuery>
#include <QWebSocket>

using namespace Qt::Literals::StringLiterals;
using support::await;

// However a session ends, everything that was opened with it closes.
class SessionEndTest : public QObject
{
    Q_OBJECT

private:
    using End = std::function<void(SessionEndTest &test)>;
    // A stream as a program without our client opens it.
    struct Reader
    {
        QWebSocket socket;
        int code = 0;

        Reader(const QUrl &server, const QString &path, const QString &token)
        {
            QUrl url = server;
            url.setScheme(u"ws"_s);
            url.setPath(path);
            QNetworkRequest request(url);
            request.setRawHeader("Authorization", "Bearer " + token.toLatin1());
            QObject::connect(&socket, &QWebSocket::disconnected, &socket,
                             [this] { code = int(socket.closeCode()); });
            socket.open(request);
        }
        bool isOpen() const { return socket.state() == QAbstractSocket::ConnectedState; }
    };
    QString signIn(client::ApiClient &api);
    model::JobId runningJob();

    QTemporaryDir m_directory;
    std::unique_ptr<support::Platform> m_platform;
    model::UserId m_anna;
    client::ApiClient m_api; // of the session that ends
    client::ApiClient m_other; // another one of the same person

private slots:
    void initTestCase();
    void closesEverything_data();
    void closesEverything();
    void closesALogThatMayNotBeSeenAnyMore();
};

Q_DECLARE_METATYPE(std::function<void(SessionEndTest &)>)

void SessionEndTest::initTestCase()
{
    auto opened = support::Platform::open(m_directory.path());
    QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().detail));
    m_platform = *std::move(opened);
    m_anna = *m_platform->addUser(u"anna"_s, {u"User"_s});
}

QString SessionEndTest::signIn(client::ApiClient &api)
{
    if (!api.setServer(m_platform->url()))
        return {};
    const auto session = m_platform->session(u"anna"_s, u"anna-secret"_s);
    api.setToken(session ? session->token : QString());
    return api.token();
}

model::JobId SessionEndTest::runningJob()
{
    model::Job job;
    job.id = model::JobId(QUuid::createUuid());
    job.owner = model::UserId(30001);
    job.vc = model::VcName(u"platform"_s);
    job.submittedAt = QDateTime::currentDateTimeUtc();
    const auto stored = await(m_platform->jobStore->submit(job, job.id.toString(), {}));
    return stored ? stored->id : model::JobId();
}

void SessionEndTest::closesEverything_data()
{
    QTest::addColumn<End>("end");
    const auto row = [](const char *name, const End &end) { QTest::newRow(name) << end; };
    row("sign-out", [](SessionEndTest &t) { QVERIFY(await(t.m_api.call(api::signOut))); });
    row("ended elsewhere", [](SessionEndTest &t) {
        const auto sessions = await(t.m_other.call(api::listSessions));
        for (const auto &session : sessions->items) {
            if (!session.isCurrent)
                QVERIFY(await(t.m_other.call(api::endSession, {session.id})));
        }
    });
    row("all others ended",
        [](SessionEndTest &t) { QVERIFY(await(t.m_other.call(api::endOtherSessions))); });
    row("another password", [](SessionEndTest &t) {
        const model::PasswordChange change{u"anna-secret"_s, u"anna-secret2"_s};
        QVERIFY(await(t.m_other.call(api::changePassword, {}, change)));
        const model::PasswordChange back{u"anna-secret2"_s, u"anna-secret"_s};
        QVERIFY(await(t.m_other.call(api::changePassword, {}, back)));
    });
    row("expired", [](SessionEndTest &t) {
        const QDateTime late = QDateTime::currentDateTimeUtc().addYears(1);
        QVERIFY(await(t.m_platform->accounts->removeExpiredSessions(late, late)));
    });
    row("given back", [](SessionEndTest &t) {
        const auto known = *t.m_platform->accounts->credentials(u"anna"_s);
        QVERIFY(await(t.m_platform->accounts->restoreAdministrator(t.m_anna, known->passwordHash)));
        QVERIFY(await(t.m_platform->accounts->setRoles(t.m_anna, {u"User"_s})));
    });
    row("disabled", [](SessionEndTest &t) {
        QVERIFY(await(t.m_platform->accounts->setDisabled(t.m_anna, true)));
        QVERIFY(await(t.m_platform->accounts->setDisabled(t.m_anna, false)));
    });
}

void SessionEndTest::closesEverything()
{
    QFETCH(End, end);
    const QString token = signIn(m_api);
    QVERIFY(!signIn(m_other).isEmpty());
    const QString job = runningJob().toString();
    Reader events(m_platform->url(), u"/api/v1/events"_s, token);
    Reader log(m_platform->url(), u"/api/v1/jobs/%1/log/stream"_s.arg(job), token);
    QTRY_VERIFY(events.isOpen() && log.isOpen());
    end(*this);
    QTRY_COMPARE(events.code, 1008);
    QTRY_COMPARE(log.code, 1008);
    QCOMPARE(await(m_api.call(api::getAccount)).error().code, ErrorCode::Unauthenticated);
}

void SessionEndTest::closesALogThatMayNotBeSeenAnyMore()
{
    const QString token = signIn(m_api);
    const QString job = runningJob().toString();
    Reader log(m_platform->url(), u"/api/v1/jobs/%1/log/stream"_s.arg(job), token);
    QTRY_VERIFY(log.isOpen());
    QVERIFY(await(m_platform->accounts->setRoles(m_anna, {})));
    QTRY_COMPARE(log.code, 1008);
    QVERIFY(await(m_api.call(api::getAccount)));
    QVERIFY(await(m_platform->accounts->setRoles(m_anna, {u"User"_s})));
}

QTEST_GUILESS_MAIN(SessionEndTest)
#include "tst_sessionend.moc"
