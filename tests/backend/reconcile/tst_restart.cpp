// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform.h"

#include <QCoreApplication>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using model::JobState;

// A whole life of jobs is played again and again; each time everything in memory is dropped at a
// later turn of the event loop, and goes on from the files as they stood in that moment.
class RestartTest final : public QObject
{
    Q_OBJECT

private slots:
    void losesNothingAndRunsNothingTwice_data();
    void losesNothingAndRunsNothingTwice();
};

void RestartTest::losesNothingAndRunsNothingTwice_data()
{
    QTest::addColumn<QString>("wish");
    QTest::newRow("ends by itself") << QString();
    QTest::newRow("killed") << u"killing"_s;
    QTest::newRow("paused") << u"pausing"_s;
}

void RestartTest::losesNothingAndRunsNothingTwice()
{
    QFETCH(const QString, wish);
    constexpr int kTurns = 40;
    for (int turn = 0; turn < kTurns; ++turn) {
        QTemporaryDir directory;
        const QString before = directory.path() % u"/before"_s;
        const QString after = directory.path() % u"/after"_s;
        QDir().mkpath(before);
        support::MemoryWorld world;
        world.nodes = {aNode(u"node1"_s, 8)};
        world.autoFinish = wish.isEmpty();

        auto platform = std::make_unique<Platform>(world, before);
        const auto id = platform->submit(wish.isEmpty() ? u"exit 3"_s : u"sleep"_s);
        for (int i = 0; i < turn; ++i) {
            if (i == turn / 2 && !wish.isEmpty() && !isTerminal(platform->state(id)))
                platform->ask(id, *json::fromName<JobState>(wish));
            QCoreApplication::processEvents();
        }
        copyDirectory(before, after);
        platform.reset();
        platform = std::make_unique<Platform>(world, after);

        // What was asked for before the crash may have been asked too early to be there.
        const JobState end = wish.isEmpty()         ? JobState::Failed
                             : wish == "killing"_L1 ? JobState::Killed
                                                    : JobState::Paused;
        if (!wish.isEmpty() && turn < 2)
            platform->ask(id, *json::fromName<JobState>(wish));
        QTRY_COMPARE_WITH_TIMEOUT(platform->state(id), end, kPatience);
        QTRY_VERIFY_WITH_TIMEOUT(world.containers.isEmpty(), kPatience);
        for (auto it = world.runs.begin(); it != world.runs.end(); ++it) {
            QCOMPARE(it.value(), 1);
            QCOMPARE(it.key().attempt, 1);
        }
        if (wish.isEmpty()) {
            QCOMPARE(world.runs.size(), 1);
            const auto lines = platform->logs().read(id, 1, 10);
            QVERIFY(lines);
            QCOMPARE(lines->size(), 1);
        }
    }
}

QTEST_GUILESS_MAIN(RestartTest)
#include "tst_restart.moc"
