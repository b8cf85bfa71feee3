// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/mail/mailer.h"
#include "tests/support/await.h"
#include "tests/support/mailservice.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QTcpServer>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using support::MailService;

namespace {

mail::Message aMessage()
{
    mail::Message message;
    message.from = {u"berth@lab.example"_s, u"Berth"_s};
    message.to = {u"operators@lab.example"_s, u"night@lab.example"_s};
    message.subject = u"帮助"_s;
    message.body = u".\nHello\n"_s;
    message.date = QDateTime::currentDateTimeUtc();
    message.id = u"abc-1"_s;
    return message;
}

mail::SmtpSettings settingsOf(const MailService &service)
{
    return {.url = service.url(),
            .authorityFile = service.certificate(),
            .username = u"berth"_s,
            .password = u"correct horse"_s};
}

Result<> sent(const mail::SmtpSettings &settings, const mail::Message &message = aMessage())
{
    mail::Mailer mailer(settings);
    return support::await(mailer.send(message));
}

} // namespace

// Against a real server on loopback.
class MailerTest final : public QObject
{
    Q_OBJECT

private:
    const QStringList m_login{u"user=berth"_s, u"password=correct horse"_s};

private slots:
    void sendsWithTlsAndALogin();
    void sendsToAServerWithTlsFromTheStart();
    void sendsUnprotectedWhenTold();
    void saysWhatTheServerSays_data();
    void saysWhatTheServerSays();
    void refusesAWrongPassword();
    void tellsAnUnprotectedServerNothing();
    void trustsNobodyElse();
    void saysThatNobodyListens();
    void waitsNotForEver();
    void givesUpWithItsOwner();
};

void MailerTest::sendsWithTlsAndALogin()
{
    MailService service;
    QVERIFY(service.start(MailService::Tls::Yes, m_login));
    const auto outcome = sent(settingsOf(service));
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
    QCOMPARE(service.count(), 1);
    QCOMPARE(service.mail(1), *mail::compose(aMessage()));
    const QJsonObject envelope = service.envelope(1);
    QCOMPARE(envelope.value("from"_L1).toString(), u"berth@lab.example"_s);
    QCOMPARE(envelope.value("to"_L1).toArray().size(), 2);
    QCOMPARE(envelope.value("login"_L1).toString(), u"berth"_s);
    QVERIFY(envelope.value("tls"_L1).toBool());
}

void MailerTest::sendsToAServerWithTlsFromTheStart()
{
    MailService service;
    QVERIFY(service.start(MailService::Tls::Yes, m_login + QStringList(u"mode=smtps"_s)));
    auto settings = settingsOf(service);
    settings.url = service.url(u"smtps"_s);
    const auto outcome = sent(settings);
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().detail));
    QCOMPARE(service.envelope(1).value("login"_L1).toString(), u"berth"_s);
}

void MailerTest::sendsUnprotectedWhenTold()
{
    MailService service;
    QVERIFY(service.start(MailService::Tls::No));
    QVERIFY(sent({.url = service.url(), .needsTls = false}));
    QVERIFY(!service.envelope(1).value("tls"_L1).toBool());
}

void MailerTest::saysWhatTheServerSays_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("words");
    QTest::newRow("550") << u"rcpt=550 5.1.1 no such user"_s << ErrorCode::Conflict
                         << u"550 5.1.1 no such user"_s;
    QTest::newRow("451") << u"rcpt=451 4.7.1 come back later"_s << ErrorCode::Unavailable
                         << u"451 4.7.1 come back later"_s;
    QTest::newRow("554") << u"data=554 5.6.0 no such words here"_s << ErrorCode::Conflict
                         << u"554 5.6.0 no such words here"_s;
    QTest::newRow("452") << u"data=452 the disk is full"_s << ErrorCode::Unavailable
                         << u"452 the disk is full"_s;
}

void MailerTest::saysWhatTheServerSays()
{
    QFETCH(QString, option);
    QFETCH(ErrorCode, code);
    QFETCH(QString, words);
    MailService service;
    QVERIFY(service.start(MailService::Tls::Yes, m_login + QStringList(option)));
    const auto outcome = sent(settingsOf(service));
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().detail.endsWith(words), qPrintable(outcome.error().detail));
    QCOMPARE(outcome.error().code, code);
    QCOMPARE(service.count(), 0);
}

void MailerTest::refusesAWrongPassword()
{
    MailService service;
    QVERIFY(service.start(MailService::Tls::Yes, m_login));
    auto settings = settingsOf(service);
    settings.password = u"hunter2"_s;
    const auto outcome = sent(settings);
    QCOMPARE(outcome.error().code, ErrorCode::Conflict);
    QVERIFY2(outcome.error().detail.contains(u"535"_s), qPrintable(outcome.error().detail));
    QVERIFY(!outcome.error().detail.contains(u"hunter2"_s));
    QCOMPARE(service.count(), 0);
}

void MailerTest::tellsAnUnprotectedServerNothing()
{
    MailService service;
    QVERIFY(service.start(MailService::Tls::No));
    const auto outcome = sent({.url = service.url()});
    QCOMPARE(outcome.error().code, ErrorCode::Conflict);
    QVERIFY2(outcome.error().detail.contains(u"TLS"_s), qPrintable(outcome.error().detail));
    QCOMPARE(service.count(), 0);
}

void MailerTest::trustsNobodyElse()
{
    MailService service;
    QVERIFY(service.start(MailService::Tls::Yes, m_login));
    auto settings = settingsOf(service);
    settings.authorityFile.clear();
    const auto outcome = sent(settings);
    QCOMPARE(outcome.error().code, ErrorCode::Conflict);
    QVERIFY2(outcome.error().detail.contains(u"trusted"_s), qPrintable(outcome.error().detail));
    settings = settingsOf(service);
    settings.url.setHost(u"127.0.0.1"_s); // not the name in the certificate
    QCOMPARE(sent(settings).error().code, ErrorCode::Conflict);
}

void MailerTest::saysThatNobodyListens()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const QUrl url(u"smtp://127.0.0.1:%1"_s.arg(server.serverPort()));
    server.close();
    const auto outcome = sent({.url = url, .needsTls = false});
    QCOMPARE(outcome.error().code, ErrorCode::Unavailable);
}

void MailerTest::waitsNotForEver()
{
    MailService service;
    QVERIFY(service.start(MailService::Tls::No, {u"mode=silent"_s}));
    const auto outcome = sent({.url = service.url(),
                               .needsTls = false,
                               .connectTime = std::chrono::seconds(1),
                               .totalTime = std::chrono::seconds(2)});
    QCOMPARE(outcome.error().code, ErrorCode::TimedOut);
}

void MailerTest::givesUpWithItsOwner()
{
    MailService service;
    QVERIFY(service.start(MailService::Tls::No, {u"mode=silent"_s}));
    QElapsedTimer elapsed;
    elapsed.start();
    QFuture<Result<>> future;
    {
        mail::Mailer mailer({.url = service.url(), .needsTls = false});
        future = mailer.send(aMessage());
        QTest::qWait(200);
    }
    QVERIFY(elapsed.elapsed() < 10000);
    QVERIFY(future.isCanceled());
}

QTEST_GUILESS_MAIN(MailerTest)
#include "tst_mailer.moc"
