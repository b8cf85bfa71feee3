// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/logview.h"

#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>

using namespace Qt::Literals::StringLiterals;

namespace {

QList<LogView::Line> lines(int count, int from = 0)
{
    QList<LogView::Line> result;
    for (int i = 0; i < count; ++i)
        result.append({QDateTime::currentDateTimeUtc(), {}, u"line %1"_s.arg(from + i), false});
    return result;
}

} // namespace

class LogViewTest : public QObject
{
    Q_OBJECT

private slots:
    void followsUntilScrolledUp();
    void showsMarkupLiterally();
    void findsInAnyCaseAndCounts();
    void aNewLineAddsItsHit();
    void dropsTheOldestBeyondItsLimit();
};

void LogViewTest::followsUntilScrolledUp()
{
    LogView log;
    log.resize(400, 200);
    log.show();
    const QSignalSpy changed(&log, &LogView::followingChanged);
    log.append(lines(200));
    QScrollBar *bar = log.verticalScrollBar();
    QVERIFY(log.isFollowing());
    QCOMPARE(bar->value(), bar->maximum());
    bar->setValue(50);
    QVERIFY(!log.isFollowing());
    QCOMPARE(changed.count(), 1);
    log.append(lines(10, 200));
    QCOMPARE(bar->value(), 50);
    log.followNewest();
    QVERIFY(log.isFollowing());
    QCOMPARE(bar->value(), bar->maximum());
}

void LogViewTest::showsMarkupLiterally()
{
    LogView log;
    log.append({{QDateTime::currentDateTimeUtc(), u"ps0"_s, u"<b>x</b>\nforged"_s, true}});
    QCOMPARE(log.document()->blockCount(), 1);
    QVERIFY(log.allText().contains(u"ps0  <b>x</b> forged"_s));
}

void LogViewTest::findsInAnyCaseAndCounts()
{
    LogView log;
    log.append(lines(20));
    log.setSearch(u"LINE 1"_s);
    QCOMPARE(log.hits(), 11);
    QCOMPARE(log.currentHit(), 10);
    log.nextHit(1);
    QCOMPARE(log.currentHit(), 0);
    log.nextHit(-1);
    QCOMPARE(log.currentHit(), 10);
    log.setSearch(u"absent"_s);
    QCOMPARE(log.hits(), 0);
    QCOMPARE(log.currentHit(), -1);
}

void LogViewTest::aNewLineAddsItsHit()
{
    LogView log;
    log.append(lines(5));
    log.setSearch(u"line 7"_s);
    QCOMPARE(log.hits(), 0);
    log.append(lines(5, 5));
    QCOMPARE(log.hits(), 1);
}

void LogViewTest::dropsTheOldestBeyondItsLimit()
{
    LogView log;
    log.append(lines(LogView::kMostLines + 500));
    QCOMPARE(log.lineCount(), LogView::kMostLines);
    QVERIFY(log.document()->firstBlock().text().endsWith(u"line 500"_s));
    log.append(lines(1, -1));
    QVERIFY(log.document()->firstBlock().text().endsWith(u"line 501"_s));
}

QTEST_MAIN(LogViewTest)
#include "tst_logview.moc"
