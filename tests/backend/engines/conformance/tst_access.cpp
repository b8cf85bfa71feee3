// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/engines/conformance/enginefixture.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <sys/socket.h>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using support::await;

class AccessTest final : public EngineFixture
{
    Q_OBJECT

protected:
    void adjust(engines::DockerEngineSettings &settings) const override
    {
        settings.network = engines::Network::Bridge;
        settings.node = model::NodeName(u"node"_s);
    }

private slots:
    void runsACommandAsTheUser();
    void keepsTheEndOfALongOutput();
    void leavesWhatGoesOnInTheBackground();
    void endsWhatTakesTooLong();
    void runsAsRootWhateverTheImageSays();
    void doesNothingInWhatDoesNotRun();
    void tellsAddressesThatReachEachOther();
    void tellsWhetherAPortAccepts();
    void carriesBothWays();
    void keepsAPortForItsTask();
    void prefersTheSameNumber();
    void closesAPortWithItsTask();
    void standsForSeveralHosts();

private:
    engines::Execution executed(const engines::TaskKey &key, const QString &script);
    engines::Exposure exposed(const engines::TaskKey &key, int taskPort, int port = 0);
    // A task that answers every connection with what it was sent.
    engines::TaskStatus echoing();
};

constexpr int kUser = 30001;
constexpr int kPort = 9000;
constexpr int kPatience = 20000;

engines::Execution AccessTest::executed(const engines::TaskKey &key, const QString &script)
{
    const auto done = await(engine().execute(key, {u"/bin/sh"_s, u"-c"_s, script}, kUser));
    if (!done)
        QTest::qFail(qPrintable(done.error().detail), __FILE__, __LINE__);
    return done ? *done : engines::Execution();
}

engines::Exposure AccessTest::exposed(const engines::TaskKey &key, int taskPort, int port)
{
    const auto exposure = await(engine().expose(key, taskPort, port));
    if (!exposure)
        QTest::qFail(qPrintable(exposure.error().detail), __FILE__, __LINE__);
    return exposure ? *exposure : engines::Exposure();
}

engines::TaskStatus AccessTest::echoing()
{
    const auto spec =
        shellTask(isSimulated() ? u"sleep 600"_s : u"exec nc -ll -p %1 -e /bin/cat"_s.arg(kPort));
    const auto status = started(spec);
    const bool accepts = QTest::qWaitFor(
        [&] { return await(engine().accepts(spec.key, kPort)) == Result<bool>(true); }, kPatience);
    if (!accepts)
        QTest::qFail("the task accepts no connection", __FILE__, __LINE__);
    return status;
}

void AccessTest::runsACommandAsTheUser()
{
    if (isSimulated())
        QSKIP(kRunsNothing);
    const auto spec = shellTask(u"sleep 600"_s);
    started(spec);
    const auto done = executed(spec.key, u"id -u; id -g; echo wrong >&2; exit 7"_s);
    QCOMPARE(done.exitCode, 7);
    // In order within each of the two streams only.
    QStringList lines = done.output.split(u'\n', Qt::SkipEmptyParts);
    QVERIFY2(lines.removeOne(u"wrong"_s), qPrintable(done.output));
    QCOMPARE(lines, QStringList({u"30001"_s, u"30001"_s}));
    const auto none = await(engine().execute(spec.key, {u"/bin/nowhere"_s}, kUser));
    QVERIFY(!none || none->exitCode > 125);
}

void AccessTest::keepsTheEndOfALongOutput()
{
    if (isSimulated())
        QSKIP(kRunsNothing);
    const auto spec = shellTask(u"sleep 600"_s);
    started(spec);
    const auto done = executed(spec.key, u"seq 1 100000"_s);
    QCOMPARE(done.exitCode, 0);
    QCOMPARE(done.output.size(), engines::Execution::kMostOutput);
    QVERIFY(done.output.endsWith(u"\n99999\n100000\n"_s));
}

void AccessTest::leavesWhatGoesOnInTheBackground()
{
    if (isSimulated())
        QSKIP(kRunsNothing);
    const auto spec = shellTask(u"sleep 600"_s);
    started(spec);
    const auto done = executed(spec.key, u"sleep 500 & echo $!"_s);
    QCOMPARE(done.exitCode, 0);
    QCOMPARE(executed(spec.key, u"kill -0 "_s + done.output).exitCode, 0);
}

void AccessTest::endsWhatTakesTooLong()
{
    if (isSimulated())
        QSKIP(kRunsNothing);
    const auto spec = shellTask(u"sleep 600"_s);
    started(spec);
    const QString left = executed(spec.key, u"sleep 500 & echo $!"_s).output.trimmed();
    const engines::DockerEngineSettings settings{.socketPath = service().socketPath(),
                                                 .installation = u"conformance"_s,
                                                 .node = {},
                                                 .address = {},
                                                 .devices = {},
                                                 .longestExecution = 3s};
    engines::DockerEngine hasty(settings);
    const QString slow = u"sleep 501 & (sleep 502; sleep 503); trap '' TERM; sleep 504"_s;
    const auto done = await(hasty.execute(spec.key, {u"/bin/sh"_s, u"-c"_s, slow}, kUser));
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::TimedOut);
    const auto sleepers = [&] {
        const auto ps = executed(spec.key, u"ps -o pid,args | grep 'sleep 50' | grep -v grep"_s);
        return ps.output.simplified();
    };
    QTRY_COMPARE_WITH_TIMEOUT(sleepers(), QString(left % u" sleep 500"), kPatience);
}

void AccessTest::runsAsRootWhateverTheImageSays()
{
    if (isSimulated())
        QSKIP(kRunsNothing);
    const auto spec = shellTask(u"id -u; id -g"_s);
    started(spec);
    ended(spec.key);
    QCOMPARE(textsOf(spec.key), (QStringList{u"0"_s, u"0"_s}));
}

void AccessTest::doesNothingInWhatDoesNotRun()
{
    const auto over = shellTask(u"true"_s);
    started(over);
    ended(over.key);
    for (const auto &key : {shellTask({}).key, over.key}) {
        const auto done = await(engine().execute(key, {u"true"_s}, kUser));
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::NotFound);
        const auto accepts = await(engine().accepts(key, kPort));
        QVERIFY(!accepts);
        QCOMPARE(accepts.error().code, ErrorCode::NotFound);
        const auto exposure = await(engine().expose(key, kPort, 0));
        QVERIFY(!exposure);
        QCOMPARE(exposure.error().code, ErrorCode::NotFound);
        QVERIFY(await(engine().conceal(key, kPort)));
    }
}

void AccessTest::tellsAddressesThatReachEachOther()
{
    QList<engines::TaskStatus> told;
    QObject watching;
    connect(&engine(), &engines::ContainerEngine::taskChanged, &watching,
            [&](const engines::TaskStatus &status) { told.append(status); });
    const auto one = echoing();
    QVERIFY(!one.address.isEmpty());
    QCOMPARE(listed(one.key)->address, one.address);
    QTRY_VERIFY(std::any_of(told.begin(), told.end(), [&](const engines::TaskStatus &status) {
        return status.address == one.address;
    }));
    const auto other = started(shellTask(u"sleep 600"_s));
    QVERIFY(!other.address.isEmpty());
    QVERIFY(other.address != one.address);
    if (isSimulated())
        return;
    const auto done =
        executed(other.key, u"echo hello | nc -w 5 %1 %2"_s.arg(one.address).arg(kPort));
    QCOMPARE(done.output, u"hello\n"_s);
}

void AccessTest::tellsWhetherAPortAccepts()
{
    if (isSimulated())
        QSKIP(kRunsNothing);
    const auto task = echoing();
    const auto deaf = await(engine().accepts(task.key, kPort + 1));
    QVERIFY(deaf);
    QVERIFY(!*deaf);
}

// A client that sends a megabyte, ends its half of the connection and gets it all back.
void AccessTest::carriesBothWays()
{
    if (isSimulated())
        QSKIP("the simulated engine opens no port");
    const auto task = echoing();
    const auto where = exposed(task.key, kPort);
    QCOMPARE(where.host, u"127.0.0.1"_s);
    QByteArray sent;
    while (sent.size() < 1024 * 1024)
        sent += QByteArray::number(sent.size()) + '\n';
    QTcpSocket client;
    QByteArray received;
    connect(&client, &QTcpSocket::readyRead, &client, [&] { received += client.readAll(); });
    client.connectToHost(where.host, quint16(where.port));
    QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    client.write(sent);
    QTRY_COMPARE_WITH_TIMEOUT(client.bytesToWrite(), 0, kPatience);
    ::shutdown(int(client.socketDescriptor()), SHUT_WR);
    QTRY_COMPARE_WITH_TIMEOUT(client.state(), QAbstractSocket::UnconnectedState, kPatience);
    QCOMPARE(received.size(), sent.size());
    QVERIFY(received == sent);
}

void AccessTest::keepsAPortForItsTask()
{
    const auto one = echoing();
    const auto two = echoing();
    const auto where = exposed(one.key, kPort);
    QVERIFY(where.port >= 40000 && where.port <= 40999);
    QCOMPARE(exposed(one.key, kPort).port, where.port);
    QVERIFY(exposed(two.key, kPort).port != where.port);
    QVERIFY(await(engine().conceal(two.key, kPort)));
    const auto taken = await(engine().expose(two.key, kPort, where.port));
    QVERIFY(!taken);
    QCOMPARE(taken.error().code, ErrorCode::Conflict);
    QVERIFY(await(engine().conceal(one.key, kPort)));
    QCOMPARE(exposed(two.key, kPort, where.port).port, where.port);
    if (isSimulated())
        return;
    QTcpServer stranger;
    QVERIFY(stranger.listen(QHostAddress::Any, 40500));
    const auto strange = await(engine().expose(one.key, kPort, 40500));
    QVERIFY(!strange);
    QCOMPARE(strange.error().code, ErrorCode::Conflict);
    const auto outside = await(engine().expose(one.key, kPort, 39999));
    QVERIFY(!outside);
    QCOMPARE(outside.error().code, ErrorCode::Conflict);
}

void AccessTest::prefersTheSameNumber()
{
    constexpr int kSame = 40777;
    const auto one = started(shellTask(u"sleep 600"_s));
    const auto two = started(shellTask(u"sleep 600"_s));
    QCOMPARE(exposed(one.key, kSame).port, kSame);
    const int other = exposed(two.key, kSame).port;
    QVERIFY(other != kSame);
    QVERIFY(other >= 40000 && other <= 40999);
    QVERIFY(await(engine().conceal(one.key, kSame)));
    QVERIFY(await(engine().conceal(two.key, kSame)));
    QCOMPARE(exposed(two.key, kSame).port, kSame);
}

void AccessTest::closesAPortWithItsTask()
{
    const auto task = echoing();
    const auto where = exposed(task.key, kPort);
    QTcpSocket client;
    if (!isSimulated()) {
        client.connectToHost(where.host, quint16(where.port));
        QTRY_COMPARE(client.state(), QAbstractSocket::ConnectedState);
    }
    QVERIFY(await(engine().stop(task.key, 0s)));
    QTRY_COMPARE_WITH_TIMEOUT(client.state(), QAbstractSocket::UnconnectedState, kPatience);
    const auto next = echoing();
    QTRY_VERIFY(bool(await(engine().expose(next.key, kPort, where.port))));
}

void AccessTest::standsForSeveralHosts()
{
    if (isSimulated())
        QSKIP("the simulated engine has the nodes that are declared");
    engines::DockerEngineSettings settings{
        .socketPath = service().socketPath(),
        .installation = u"conformance"_s,
        .node = model::NodeName(u"lab"_s),
        .address = {},
        .devices = engines::DeclaredDevices{model::DeviceType(u"nvidia_gpu_amd64"_s),
                                            model::DeviceFamily::Gpu, 2},
        .hosts = 2,
        .ports = {}};
    engines::DockerEngine twofold(settings);
    QTRY_VERIFY(twofold.info().reachable);
    const auto nodes = await(twofold.nodes());
    QVERIFY(nodes);
    QCOMPARE(nodes->size(), 2);
    QCOMPARE(nodes->at(0).name.value(), u"lab-1"_s);
    QCOMPARE(nodes->at(1).name.value(), u"lab-2"_s);
    QCOMPARE(nodes->at(1).devices.size(), 2);
    auto spec = shellTask(u"sleep 600"_s);
    spec.node = model::NodeName(u"lab-2"_s);
    const auto outcome = await(twofold.start(spec));
    QVERIFY(outcome && !outcome->failure);
    QCOMPARE(outcome->status.node, spec.node);
    QCOMPARE(listed(spec.key)->node, spec.node);
}

QTEST_GUILESS_MAIN(AccessTest)
#include "tst_access.moc"
