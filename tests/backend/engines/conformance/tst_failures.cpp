// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/engines/conformance/enginefixture.h"

#include <QSignalSpy>
#include <QTcpServer>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using engines::StartFailure;
using support::await;

class FailuresTest final : public EngineFixture
{
    Q_OBJECT

private slots:
    void saysThatAnImageIsNotThere();
    void asksAgainWhenARegistryIsDown();
    void givesUpAPullThatIsStopped();
    void saysThatACommandIsRefused();
    void saysThatAMountIsRefused();
    void saysThatNothingAnswers();
    void comesBackAfterAnOutage();

private:
    engines::StartOutcome outcomeOf(const engines::TaskSpec &spec);
};

engines::StartOutcome FailuresTest::outcomeOf(const engines::TaskSpec &spec)
{
    const auto outcome = await(engine().start(spec));
    if (!outcome)
        QTest::qFail(qPrintable(outcome.error().detail), __FILE__, __LINE__);
    return outcome ? *outcome : engines::StartOutcome();
}

void FailuresTest::saysThatAnImageIsNotThere()
{
    auto spec = shellTask(u"true"_s);
    spec.image = u"localhost/berth-none:1"_s;
    const auto outcome = outcomeOf(spec);
    QCOMPARE(outcome.failure, StartFailure::ImageNotFound);
    QVERIFY2(outcome.detail.contains(u"localhost/berth-none:1"_s), qPrintable(outcome.detail));
    QVERIFY(!listed(spec.key));
}

void FailuresTest::asksAgainWhenARegistryIsDown()
{
    if (isSimulated())
        QSKIP("the simulated engine pulls no image");
    auto spec = shellTask(u"true"_s);
    spec.image = u"127.0.0.1:1/team/some:1"_s;
    const auto outcome = outcomeOf(spec);
    QCOMPARE(outcome.failure, StartFailure::Unavailable);
    QVERIFY2(outcome.detail.contains(u"refused"_s), qPrintable(outcome.detail));
}

// A registry that takes the connection and never says a word.
void FailuresTest::givesUpAPullThatIsStopped()
{
    QTcpServer registry;
    QVERIFY(registry.listen(QHostAddress::LocalHost));
    engines::TaskSpec task = shellTask(u"true"_s);
    task.image = u"127.0.0.1:%1/berth/slow:1"_s.arg(registry.serverPort());
    const auto outcome = engine().start(task);
    if (!isSimulated())
        QTRY_VERIFY_WITH_TIMEOUT(registry.hasPendingConnections(), 20000);
    QVERIFY(!outcome.isFinished());
    QVERIFY(await(engine().stop(task.key, 1s)));
    const auto given = await(outcome);
    QVERIFY(given);
    QCOMPARE(given->failure, StartFailure::Unavailable);
    QVERIFY(!listed(task.key));
}

void FailuresTest::saysThatACommandIsRefused()
{
    if (isSimulated())
        QSKIP(kRunsNothing);
    auto spec = shellTask({});
    spec.command = {u"/bin/nowhere"_s};
    const auto outcome = outcomeOf(spec);
    QCOMPARE(outcome.failure, StartFailure::Refused);
    QVERIFY2(outcome.detail.contains(u"/bin/nowhere"_s), qPrintable(outcome.detail));
    const auto left = listed(spec.key);
    if (left)
        QVERIFY(!left->startedAt);
    QVERIFY(await(engine().stop(spec.key, 1s)));
    QVERIFY(await(engine().remove(spec.key)));
    QVERIFY(!listed(spec.key));
}

void FailuresTest::saysThatAMountIsRefused()
{
    if (isSimulated())
        QSKIP(kRunsNothing);
    auto spec = shellTask(u"true"_s);
    spec.mounts = {{u"/nowhere/at/all"_s, u"/data"_s, false}};
    const auto outcome = outcomeOf(spec);
    QCOMPARE(outcome.failure, StartFailure::Refused);
    QVERIFY2(outcome.detail.contains(u"/nowhere/at/all"_s), qPrintable(outcome.detail));
}

void FailuresTest::saysThatNothingAnswers()
{
    if (isSimulated())
        QSKIP("has no socket; tst_simulatednodes.cpp has its outages");
    const QString path = service().folder() + u"/nothing.sock"_s;
    engines::DockerEngine nobody({.socketPath = path,
                                  .installation = u"conformance"_s,
                                  .node = model::NodeName(u"n1"_s),
                                  .address = {},
                                  .devices = engines::DeclaredDevices{}});
    QTRY_VERIFY(nobody.info().detail.contains(path));
    QVERIFY(!nobody.info().reachable);
    const auto outcome = await(nobody.start(shellTask(u"true"_s)));
    QVERIFY(outcome);
    QCOMPARE(outcome->failure, StartFailure::Unavailable);
    QVERIFY(outcome->detail.contains(path));
    const auto list = await(nobody.list());
    QVERIFY(!list);
    QCOMPARE(list.error().code, ErrorCode::Unavailable);
    const auto stopped = await(nobody.stop(shellTask({}).key, 1s));
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().code, ErrorCode::Unavailable);
    const auto nodes = await(nobody.nodes());
    QCOMPARE(nodes->first().name.value(), u"n1"_s);
    QCOMPARE(nodes->first().state, model::NodeState::Unhealthy);
    QVERIFY(nodes->first().detail.contains(path));
}

void FailuresTest::comesBackAfterAnOutage()
{
    if (isSimulated())
        QSKIP("has no socket; tst_simulatednodes.cpp has its outages");
    const auto spec =
        shellTask(u"echo before; while [ ! -e /shared/end ]; do sleep 0.1; done; exit 8"_s);
    QTemporaryDir folder;
    auto mounted = spec;
    mounted.mounts = {{folder.path(), u"/shared"_s, false}};
    const auto before = started(mounted);
    QSignalSpy changes(&engine(), &engines::ContainerEngine::changed);
    const auto follower = engine().follow(spec.key, {});
    int followerEnds = 0;
    std::optional<Error> followerError;
    connect(follower.get(), &engines::LogFollower::ended, this,
            [&](const std::optional<Error> &error) {
                ++followerEnds;
                followerError = error;
            });
    QTRY_COMPARE(textsOf(spec.key), QStringList{u"before"_s});

    service().kill();
    QTRY_VERIFY(!engine().info().reachable);
    QTRY_COMPARE(followerEnds, 1);
    QVERIFY(followerError.has_value());
    QVERIFY(!changes.empty());
    QCOMPARE(await(engine().nodes())->first().state, model::NodeState::Unhealthy);
    QVERIFY(!await(engine().list()));

    const auto restarted = service().start();
    QVERIFY2(restarted, restarted ? "" : qPrintable(restarted.error().detail));
    QTRY_VERIFY_WITH_TIMEOUT(engine().info().reachable, 20000);
    QVERIFY(changes.size() >= 2);
    QCOMPARE(await(engine().nodes())->first().state, model::NodeState::Ready);
    QCOMPARE(listed(spec.key), before);
    QCOMPARE(started(mounted), before);
    QSignalSpy phases(&engine(), &engines::ContainerEngine::taskChanged);
    QFile end(folder.filePath(u"end"_s));
    QVERIFY(end.open(QIODevice::WriteOnly));
    QCOMPARE(ended(spec.key).exitCode, 8);
    QTRY_VERIFY(!phases.isEmpty());
}

QTEST_GUILESS_MAIN(FailuresTest)
#include "tst_failures.moc"
