// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/chip.h"
#include "app/theme/looks.h"
#include "app/theme/theme.h"
#include "app/theme/tooltip.h"

#include <QApplication>
#include <QFontMetrics>
#include <QImage>
#include <QPalette>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestTheme : public QObject
{
    Q_OBJECT

private slots:
    void textHasAaContrast_data();
    void textHasAaContrast();
    void everyIconDrawsSomething();
    void iconsFollowTheTheme();
    void theStyleSheetHasNoOpenWords();
    void modeChangesPaletteAndTells();
    void digitsAreEquallyWide();
    void tooltipsAreLiteralAndOfAReadableWidth();
};

void TestTheme::textHasAaContrast_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void TestTheme::textHasAaContrast()
{
    QFETCH(const bool, dark);
    const Colors &colors = dark ? Colors::dark() : Colors::light();
    const auto readable = [](const QColor &text, const QColor &under, const QByteArray &what) {
        const double ratio = contrast(text, under);
        QVERIFY2(ratio >= 4.5, qPrintable(u"%1: %2 on %3 has only %4"_s.arg(
                                   QString::fromLatin1(what), text.name(), under.name(),
                                   QString::number(ratio, 'f', 2))));
    };
    for (const QColor &surface : {colors.window, colors.surface, colors.raised, colors.selection}) {
        readable(colors.text, surface, "text");
        readable(colors.secondary, surface, "secondary");
    }
    for (const Tone tone :
         {Tone::Muted, Tone::Accent, Tone::Success, Tone::Info, Tone::Warning, Tone::Danger}) {
        const ToneColors &one = colors.tone(tone);
        const QByteArray name = "tone " + QByteArray::number(int(tone));
        readable(one.text, colors.window, name + " text");
        readable(one.text, colors.surface, name + " text");
        readable(one.text, one.soft, name + " text on soft");
        readable(colors.onFill, one.fill, name + " on fill");
    }
    readable(colors.onFill, colors.accentHover, "accent hover");
    readable(colors.onFill, colors.dangerHover, "danger hover");
    readable(colors.surface, colors.text, "tooltip");
}

void TestTheme::everyIconDrawsSomething()
{
    for (int i = 0; i <= int(Icon::Logo); ++i) {
        const QImage image = iconPixmap(Icon(i), Qt::black, 24, 2).toImage();
        QCOMPARE(image.size(), QSize(48, 48));
        int drawn = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                drawn += qAlpha(image.pixel(x, y)) > 128 ? 1 : 0;
        }
        QVERIFY2(drawn > 30, qPrintable(QString::number(i)));
    }
}

void TestTheme::iconsFollowTheTheme()
{
    Theme theme(*qApp);
    theme.setMode(Theme::Mode::Light);
    const QIcon play = icon(Icon::Play);
    const QImage light = play.pixmap(24).toImage();
    theme.setMode(Theme::Mode::Dark);
    QVERIFY(play.pixmap(24).toImage() != light);
}

void TestTheme::theStyleSheetHasNoOpenWords()
{
    for (const Colors *colors : {&Colors::light(), &Colors::dark()}) {
        const QString sheet = Theme::styleSheet(*colors);
        QVERIFY(!sheet.isEmpty());
        QVERIFY2(!sheet.contains(u'@'), qPrintable(sheet.mid(sheet.indexOf(u'@'), 30)));
    }
}

void TestTheme::modeChangesPaletteAndTells()
{
    Theme theme(*qApp);
    theme.setMode(Theme::Mode::Light);
    const QSignalSpy changed(&theme, &Theme::themeChanged);
    theme.setMode(Theme::Mode::Dark);
    QCOMPARE(changed.count(), 1);
    QVERIFY(theme.isDark());
    QVERIFY(Colors::of(QApplication::palette()).isDark);
    theme.setMode(Theme::Mode::Dark);
    QCOMPARE(changed.count(), 1);
    theme.setMode(Theme::Mode::Light);
    QVERIFY(!Colors::of(QApplication::palette()).isDark);
}

void TestTheme::digitsAreEquallyWide()
{
    const QFontMetrics metrics(sized(kBodySize));
    for (QChar digit = u'0'; digit <= u'9'; digit = QChar(digit.unicode() + 1))
        QCOMPARE(metrics.horizontalAdvance(digit), metrics.horizontalAdvance(u'0'));
}

void TestTheme::tooltipsAreLiteralAndOfAReadableWidth()
{
    QCOMPARE(toolTipOf({}), QString());
    QVERIFY(toolTipOf(u"a <b> & c"_s).contains(u">a &lt;b&gt; &amp; c<"_s));
    QVERIFY(!toolTipOf(u"Manage users, groups and roles"_s).contains(u"<br>"_s));
    QCOMPARE(toolTipOf(u"one\ntwo"_s).count(u"<br>"_s), 1);
    const QString sentence = u"This touches permissions that you do not hold yourself. "_s;
    QCOMPARE(toolTipOf(sentence.repeated(3)).count(u"<br>"_s), 2);
    QVERIFY(toolTipOf(QString(500, u'x')).contains(u"<br>"_s)); // an id without blanks
}

QTEST_MAIN(TestTheme)
#include "tst_theme.moc"
