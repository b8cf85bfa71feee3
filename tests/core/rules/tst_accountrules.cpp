// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/accountrules.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using rules::AccountRule;

class AccountRulesTest : public QObject
{
    Q_OBJECT

private:
    using Broken = std::optional<rules::AccountViolation>;
    static bool breaks(const Broken &broken, AccountRule rule)
    {
        return broken && broken->rule == rule;
    }

private slots:
    void holdsUsernames();
    void holdsNicknames();
    void holdsPhones();
    void holdsEmails();
    void namesEachFieldOnce();
    void saysWhatIsWrong();
};

void AccountRulesTest::holdsUsernames()
{
    for (const QString &good : {u"anna"_s, u"A_n.n-a9"_s, u"12345678901234567890"_s})
        QVERIFY2(!rules::checkUsername(good), qPrintable(good));
    for (const QString &bad : {u""_s, u"ann"_s, u"123456789012345678901"_s})
        QVERIFY2(breaks(rules::checkUsername(bad), AccountRule::UsernameLength), qPrintable(bad));
    for (const QString &bad : {u"ann a"_s, u"anna\n"_s, u"ännä"_s, u"anna/b"_s, u"安娜安娜"_s})
        QVERIFY2(breaks(rules::checkUsername(bad), AccountRule::UsernameCharacters),
                 qPrintable(bad));
}

void AccountRulesTest::holdsNicknames()
{
    for (const QString &good : {u"A"_s, u"安娜"_s, u"Ann O'Neil <3"_s, QString(20, u'x'),
                                QString::fromUcs4(U"😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")})
        QVERIFY2(!rules::checkNickname(good), qPrintable(good));
    for (const QString &bad : {QString(), QString(21, u'x')})
        QVERIFY2(breaks(rules::checkNickname(bad), AccountRule::NicknameLength), qPrintable(bad));
    for (const QString &bad : {u" "_s, u"ann "_s, u"a\nb"_s, u"a\u202eb"_s, u"a\u0000b"_s})
        QVERIFY2(breaks(rules::checkNickname(bad), AccountRule::NicknameCharacters),
                 qPrintable(bad));
}

void AccountRulesTest::holdsPhones()
{
    for (const QString &good : {u""_s, u"12345"_s, u"+86 10 1234-5678"_s, u"123456789012345"_s})
        QVERIFY2(!rules::checkPhone(good), qPrintable(good));
    for (const QString &bad : {u"1234"_s, u"1234567890123456"_s, u"+"_s, u"12345 "_s, u"1--2345"_s,
                               u"12345x"_s, u"１２３４５"_s})
        QVERIFY2(breaks(rules::checkPhone(bad), AccountRule::PhoneForm), qPrintable(bad));
}

void AccountRulesTest::holdsEmails()
{
    for (const QString &good : {u""_s, u"ann@lab"_s, u"a.n+n@x-y.example.org"_s})
        QVERIFY2(!rules::checkEmail(good), qPrintable(good));
    for (const QString &bad :
         {u"ann"_s, u"@lab"_s, u"ann@"_s, u"a@b@c"_s, u".a@b"_s, u"a..b@c"_s, u"a b@c"_s,
          u"a@b\r\nBcc: x@y"_s, u"a@-b"_s, u"a@b..c"_s, u"%1@b.cd"_s.arg(QString(250, u'a'))})
        QVERIFY2(breaks(rules::checkEmail(bad), AccountRule::EmailForm), qPrintable(bad));
}

void AccountRulesTest::namesEachFieldOnce()
{
    QVERIFY(rules::check(model::SignUp{u"anna"_s, u"Ann"_s, u"long enough"_s}).isEmpty());
    const auto found = rules::check(model::SignUp{u"a"_s, u""_s, u"a"_s});
    QCOMPARE(found.size(), 3);
    QCOMPARE(found.at(0).field, u"username"_s);
    QCOMPARE(found.at(1).field, u"nickname"_s);
    QCOMPARE(found.at(2).field, u"password"_s);
    QCOMPARE(rules::check(model::SignUp{u"Somebody"_s, u"A"_s, u"somebody"_s}).first().rule,
             AccountRule::PasswordSameAsUsername);
    const auto change = rules::check(model::ProfileChange{u""_s, u"x"_s, u"x@"_s});
    QCOMPARE(change.size(), 3);
    QCOMPARE(change.last().field, u"email"_s);
}

void AccountRulesTest::saysWhatIsWrong()
{
    const Error error = rules::firstViolation(rules::check(model::SignUp{u"a"_s, {}, {}})).error();
    QCOMPARE(error.code, ErrorCode::InvalidInput);
    QCOMPARE(error.field, u"username"_s);
    QCOMPARE(error.detail, u"username: expected 4 to 20 characters"_s);
    QVERIFY(rules::firstViolation({}));
}

QTEST_APPLESS_MAIN(AccountRulesTest)
#include "tst_accountrules.moc"
