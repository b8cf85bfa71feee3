// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/container/dockerlog.h"
#include "backend/engines/container/logframes.h"

#include <QTest>
#include <QtEndian>

using namespace Qt::Literals::StringLiterals;
using engines::LineJoiner;
using engines::LogFrames;
using engines::LogRecords;
using model::LogStream;

namespace {

constexpr auto kTime = "2026-11-24T08:45:21.668252383Z";

QByteArray frame(char stream, const QByteArray &text)
{
    QByteArray head(8, '\0');
    head[0] = stream;
    qToBigEndian(quint32(text.size()), head.data() + 4);
    return head + text;
}

QByteArray timed(char stream, const QByteArray &text)
{
    return frame(stream, QByteArray(kTime) + ' ' + text);
}

template <typename Reader>
QList<model::LogLine> linesOf(const QByteArray &bytes, qsizetype step)
{
    Reader reader(u"main"_s);
    QList<model::LogLine> lines;
    for (qsizetype at = 0; at < bytes.size(); at += step)
        reader.feed(bytes.mid(at, step), lines);
    reader.end(lines);
    return lines;
}

} // namespace

class LogFramesTest final : public QObject
{
    Q_OBJECT

private slots:
    void readsFramesInAnyPieces();
    void joinsPartsOfEachStream();
    void dropsWhatIsToldAgain();
    void keepsBytesThatAreNoText();
    void cutsVeryLongLinesBetweenCharacters();
    void readsRecordsInAnyPieces();
    void skipsRecordsThatAreNone();
    void asksForARange();
    void keepsToARange();
};

void LogFramesTest::readsFramesInAnyPieces()
{
    const QByteArray bytes =
        timed(1, "out\n") + timed(2, "err\r\n") + timed(1, "\n") + timed(1, "last");
    for (qsizetype step = 1; step <= bytes.size(); ++step) {
        const auto lines = linesOf<LogFrames>(bytes, step);
        QCOMPARE(lines.size(), 4);
        const auto at = QDateTime::fromString(u"2026-11-24T08:45:21.668Z"_s, Qt::ISODateWithMs);
        QCOMPARE(lines.at(0), (model::LogLine{at, u"main"_s, LogStream::Stdout, u"out"_s}));
        QCOMPARE(lines.at(1), (model::LogLine{at, u"main"_s, LogStream::Stderr, u"err"_s}));
        QCOMPARE(lines.at(2).text, QString());
        QCOMPARE(lines.at(3).text, u"last"_s);
    }
}

void LogFramesTest::joinsPartsOfEachStream()
{
    const QByteArray bytes =
        timed(1, "one ") + timed(2, "two ") + timed(1, "ONE\n") + timed(2, "TWO\n");
    const auto lines = linesOf<LogFrames>(bytes, bytes.size());
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.at(0).text, u"one ONE"_s);
    QCOMPARE(lines.at(1).text, u"two TWO"_s);
}

void LogFramesTest::dropsWhatIsToldAgain()
{
    const auto at = [](char stream, int nanoseconds, const QByteArray &text) {
        return frame(stream,
                     "2026-11-24T08:45:21." + QByteArray::number(nanoseconds) + "Z " + text);
    };
    const QByteArray once =
        at(1, 668252383, "a\n") + at(1, 668252384, "b") + at(1, 668252384, "c\n");
    const QByteArray bytes = at(1, 668252382, "first\n") + once + at(2, 668252381, "err\n") + once
                             + at(1, 668252385, "d\n");
    LogFrames frames(u"main"_s, LogFrames::Repeats::Dropped);
    QList<model::LogLine> lines;
    frames.feed(bytes, lines);
    QStringList texts;
    for (const auto &line : std::as_const(lines))
        texts.append(line.text);
    QCOMPARE(texts, (QStringList{u"first"_s, u"a"_s, u"bc"_s, u"err"_s, u"d"_s}));
    QCOMPARE(linesOf<LogFrames>(bytes, bytes.size()).size(), 7);
    // Podman's times are too coarse to tell.
    LogFrames coarse(u"main"_s, LogFrames::Repeats::Dropped);
    lines.clear();
    coarse.feed(frame(1, "2026-11-24T08:45:21Z a\n") + frame(1, "2026-11-24T08:45:21Z a\n"), lines);
    QCOMPARE(lines.size(), 2);
}

void LogFramesTest::keepsBytesThatAreNoText()
{
    const auto lines = linesOf<LogFrames>(timed(1, "a\xff\xfe b\n") + timed(1, "中文\n"), 7);
    QCOMPARE(lines.at(0).text, u"a\uFFFD\uFFFD b"_s);
    QCOMPARE(lines.at(1).text, u"中文"_s);
}

void LogFramesTest::cutsVeryLongLinesBetweenCharacters()
{
    const QString text = u"é中🚀"_s.repeated(20000);
    const auto lines = linesOf<LogFrames>(timed(1, text.toUtf8() + '\n'), 4096);
    QVERIFY(lines.size() > 1);
    QString joined;
    for (const auto &line : lines) {
        QVERIFY(line.text.toUtf8().size() <= LineJoiner::kLongestLine);
        joined += line.text;
    }
    QCOMPARE(joined, text);
}

void LogFramesTest::readsRecordsInAnyPieces()
{
    const QByteArray bytes = "2026-11-24T09:50:24.504558789+01:00 stdout F out\n"
                             "2026-11-24T09:50:24.600000000+01:00 stdout P half\n"
                             "2026-11-24T09:50:24.700000000+01:00 stderr F err  two\n"
                             "2026-11-24T09:50:24.800000000+01:00 stdout F  done\n"
                             "2026-11-24T09:50:24.900000000+01:00 stdout F \n";
    for (qsizetype step = 1; step <= bytes.size(); step += 3) {
        const auto lines = linesOf<LogRecords>(bytes, step);
        QCOMPARE(lines.size(), 4);
        QCOMPARE(lines.at(0).at,
                 QDateTime::fromString(u"2026-11-24T08:50:24.504Z"_s, Qt::ISODateWithMs));
        QCOMPARE(lines.at(0).text, u"out"_s);
        QCOMPARE(lines.at(1).text, u"err  two"_s);
        QCOMPARE(lines.at(1).stream, LogStream::Stderr);
        QCOMPARE(lines.at(2).text, u"half done"_s);
        QCOMPARE(lines.at(2).at,
                 QDateTime::fromString(u"2026-11-24T08:50:24.600Z"_s, Qt::ISODateWithMs));
        QCOMPARE(lines.at(3).text, QString());
    }
}

void LogFramesTest::skipsRecordsThatAreNone()
{
    QVERIFY(linesOf<LogRecords>("\n \nnonsense\nnow stdout F x\n2026-11-24T09:50:24Z stdout\n", 5)
                .isEmpty());
}

void LogFramesTest::asksForARange()
{
    const auto after = QDateTime::fromMSecsSinceEpoch(1795510224504, Qt::UTC);
    QCOMPARE(engines::logRequest(u"a"_s, {.tail = 5, .after = {}}, engines::Follow::Yes).path,
             "/v1.41/containers/a/logs?stdout=1&stderr=1&timestamps=1&follow=1&tail=5");
    QCOMPARE(engines::logRequest(u"a"_s, {.tail = 5, .after = after}, engines::Follow::No).path,
             "/v1.41/containers/a/logs?stdout=1&stderr=1&timestamps=1&since=1795510224.504");
}

void LogFramesTest::keepsToARange()
{
    const QByteArray bytes = frame(1, "2026-11-24T08:45:21.1Z a\n")
                             + frame(1, "2026-11-24T08:45:21.2Z b\n")
                             + frame(1, "2026-11-24T08:45:21.3Z c\n");
    const auto after = QDateTime::fromString(u"2026-11-24T08:45:21.100Z"_s, Qt::ISODateWithMs);
    QCOMPARE(engines::linesInRange(bytes, {}, {}).size(), 3);
    QCOMPARE(engines::linesInRange(bytes, {}, {.after = after}).first().text, u"b"_s);
    QCOMPARE(engines::linesInRange(bytes, {}, {.tail = 1, .after = after}).first().text, u"c"_s);
}

QTEST_GUILESS_MAIN(LogFramesTest)
#include "tst_logframes.moc"
