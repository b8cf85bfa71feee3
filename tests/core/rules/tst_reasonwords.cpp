// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/reasonwords.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using Code = model::ReasonCode;

class ReasonWordsTest : public QObject
{
    Q_OBJECT

private slots:
    void everyReasonHasWords();
    void theNumbersAreInThem();
    void whatIsUnknownIsNotNamed();
};

namespace {

QString words(Code code, const QString &subject = {}, const QString &detail = {})
{
    return rules::reasonWords({.code = code,
                               .asked = 8,
                               .free = 2,
                               .total = 16,
                               .exitCode = 137,
                               .subject = subject,
                               .detail = detail});
}

} // namespace

void ReasonWordsTest::everyReasonHasWords()
{
    for (const auto &[code, name] : json::EnumNames<Code>::table) {
        const QString said = words(code, u"node7"_s);
        QVERIFY2(!said.isEmpty() && !said.contains(u'%') && !said.contains(u'_'), name.data());
        QVERIFY2(!said.contains(u"you"_s), name.data()); // others read it as well
    }
}

void ReasonWordsTest::theNumbersAreInThem()
{
    QCOMPARE(words(Code::UserLimit), u"asks 8, its owner may hold 2 more of 16 in the VC"_s);
    QCOMPARE(words(Code::ExitCode, u"main"_s), u"task main ended with 137"_s);
    QCOMPARE(words(Code::NodeDrained, u"node7"_s, u"a new fan"_s),
             u"node node7 is being emptied: a new fan"_s);
}

void ReasonWordsTest::whatIsUnknownIsNotNamed()
{
    QCOMPARE(words(Code::HeldForEarlierJob), u"the devices are held for an earlier job"_s);
    QCOMPARE(words(Code::HeldForEarlierJob, u"3f2a"_s),
             u"the devices are held for the earlier job 3f2a"_s);
    QCOMPARE(words(Code::Preempted), u"gave its devices to another job"_s);
}

QTEST_APPLESS_MAIN(ReasonWordsTest)
#include "tst_reasonwords.moc"
