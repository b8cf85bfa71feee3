// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/logcursor.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

model::LogLine line(qint64 at, const QString &text)
{
    return {.at = QDateTime::fromMSecsSinceEpoch(at, Qt::UTC), .task = u"main"_s, .text = text};
}

QStringList newOnes(client::LogCursor &cursor, const QList<model::LogLine> &lines)
{
    QStringList texts;
    for (const auto &candidate : lines) {
        if (cursor.isNew(candidate))
            texts.append(candidate.text);
    }
    return texts;
}

} // namespace

class LogCursorTest final : public QObject
{
    Q_OBJECT

private slots:
    void takesEverythingBeforeARestart();
    void skipsWhatWasSeenAfterARestart();
    void keepsNewLinesOfTheSameMoment();
    void survivesTwoRestartsInARow();
};

void LogCursorTest::takesEverythingBeforeARestart()
{
    client::LogCursor cursor;
    const QList lines{line(1, u"a"_s), line(1, u"a"_s), line(3, u"b"_s), line(2, u"late"_s)};
    QCOMPARE(newOnes(cursor, lines), (QStringList{u"a"_s, u"a"_s, u"b"_s, u"late"_s}));
}

void LogCursorTest::skipsWhatWasSeenAfterARestart()
{
    client::LogCursor cursor;
    newOnes(cursor, {line(1, u"a"_s), line(2, u"b"_s)});
    cursor.restart();
    QCOMPARE(newOnes(cursor, {line(1, u"a"_s), line(2, u"b"_s), line(3, u"c"_s)}),
             QStringList{u"c"_s});
}

void LogCursorTest::keepsNewLinesOfTheSameMoment()
{
    client::LogCursor cursor;
    newOnes(cursor, {line(2, u"same"_s), line(2, u"same"_s)});
    cursor.restart();
    const QList lines{line(2, u"same"_s), line(2, u"same"_s), line(2, u"same"_s), line(2, u"x"_s)};
    QCOMPARE(newOnes(cursor, lines), (QStringList{u"same"_s, u"x"_s}));
}

void LogCursorTest::survivesTwoRestartsInARow()
{
    client::LogCursor cursor;
    newOnes(cursor, {line(1, u"a"_s), line(2, u"b"_s)});
    cursor.restart();
    newOnes(cursor, {line(1, u"a"_s)});
    cursor.restart();
    QCOMPARE(newOnes(cursor, {line(1, u"a"_s), line(2, u"b"_s), line(2, u"c"_s)}),
             QStringList{u"c"_s});
}

QTEST_GUILESS_MAIN(LogCursorTest)
#include "tst_logcursor.moc"
