// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/csv.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class CsvTest : public QObject
{
    Q_OBJECT

private slots:
    void quotesOnlyWhatNeedsIt();
    void letsNothingBecomeAFormula();
};

void CsvTest::quotesOnlyWhatNeedsIt()
{
    QCOMPARE(csvLine({u"a"_s, u""_s, u"b c"_s}), u"a,,b c"_s);
    QCOMPARE(csvLine({u"a,b"_s, u"say \"no\""_s, u"two\nlines"_s}),
             u"\"a,b\",\"say \"\"no\"\"\",\"two\nlines\""_s);
}

void CsvTest::letsNothingBecomeAFormula()
{
    QCOMPARE(csvLine({u"=1+1"_s, u"@x"_s, u"-1"_s, u"+1"_s}), u"'=1+1,'@x,'-1,'+1"_s);
}

QTEST_APPLESS_MAIN(CsvTest)
#include "tst_csv.moc"
