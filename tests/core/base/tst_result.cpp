// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/id.h"
#include "core/base/result.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

Result<int> half(int number)
{
    if (number % 2 != 0)
        return Error{ErrorCode::InvalidInput, u"odd"_s, u"number"_s};
    return number / 2;
}

Result<int> quarter(int number)
{
    TRY_ASSIGN(const int once, half(number));
    TRY_ASSIGN(const int twice, half(once));
    return twice;
}

Result<> check(int number)
{
    TRY_VOID(quarter(number));
    return {};
}

} // namespace

class ResultTest final : public QObject
{
    Q_OBJECT

private slots:
    void carriesValueOrError();
    void chains();
    void idsOfDifferentKindsDoNotMix();
};

void ResultTest::carriesValueOrError()
{
    QCOMPARE(*quarter(8), 2);
    QCOMPARE(quarter(6).error().detail, u"odd"_s);
    QVERIFY(check(4));
    QVERIFY(!check(2));
}

void ResultTest::chains()
{
    QCOMPARE(*half(12).andThen(half).map([](int number) { return number + 1; }), 4);
    QCOMPARE(half(6).andThen(half).error().field, u"number"_s);
}

void ResultTest::idsOfDifferentKindsDoNotMix()
{
    using Apple = Id<struct AppleTag>;
    using Pear = Id<struct PearTag>;
    static_assert(!std::is_convertible_v<Apple, Pear>);
    static_assert(!std::is_convertible_v<QString, Apple>);
    using Number = Id<struct NumberTag, int>;
    QCOMPARE(Number::fromString(u"30001"_s), std::optional(Number(30001)));
    QVERIFY(!Number::fromString(u"9999999999"_s));
    QVERIFY(!(Id<struct UuidTag, QUuid>::fromString(u"6f2c"_s)));
}

QTEST_APPLESS_MAIN(ResultTest)
#include "tst_result.moc"
