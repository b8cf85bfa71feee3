// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/logtext.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class LogTextTest : public QObject
{
    Q_OBJECT

private slots:
    void showsOneHarmlessLine_data();
    void showsOneHarmlessLine();
    void cutsWhatIsTooLong();
};

void LogTextTest::showsOneHarmlessLine_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("shown");
    QTest::newRow("plain") << u"loss 0.1\t数据 😀 <b>"_s << u"loss 0.1\t数据 😀 <b>"_s;
    QTest::newRow("colour") << u"\x1b[1;31merror\x1b[0m: x"_s << u"error: x"_s;
    QTest::newRow("true colour") << u"\x1b[38;2;1;2;3mx\x1b[K"_s << u"x"_s;
    QTest::newRow("title") << u"\x1b]0;title\x07text"_s << u"text"_s;
    QTest::newRow("link") << u"\x1b]8;;http://x\x1b\\name\x1b]8;;\x1b\\!"_s << u"name!"_s;
    QTest::newRow("character set") << u"\x1b(Bx"_s << u"x"_s;
    QTest::newRow("cut colour") << u"x\x1b[3"_s << u"x"_s;
    QTest::newRow("lone escape") << u"x\x1b"_s << u"x"_s;
    QTest::newRow("open title") << u"x\x1b]0;never ends"_s << u"x"_s;
    QTest::newRow("progress") << u"10%\r20%\r30%"_s << u"30%"_s;
    QTest::newRow("windows") << u"line\r"_s << u"line"_s;
    QTest::newRow("only returns") << u"\r\r"_s << QString();
    QTest::newRow("newline") << u"a\nforged"_s << u"a forged"_s;
    QTest::newRow("separators") << u"a\u2028b\u2029c"_s << u"a b c"_s;
    QTest::newRow("control") << u"a\x01\x08z"_s << u"a\u2401\u2408z"_s;
    QTest::newRow("direction") << u"a\u202ecba"_s << u"a\ufffdcba"_s;
    QTest::newRow("dash") << u"a \u2013 b \u2026"_s << u"a \u2013 b \u2026"_s;
}

void LogTextTest::showsOneHarmlessLine()
{
    QFETCH(QString, written);
    QTEST(shownLogText(written), "shown");
}

void LogTextTest::cutsWhatIsTooLong()
{
    const QString most(kMostShown, u'x');
    QCOMPARE(shownLogText(most), most);
    QCOMPARE(shownLogText(most + u'y'), most + u'\u2026');
    const QString pair = most.chopped(1) + u"😀"_s;
    QCOMPARE(shownLogText(pair), most.chopped(1) + u'\u2026');
}

QTEST_APPLESS_MAIN(LogTextTest)
#include "tst_logtext.moc"
