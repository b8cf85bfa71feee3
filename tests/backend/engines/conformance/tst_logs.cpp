// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/engines/conformance/enginefixture.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using model::LogStream;
using support::await;

namespace {

// A follower and what it has told.
struct Following
{
    explicit Following(std::unique_ptr<engines::LogFollower> one)
        : follower(std::move(one))
    {
        QObject::connect(follower.get(), &engines::LogFollower::linesWritten, follower.get(),
                         [this](const QList<model::LogLine> &more) { lines += more; });
        QObject::connect(follower.get(), &engines::LogFollower::ended, follower.get(),
                         [this](const std::optional<Error> &why) {
                             ++ends;
                             error = why;
                         });
    }

    std::unique_ptr<engines::LogFollower> follower;
    QList<model::LogLine> lines;
    int ends = 0;
    std::optional<Error> error;
};

QStringList numbers(int from, int to)
{
    QStringList list;
    for (int i = from; i <= to; ++i)
        list.append(QString::number(i));
    return list;
}

} // namespace

class LogsTest final : public EngineFixture
{
    Q_OBJECT

private slots:
    void keepsBothStreamsInOrder();
    void tellsTheNewestLines();
    void tellsLinesAfterATime();
    void tellsUnicodeAndBytes();
    void tellsLongAndUnfinishedLines();
    void followsUntilTheEnd();
    void followsWhatHasEnded();
    void followsFromATime();
    void endsAFollowingEarly();
    void knowsNoLogOfAnAbsentTask();
    void keepsAFloodWhole();
    void keepsTheNewestLines();
};

void LogsTest::keepsBothStreamsInOrder()
{
    const auto spec = shellTask(
        u"echo one; sleep 0.2; echo two >&2; sleep 0.2; echo; sleep 0.2; echo '  four '"_s);
    const QDateTime before = QDateTime::currentDateTimeUtc().addMSecs(-5);
    started(spec);
    const auto status = ended(spec.key);
    const auto lines = logOf(spec.key);
    QCOMPARE(textsOf(lines), (QStringList{u"one"_s, u"two"_s, {}, u"  four "_s}));
    QCOMPARE(lines.at(0).stream, LogStream::Stdout);
    QCOMPARE(lines.at(1).stream, LogStream::Stderr);
    QCOMPARE(lines.at(2).stream, LogStream::Stdout);
    QDateTime earlier = before;
    for (const auto &line : lines) {
        QCOMPARE(line.task, u"main"_s);
        QVERIFY(line.at > earlier);
        earlier = line.at;
    }
    QVERIFY(earlier <= status.finishedAt->addSecs(1)); // Podman reads a coarser clock
}

void LogsTest::tellsTheNewestLines()
{
    const auto spec = shellTask(u"seq 1 500"_s);
    started(spec);
    ended(spec.key);
    QCOMPARE(textsOf(logOf(spec.key)), numbers(1, 500));
    QCOMPARE(textsOf(logOf(spec.key, {.tail = 3, .after = {}})), numbers(498, 500));
    QCOMPARE(textsOf(logOf(spec.key, {.tail = 1000, .after = {}})), numbers(1, 500));
    QVERIFY(logOf(spec.key, {.tail = 0, .after = {}}).isEmpty());
}

void LogsTest::tellsLinesAfterATime()
{
    const auto spec = shellTask(repeated(5, u"echo %1; sleep 0.1;"_s));
    started(spec);
    ended(spec.key);
    const auto lines = logOf(spec.key);
    QCOMPARE(textsOf(lines), numbers(1, 5));
    QCOMPARE(textsOf(logOf(spec.key, {.after = lines.at(1).at})), numbers(3, 5));
    QCOMPARE(textsOf(logOf(spec.key, {.tail = 2, .after = lines.at(0).at})), numbers(4, 5));
    QVERIFY(logOf(spec.key, {.after = lines.last().at}).isEmpty());
}

void LogsTest::tellsUnicodeAndBytes()
{
    if (isSimulated())
        QSKIP(kRunsNothing);
    const auto spec = shellTask(u"echo '中文 ✓ 🚀'; printf 'a\\377\\376b\\000c\\tend\\r\\n'"_s);
    started(spec);
    ended(spec.key);
    const auto lines = textsOf(spec.key);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.at(0), u"中文 ✓ 🚀"_s);
    QVERIFY(lines.at(1).startsWith(u"a\uFFFD\uFFFDb"_s));
    QVERIFY(lines.at(1).endsWith(u"c\tend"_s));
}

void LogsTest::tellsLongAndUnfinishedLines()
{
    if (isSimulated())
        QSKIP(kRunsNothing);
    const auto spec = shellTask(u"head -c 200000 /dev/zero | tr '\\000' x; echo; echo short; "
                                "printf 'no end'"_s);
    started(spec);
    ended(spec.key);
    const auto lines = textsOf(spec.key);
    QVERIFY(lines.size() >= 3);
    QCOMPARE(lines.last(), u"no end"_s);
    QCOMPARE(lines.at(lines.size() - 2), u"short"_s);
    qsizetype length = 0;
    for (const QString &line : lines.first(lines.size() - 2))
        length += line.size();
    QCOMPARE(length, 200000);
    QCOMPARE(textsOf(logOf(spec.key, {.tail = 2, .after = {}})),
             (QStringList{u"short"_s, u"no end"_s}));
}

void LogsTest::followsUntilTheEnd()
{
    const QString end = isSimulated() ? u"echo end"_s : u"printf end"_s;
    const auto spec = shellTask(repeated(5, u"echo %1; sleep 0.3;"_s) + end);
    started(spec);
    const Following following(engine().follow(spec.key, {}));
    QTRY_VERIFY(!following.lines.isEmpty());
    QCOMPARE(following.ends, 0); // it tells while the task runs
    QTRY_COMPARE_WITH_TIMEOUT(following.ends, 1, 20000);
    QVERIFY(!following.error);
    QCOMPARE(textsOf(following.lines), numbers(1, 5) << u"end"_s);
    QCOMPARE(following.lines, logOf(spec.key));
}

void LogsTest::followsWhatHasEnded()
{
    const auto spec = shellTask(u"seq 1 20"_s);
    started(spec);
    ended(spec.key);
    const Following following(engine().follow(spec.key, {.tail = 5, .after = {}}));
    QTRY_COMPARE_WITH_TIMEOUT(following.ends, 1, 20000);
    QVERIFY(!following.error);
    QCOMPARE(textsOf(following.lines), numbers(16, 20));
}

void LogsTest::followsFromATime()
{
    const auto spec = shellTask(repeated(4, u"echo %1; sleep 0.2;"_s) + u"sleep 0.5; echo 5"_s);
    started(spec);
    QTRY_COMPARE(logOf(spec.key).size(), 4);
    const auto seen = logOf(spec.key);
    const Following following(engine().follow(spec.key, {.after = seen.at(1).at}));
    QTRY_COMPARE_WITH_TIMEOUT(following.ends, 1, 20000);
    QCOMPARE(textsOf(following.lines), numbers(3, 5));
}

void LogsTest::endsAFollowingEarly()
{
    const auto spec = shellTask(repeated(1000, u"echo more; sleep 0.05;"_s));
    started(spec);
    int told = 0;
    {
        Following following(engine().follow(spec.key, {}));
        connect(following.follower.get(), &engines::LogFollower::linesWritten, this,
                [&] { ++told; });
        QTRY_VERIFY(told > 0);
    }
    auto owner = engine().follow(spec.key, {});
    connect(owner.get(), &engines::LogFollower::linesWritten, this, [&] { owner.reset(); });
    QTRY_VERIFY(!owner);
    const int until = told;
    QCOMPARE(listed(spec.key)->phase, engines::TaskPhase::Running);
    QCOMPARE(told, until);
    const auto unborn = engine().follow(spec.key, {}); // destroyed before the event loop runs
}

void LogsTest::knowsNoLogOfAnAbsentTask()
{
    const auto key = shellTask({}).key;
    const auto lines = await(engine().log(key, {}));
    QVERIFY(!lines);
    QCOMPARE(lines.error().code, ErrorCode::NotFound);
    const Following following(engine().follow(key, {}));
    QTRY_COMPARE(following.ends, 1);
    QVERIFY(following.error.has_value());
    QCOMPARE(following.error->code, ErrorCode::NotFound);
}

void LogsTest::keepsAFloodWhole()
{
    const auto spec = shellTask(u"seq 1 20000"_s);
    started(spec);
    const Following following(engine().follow(spec.key, {}));
    QTRY_COMPARE_WITH_TIMEOUT(following.ends, 1, 30000);
    QCOMPARE(textsOf(following.lines), numbers(1, 20000));
}

// Two engines see the same containers; that of the fixture has no limit of its own.
void LogsTest::keepsTheNewestLines()
{
    if (isSimulated())
        QSKIP(kRunsNothing);
    constexpr qint64 kLimit = 1 << 20;
    engines::DockerEngine narrow({.socketPath = service().socketPath(),
                                  .installation = u"conformance"_s,
                                  .node = {},
                                  .address = {},
                                  .devices = {},
                                  .network = engines::Network::None,
                                  .ports = {},
                                  .logBytes = kLimit});
    QTRY_VERIFY(narrow.info().reachable);
    const auto spec = shellTask(u"for i in 1 2 3 4; do seq $((i*10000)) $((i*10000+9999)); "
                                "sleep 0.5; done; echo end"_s);
    const auto outcome = await(narrow.start(spec));
    QVERIFY(outcome && !outcome->failure);
    const Following following(narrow.follow(spec.key, {}));
    ended(spec.key);
    QTRY_COMPARE_WITH_TIMEOUT(following.ends, 1, 30000);
    const auto kept = textsOf(spec.key);
    QCOMPARE(kept.last(), u"end"_s);
    QVERIFY2(kept.size() > 1000 && kept.size() < 35000, qPrintable(QString::number(kept.size())));
    for (int i = 1; i < kept.size() - 1; ++i)
        QCOMPARE(kept.at(i).toInt(), kept.at(i - 1).toInt() + 1);
    const auto followed = textsOf(following.lines);
    QCOMPARE(followed.last(), u"end"_s);
    QVERIFY(followed.size() >= kept.size());
    QCOMPARE(QSet<QString>(followed.begin(), followed.end()).size(), followed.size());
}

QTEST_GUILESS_MAIN(LogsTest)
#include "tst_logs.moc"
