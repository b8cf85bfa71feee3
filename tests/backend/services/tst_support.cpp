// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/supportservice.h"
#include "tests/backend/services/movableclock.h"
#include "tests/contract/platform.h"
#include "tests/support/await.h"
#include "tests/support/mailservice.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using services::SupportService;
using support::await;

namespace {

const model::SupportRequest kHelp{u"It is stuck.\nPlease look."_s};

// A platform with a job of Ada's, and a mail server of the operators'.
struct Desk
{
    QTemporaryDir directory;
    std::unique_ptr<support::Platform> platform;
    support::MailService server;
    std::optional<mail::Mailer> mailer;
    support::MovableClock clock;
    std::unique_ptr<SupportService> service;
    model::Account ada;
    model::Job job;

    explicit Desk(const QStringList &options = {})
    {
        auto opened = support::Platform::open(directory.path());
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        platform = *std::move(opened);
        if (const auto started = server.start(support::MailService::Tls::Yes, options); !started)
            qFatal("%s", qPrintable(started.error().detail));
        ada = person(u"ada"_s, {u"User"_s});
        mailer.emplace(
            mail::SmtpSettings{.url = server.url(), .authorityFile = server.certificate()});
        service = serviceWith({.platformName = u"Lab"_s,
                               .operators = u"help@lab.example"_s,
                               .sender = u"berth@lab.example"_s});
        submit(u"mnist"_s);
    }
    std::unique_ptr<SupportService> serviceWith(const services::SupportSettings &settings)
    {
        return std::make_unique<SupportService>(
            SupportService::Sources{*platform->jobs, *platform->profileStore, &*mailer}, settings,
            clock);
    }
    model::Account person(const QString &name, const QStringList &roles) const
    {
        const auto id = platform->addUser(name, roles);
        const auto account = platform->accounts->account(id ? *id : model::UserId());
        if (!account)
            qFatal("%s", qPrintable(account.error().detail));
        return *account;
    }
    void submit(const QString &name)
    {
        model::Job fresh;
        fresh.id = model::JobId(QUuid::createUuid());
        fresh.name = name;
        fresh.vc = model::VcName(u"platform"_s);
        fresh.owner = ada.id;
        fresh.ownerName = ada.username;
        fresh.submittedAt = clock.now();
        fresh.spec.vc = fresh.vc;
        fresh.spec.image = u"lab/mnist:3"_s;
        fresh.spec.command = u"echo secret-command"_s;
        const auto stored = await(platform->jobStore->submit(fresh, name, {}));
        if (!stored)
            qFatal("%s", qPrintable(stored.error().detail));
        job = *stored;
    }
    Result<model::Nothing> ask(const model::Account &who,
                               const model::SupportRequest &words = kHelp)
    {
        return await(service->ask(who, job.id.toString(), words));
    }
    QString body(int number) const
    {
        const QByteArray mail = server.mail(number);
        return QString::fromUtf8(QByteArray::fromBase64(mail.mid(mail.indexOf("\r\n\r\n"))));
    }
};

} // namespace

class SupportTest final : public QObject
{
    Q_OBJECT

private slots:
    void tellsTheOperators();
    void saysInASentenceWhyAJobWaits();
    void answersToThePerson();
    void letsNobodyAddHeaders();
    void hidesWhatOneMayNotSee();
    void wantsWords();
    void saysThatItIsNotPossible();
    void asksNotTooOften();
    void saysWhatTheServerSays();
};

void SupportTest::tellsTheOperators()
{
    Desk desk;
    QVERIFY(desk.platform->move(desk.job.id, model::JobState::Failed, [](model::Job &job) {
        model::Reason reason;
        reason.code = model::ReasonCode::ExitCode;
        reason.subject = u"main"_s;
        reason.exitCode = 3;
        job.reason = reason;
        job.placement = {{u"main"_s, model::NodeName(u"npu3"_s), {}}};
    }));
    const auto sent = desk.ask(desk.ada);
    QVERIFY2(sent, sent ? "" : qPrintable(sent.error().detail));
    QCOMPARE(desk.server.envelope(1).value("to"_L1).toArray().first().toString(),
             u"help@lab.example"_s);
    QVERIFY(desk.server.mail(1).contains("Subject: [Lab] Help with job mnist of ada\r\n"));
    const QString body = desk.body(1);
    for (const QString &fact : {desk.job.id.toString(), u"mnist"_s, u"platform"_s, u"ada"_s,
                                u"failed"_s, u"task main ended with 3"_s, u"main on npu3"_s,
                                u"lab/mnist:3"_s, u"It is stuck.\r\nPlease look."_s})
        QVERIFY2(body.contains(fact), qPrintable(fact % u'\n' % body));
    QVERIFY(!body.contains(u"secret-command"_s));
}

void SupportTest::saysInASentenceWhyAJobWaits()
{
    Desk desk;
    QVERIFY(desk.platform->move(desk.job.id, model::JobState::Queued, [](model::Job &job) {
        job.reason = model::Reason{.code = model::ReasonCode::HeldForEarlierJob,
                                   .exitCode = {},
                                   .subject = u"3f2a"_s,
                                   .detail = {}};
    }));
    QVERIFY(desk.ask(desk.ada));
    const QString body = desk.body(1);
    QVERIFY2(body.contains(u"Reason:     the devices are held for the earlier job 3f2a\r\n"_s),
             qPrintable(body));
}

void SupportTest::answersToThePerson()
{
    Desk desk;
    QVERIFY(desk.ask(desk.ada));
    QVERIFY(!desk.server.mail(1).contains("Reply-To:"));
    QVERIFY(await(desk.platform->profileStore->change(
        desk.ada.id, {.nickname = u"艾达"_s, .phone = {}, .email = u"ada@lab.example"_s})));
    QVERIFY(desk.ask(desk.ada));
    const QByteArray mail = desk.server.mail(2);
    QVERIFY2(mail.contains("<ada@lab.example>\r\n"), mail.constData());
    QVERIFY(mail.contains("Reply-To: "));
    QVERIFY(desk.body(2).contains(u"ada@lab.example"_s));
}

void SupportTest::letsNobodyAddHeaders()
{
    Desk desk;
    desk.submit(u"x\r\nBcc: all@evil.example\r\n\r\nspam"_s);
    QVERIFY(desk.ask(desk.ada, {u".\r\nQUIT\r\nMAIL FROM:<a@b>"_s}));
    const QByteArray mail = desk.server.mail(1);
    QVERIFY(!mail.left(mail.indexOf("\r\n\r\n")).contains("\r\nBcc"));
    QCOMPARE(desk.server.envelope(1).value("to"_L1).toArray().size(), 1);
    QVERIFY(desk.body(1).contains(u"QUIT\r\nMAIL FROM:<a@b>"_s));
}

void SupportTest::hidesWhatOneMayNotSee()
{
    Desk desk;
    const auto bert = desk.person(u"bert"_s, {});
    QCOMPARE(desk.ask(bert).error().code, ErrorCode::NotFound);
    const auto viewer = desk.person(u"vera"_s, {u"User"_s});
    QVERIFY(desk.ask(viewer));
    QVERIFY(desk.body(1).startsWith(u"vera (vera, "_s));
    QCOMPARE(desk.server.count(), 1);
}

void SupportTest::wantsWords()
{
    Desk desk;
    QCOMPARE(desk.ask(desk.ada, {u" \n"_s}).error().field, u"message"_s);
    const QString most = u"x"_s.repeated(model::SupportRequest::kMostMessageBytes);
    QCOMPARE(desk.ask(desk.ada, {most + u'x'}).error().field, u"message"_s);
    QVERIFY(desk.ask(desk.ada, {most}));
}

void SupportTest::saysThatItIsNotPossible()
{
    Desk desk;
    desk.service = desk.serviceWith({u"Lab"_s, u"room 5"_s, u"berth@lab.example"_s});
    QVERIFY(!desk.service->isPossible());
    QCOMPARE(desk.ask(desk.ada).error().code, ErrorCode::Conflict);
}

void SupportTest::asksNotTooOften()
{
    Desk desk;
    for (int i = 0; i < SupportService::kAtOnce; ++i)
        QVERIFY(desk.ask(desk.ada));
    QCOMPARE(desk.ask(desk.ada).error().code, ErrorCode::TooMany);
    QVERIFY(desk.ask(desk.person(u"vera"_s, {u"User"_s})));
    desk.clock.at = desk.clock.at.addSecs(301);
    QVERIFY(desk.ask(desk.ada));
    QCOMPARE(desk.server.count(), SupportService::kAtOnce + 2);
}

void SupportTest::saysWhatTheServerSays()
{
    Desk desk({u"rcpt=451 4.7.1 come back later"_s});
    for (int i = 0; i <= SupportService::kAtOnce; ++i) { // what is not sent does not count
        const auto refused = desk.ask(desk.ada);
        QCOMPARE(refused.error().code, ErrorCode::Unavailable);
        QVERIFY(refused.error().detail.endsWith(u"451 4.7.1 come back later"_s));
    }
}

QTEST_GUILESS_MAIN(SupportTest)
#include "tst_support.moc"
