// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/await.h"
#include "tests/support/wechatpeer.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using identity::Handshake;
using identity::Person;
using support::await;

class WeChatTest : public QObject
{
    Q_OBJECT

private:
    struct Desk
    {
        support::WeChatPeer peer;
        std::unique_ptr<identity::WeChat> provider = make(peer.settings());
        const Handshake handshake{
            u"state-1"_s, {}, {}, QUrl(u"https://berth.lab/api/v1/sign-in/wechat/callback"_s)};

        static std::unique_ptr<identity::WeChat> make(const identity::WeChatSettings &settings)
        {
            return std::make_unique<identity::WeChat>(
                settings, std::make_unique<identity::Fetcher>(QList<QSslCertificate>(),
                                                              identity::FetchLimits{1s, 4096}));
        }
        QUrlQuery back(const QString &openId)
        {
            return peer.authorize(*await(provider->signInUrl(handshake)), openId);
        }
        Result<Person> enter(const QString &openId)
        {
            return await(provider->identify(handshake, back(openId)));
        }
    };
    static ErrorCode codeOf(const Result<Person> &person)
    {
        return person ? ErrorCode::NotFound : person.error().code;
    }

private slots:
    void knowsAPersonByTheUnionId();
    void knowsAPersonByTheOpenId();
    void takesACodeOnce();
    void tellsWhoDeclined();
    void saysWhatTheProviderSays();
    void believesOnePersonOnly();
    void doesNotWaitForEver();
};

void WeChatTest::knowsAPersonByTheUnionId()
{
    Desk desk;
    desk.peer.unionIds.insert(u"o1"_s, u"u1"_s);
    const auto person = desk.enter(u"o1"_s);
    QVERIFY2(person, person ? "" : qPrintable(person.error().detail));
    QCOMPARE(person->subject, u"union u1"_s);
    QCOMPARE(person->name, u"安娜 <b>"_s);
}

void WeChatTest::knowsAPersonByTheOpenId()
{
    Desk desk;
    const auto person = desk.enter(u"o1"_s);
    QVERIFY2(person, person ? "" : qPrintable(person.error().detail));
    QCOMPARE(person->subject, u"open wx0123456789abcdef o1"_s);
    QVERIFY(desk.enter(u"o2"_s)->subject != person->subject);
}

void WeChatTest::takesACodeOnce()
{
    Desk desk;
    const QUrlQuery back = desk.back(u"o1"_s);
    QVERIFY(await(desk.provider->identify(desk.handshake, back)));
    const auto again = await(desk.provider->identify(desk.handshake, back));
    QCOMPARE(codeOf(again), ErrorCode::Unavailable);
    QVERIFY(again.error().detail.contains("40163"_L1));
    const QUrlQuery guess({{u"code"_s, u"guess&secret=x"_s}, {u"state"_s, u"state-1"_s}});
    QVERIFY(
        await(desk.provider->identify(desk.handshake, guess)).error().detail.contains("40029"_L1));
}

void WeChatTest::tellsWhoDeclined()
{
    Desk desk;
    const QUrlQuery declined({{u"state"_s, u"state-1"_s}});
    QCOMPARE(codeOf(await(desk.provider->identify(desk.handshake, declined))),
             ErrorCode::Forbidden);
    QVERIFY(desk.peer.asked.isEmpty());
}

void WeChatTest::saysWhatTheProviderSays()
{
    Desk desk;
    identity::WeChatSettings wrong = desk.peer.settings();
    wrong.secret = u"guess"_s;
    desk.provider = Desk::make(wrong);
    const auto refused = desk.enter(u"o1"_s);
    QCOMPARE(codeOf(refused), ErrorCode::Unavailable);
    QCOMPARE(refused.error().detail, u"the provider answers with the error 40125"_s);
}

void WeChatTest::believesOnePersonOnly()
{
    Desk desk;
    desk.peer.twist = [](QJsonObject &info) { info.insert("openid"_L1, u"o2"_s); };
    QCOMPARE(codeOf(desk.enter(u"o1"_s)), ErrorCode::InvalidInput);
    desk.peer.twist = [](QJsonObject &info) { info = {{"errcode"_L1, 40001}}; };
    QCOMPARE(codeOf(desk.enter(u"o1"_s)), ErrorCode::Unavailable);
    desk.peer.twist = [](QJsonObject &info) { info.insert("x"_L1, QString(9000, u'x')); };
    QCOMPARE(codeOf(desk.enter(u"o1"_s)), ErrorCode::Unavailable);
}

void WeChatTest::doesNotWaitForEver()
{
    Desk desk;
    desk.peer.isSilent = true;
    const auto person = desk.enter(u"o1"_s);
    QCOMPARE(codeOf(person), ErrorCode::Unavailable);
    QVERIFY(person.error().detail.contains("in time"_L1));
    // The address, which holds the secret, is nobody's to read.
    QVERIFY(!person.error().detail.contains("secret"_L1));
}

QTEST_GUILESS_MAIN(WeChatTest)
#include "tst_wechat.moc"
