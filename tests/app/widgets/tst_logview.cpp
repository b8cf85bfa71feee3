// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/logview.h"

#include <QAccessible>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>

using namespace Qt::Literals::StringLiterals;

namespace {

QList<LogView::Line> lines(int count, int from = 0, const QString &task = {})
{
    QList<LogView::Line> result;
    for (int i = 0; i < count; ++i)
        result.append({QDateTime::currentDateTimeUtc(), task, u"line %1"_s.arg(from + i), false});
    return result;
}

void fill(LogView &log, const QList<LogView::Line> &lines)
{
    log.append(lines);
    log.allText();
}

QString firstLine(const LogView &log)
{
    return log.document()->firstBlock().text();
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
    void aSearchDoesNotLookAtTimes();
    void dropsTheOldestBeyondItsLimit();
    void staysAtTheLineOneReadsWhileOldOnesGo();
    void putsOlderLinesAboveWhatOneReads();
    void showsOneTaskAlone();
    void timesCanBeHidden();
    void theNewestLineCanBeReadAloud();
    void manyHitsDoNotSlowTheLog();
};

void LogViewTest::followsUntilScrolledUp()
{
    LogView log;
    log.resize(400, 200);
    log.show();
    const QSignalSpy changed(&log, &LogView::followingChanged);
    fill(log, lines(200));
    QScrollBar *bar = log.verticalScrollBar();
    QVERIFY(log.isFollowing());
    QCOMPARE(bar->value(), bar->maximum());
    bar->setValue(50);
    QVERIFY(!log.isFollowing());
    QCOMPARE(changed.count(), 1);
    fill(log, lines(10, 200));
    QCOMPARE(bar->value(), 50);
    log.followNewest();
    QVERIFY(log.isFollowing());
    QCOMPARE(bar->value(), bar->maximum());
}

void LogViewTest::showsMarkupLiterally()
{
    LogView log;
    log.append({{QDateTime::currentDateTimeUtc(), u"ps0"_s, u"<b>x</b>\nforged"_s, true}});
    QVERIFY(log.allText().contains(u"ps0  <b>x</b> forged"_s));
    QCOMPARE(log.document()->blockCount(), 1);
}

void LogViewTest::findsInAnyCaseAndCounts()
{
    LogView log;
    fill(log, lines(20));
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
    log.nextHit(1);
    QCOMPARE(log.currentHit(), -1);
}

void LogViewTest::aNewLineAddsItsHit()
{
    LogView log;
    fill(log, lines(5));
    log.setSearch(u"line 7"_s);
    QCOMPARE(log.hits(), 0);
    log.append(lines(5, 5));
    QTRY_COMPARE(log.hits(), 1);
}

void LogViewTest::aSearchDoesNotLookAtTimes()
{
    LogView log;
    fill(log, {{QDateTime::currentDateTimeUtc(), u"worker1"_s, u"a: b"_s, false}});
    log.setSearch(u":"_s);
    QCOMPARE(log.hits(), 1);
    log.setSearch(u"worker"_s);
    QCOMPARE(log.hits(), 0);
}

void LogViewTest::dropsTheOldestBeyondItsLimit()
{
    LogView log;
    log.append(lines(LogView::kMostLines + 500));
    log.setSearch(u"line 500"_s);
    log.allText();
    QCOMPARE(log.lineCount(), LogView::kMostLines);
    QVERIFY(firstLine(log).endsWith(u"line 500"_s));
    const int hits = log.hits();
    fill(log, lines(1, -1));
    QVERIFY(firstLine(log).endsWith(u"line 501"_s));
    QCOMPARE(log.hits(), hits - 1);
}

void LogViewTest::staysAtTheLineOneReadsWhileOldOnesGo()
{
    LogView log;
    log.resize(400, 200);
    log.show();
    fill(log, lines(LogView::kMostLines));
    QScrollBar *bar = log.verticalScrollBar();
    bar->setValue(5000);
    fill(log, lines(300));
    QCOMPARE(bar->value(), 4700);
    QVERIFY(!log.isFollowing());
}

void LogViewTest::putsOlderLinesAboveWhatOneReads()
{
    LogView log;
    log.resize(400, 200);
    log.show();
    fill(log, lines(200, 1000));
    log.setSearch(u"line 1190"_s);
    const QSignalSpy reached(&log, &LogView::beginningReached);
    log.verticalScrollBar()->setValue(100);
    QCOMPARE(reached.count(), 0);
    log.verticalScrollBar()->setValue(3);
    QCOMPARE(reached.count(), 1);
    const auto top = [&log] { return log.cursorForPosition({1, 1}).block().text(); };
    const QString read = top();
    auto older = lines(100, 900);
    older.last().isError = true;
    log.prepend(older);
    QCOMPARE(top(), read);
    QCOMPARE(log.lineCount(), 300);
    QVERIFY(firstLine(log).endsWith(u"line 900"_s));
    QCOMPARE(log.allText().count(u'\n'), 300);
    QCOMPARE(log.hits(), 1);
    QCOMPARE(log.currentHit(), 0);
    QVERIFY(!log.isFollowing());
    fill(log, lines(1, 1190)); // the places of the search are still right
    QCOMPARE(log.hits(), 2);
    log.nextHit(1);
    QVERIFY(log.textCursor().block().text().endsWith(u"line 1190"_s));
}

void LogViewTest::showsOneTaskAlone()
{
    LogView log;
    const QSignalSpy tasks(&log, &LogView::tasksChanged);
    fill(log, lines(3, 0, u"ps0"_s) + lines(2, 10, u"worker0"_s));
    QCOMPARE(log.tasks(), (QStringList{u"ps0"_s, u"worker0"_s}));
    QCOMPARE(tasks.count(), 1);
    QVERIFY(firstLine(log).endsWith(u"ps0      line 0"_s));
    log.setTask(u"worker0"_s);
    QCOMPARE(log.document()->blockCount(), 2);
    QVERIFY(firstLine(log).endsWith(u"  line 10"_s));
    QVERIFY(!firstLine(log).contains(u"worker0"_s));
    fill(log, lines(1, 3, u"ps0"_s));
    QCOMPARE(log.document()->blockCount(), 2);
    log.setTask({});
    QCOMPARE(log.document()->blockCount(), 6);
}

void LogViewTest::timesCanBeHidden()
{
    LogView log;
    fill(log, lines(1));
    QVERIFY(firstLine(log) != u"line 0"_s);
    log.setTimesShown(false);
    QCOMPARE(firstLine(log), u"line 0"_s);
}

void LogViewTest::theNewestLineCanBeReadAloud()
{
    LogView log;
    log.setAccessibleName(u"Log"_s);
    fill(log, lines(50));
    QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&log);
    QCOMPARE(interface->text(QAccessible::Name), u"Log"_s);
    QAccessibleTextInterface *text = interface->textInterface();
    QVERIFY(text);
    int start = 0;
    int end = 0;
    const QString newest =
        text->textAtOffset(text->characterCount() - 1, QAccessible::LineBoundary, &start, &end);
    QVERIFY(newest.endsWith(u"line 49"_s));
}

// A hundred thousand places took 1.9 s a batch when each was a cursor of the document.
void LogViewTest::manyHitsDoNotSlowTheLog()
{
    LogView log;
    log.resize(800, 400);
    log.show();
    fill(log, lines(LogView::kMostLines));
    log.setSearch(u"line"_s);
    QCOMPARE(log.hits(), LogView::kMostLines);
    QElapsedTimer time;
    time.start();
    for (int i = 0; i < 20; ++i)
        fill(log, lines(20));
    log.nextHit(-1);
    QVERIFY2(time.elapsed() < 10000, qPrintable(QString::number(time.elapsed())));
    QCOMPARE(log.hits(), LogView::kMostLines);
}

QTEST_MAIN(LogViewTest)
#include "tst_logview.moc"
