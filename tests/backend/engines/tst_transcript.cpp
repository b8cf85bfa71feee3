// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/simulated/transcript.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using engines::CommandScript;
using engines::Transcript;

class TranscriptTest final : public QObject
{
    Q_OBJECT

private slots:
    void readsPlainCommands_data();
    void readsPlainCommands();
    void leavesOtherCommandsAlone_data();
    void leavesOtherCommandsAlone();
    void writesWhenItIsTime();
    void makesTheSameTrainingAgain();
    void endsWithItsLastWords();

private:
    static std::optional<CommandScript> parse(const QString &script)
    {
        return CommandScript::parse({u"/bin/sh"_s, u"-c"_s, script});
    }
};

void TranscriptTest::readsPlainCommands_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<int>("seconds"); // -1: for ever
    QTest::addColumn<int>("code");
    QTest::addColumn<QStringList>("lines");
    const QStringList none;
    QTest::newRow("exit") << u"exit 3"_s << 0 << 3 << none;
    QTest::newRow("sleep") << u"sleep 2m"_s << 120 << 0 << none;
    QTest::newRow("for ever") << u"echo up; sleep infinity"_s << -1 << 0 << QStringList{u"up"_s};
    QTest::newRow("quotes") << u"echo 'a  b' \"c\"; false"_s << 0 << 1 << QStringList{u"a  b c"_s};
    QTest::newRow("lines") << u"seq 1 2\nsleep 1\nexit"_s << 1 << 0 << QStringList{u"1"_s, u"2"_s};
    QTest::newRow("exec") << u"exec sleep 5; exit 9"_s << 5 << 0 << none;
}

void TranscriptTest::readsPlainCommands()
{
    QFETCH(const QString, script);
    QFETCH(const int, seconds);
    QFETCH(const int, code);
    QFETCH(const QStringList, lines);
    const auto read = parse(script);
    QVERIFY(read.has_value());
    QCOMPARE(read->length.has_value(), seconds >= 0);
    if (read->length)
        QVERIFY(*read->length == std::chrono::seconds(seconds));
    const QStringList argv{u"/bin/sh"_s, u"-c"_s, u"trap x TERM; wait"_s, u"berth"_s, script};
    QCOMPARE(CommandScript::parse(argv)->exitCode, code); // run by a first process
    QCOMPARE(read->exitCode, code);
    QStringList texts;
    for (const auto &line : read->lines)
        texts.append(line.text);
    QCOMPARE(texts, lines);
}

void TranscriptTest::leavesOtherCommandsAlone_data()
{
    QTest::addColumn<QString>("script");
    for (const QString &script :
         {u"python train.py"_s, u"sleep 1 &"_s, u"echo $HOME"_s, u"echo a > b"_s, u"exit x"_s,
          u"sleep 1 | cat"_s, u"echo 'open"_s, u"seq 1 1000000000"_s, u"sleep -1"_s, u""_s})
        QTest::newRow(qPrintable(script)) << script;
}

void TranscriptTest::leavesOtherCommandsAlone()
{
    QFETCH(const QString, script);
    QVERIFY(!parse(script));
}

void TranscriptTest::writesWhenItIsTime()
{
    const Transcript transcript(
        parse(u"echo 1; sleep 1; echo 2; echo 3 >&2; sleep 1; echo 4"_s)->lines);
    QCOMPARE(transcript.count(0ms), 1);
    QCOMPARE(transcript.count(999ms), 1);
    QCOMPARE(transcript.count(1s), 3);
    QCOMPARE(transcript.count(1h), 4);
    QVERIFY(transcript.next(1) == 1000ms);
    QVERIFY(!transcript.next(4));
    QCOMPARE(transcript.line(2).stream, model::LogStream::Stderr);
}

void TranscriptTest::makesTheSameTrainingAgain()
{
    const Transcript one(engines::Training{5, 2s, 10, {u"head"_s}});
    const Transcript two(engines::Training{5, 2s, 10, {u"head"_s}});
    const Transcript other(engines::Training{6, 2s, 10, {u"head"_s}});
    QCOMPARE(one.count(1s), 1);
    QCOMPARE(one.count(25s), 13);
    QCOMPARE(one.line(12).text, two.line(12).text);
    QVERIFY(one.line(12).text != other.line(12).text);
    QVERIFY2(one.line(12).text.startsWith(u"epoch 2 step 2/10 loss "_s),
             qPrintable(one.line(12).text));
    QVERIFY(one.line(12).at == 24s);
    QVERIFY(one.next(13) == std::optional<std::chrono::milliseconds>(26s));
}

void TranscriptTest::endsWithItsLastWords()
{
    Transcript transcript(engines::Training{5, 2s, 10, {u"head"_s}});
    transcript.close(5s, {{{}, model::LogStream::Stderr, u"over"_s}});
    QCOMPARE(transcript.count(4s), 3);
    QCOMPARE(transcript.count(1h), 4);
    QCOMPARE(transcript.line(3).text, u"over"_s);
    QVERIFY(transcript.next(3) == std::optional<std::chrono::milliseconds>(5s));
    QVERIFY(!transcript.next(4));
}

QTEST_GUILESS_MAIN(TranscriptTest)
#include "tst_transcript.moc"
