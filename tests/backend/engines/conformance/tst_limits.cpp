// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/engines/conformance/enginefixture.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using support::await;

class LimitsTest final : public EngineFixture
{
    Q_OBJECT

private slots:
    void endsWhatTakesTooMuchMemory();
    void doesNotBlameMemoryForAKill();
    void stopsForksAtTheLimit();
    void givesSharedMemory();
    void allowsNoNewPrivileges();
    void tellsWhatATaskUses();
    void tellsNothingOfWhatDoesNotRun();
    void tellsOfThisMachine();
};

void LimitsTest::endsWhatTakesTooMuchMemory()
{
    if (isSimulated())
        QSKIP(kRunsNothing);
    auto spec = shellTask(u"exec tail -c 300000000 /dev/zero"_s);
    spec.memoryBytes = 32 * 1024 * 1024;
    started(spec);
    const auto status = ended(spec.key);
    QCOMPARE(status.exitCode, 137);
    QVERIFY(status.outOfMemory);
}

void LimitsTest::doesNotBlameMemoryForAKill()
{
    auto spec = shellTask(u"trap '' TERM; while :; do sleep 0.1; done"_s);
    spec.memoryBytes = 64 * 1024 * 1024;
    started(spec);
    QVERIFY(await(engine().stop(spec.key, 0s)));
    const auto status = ended(spec.key);
    QCOMPARE(status.exitCode, 137);
    QVERIFY(!status.outOfMemory);
}

void LimitsTest::stopsForksAtTheLimit()
{
    if (isSimulated())
        QSKIP(kRunsNothing);
    auto spec = shellTask(u"i=0; while [ $i -lt 30 ]; do sleep 5 & i=$((i+1)); done; echo all"_s);
    spec.pids = 10;
    started(spec);
    QVERIFY(ended(spec.key).exitCode != 0);
    const auto lines = textsOf(spec.key);
    QVERIFY(!lines.contains(u"all"_s));
    QVERIFY(std::any_of(lines.begin(), lines.end(),
                        [](const QString &line) { return line.contains(u"fork"_s); }));
}

void LimitsTest::givesSharedMemory()
{
    if (isSimulated())
        QSKIP(kRunsNothing);
    auto spec = shellTask(u"df -k /dev/shm | tail -n 1 | awk '{print $2}'; ulimit -n; ulimit -u"_s);
    spec.shmBytes = 16 * 1024 * 1024;
    spec.milliCpu = 500;
    started(spec);
    QCOMPARE(ended(spec.key).exitCode, 0);
    const auto lines = textsOf(spec.key);
    QCOMPARE(lines.value(0), u"16384"_s);
    QVERIFY(lines.value(1).toInt() > 256);
    QVERIFY(lines.value(2).toInt() > 256);
}

void LimitsTest::allowsNoNewPrivileges()
{
    if (isSimulated())
        QSKIP(kRunsNothing);
    const auto spec =
        shellTask(u"grep -E 'NoNewPrivs|CapEff' /proc/self/status | awk '{print $2}'"_s);
    started(spec);
    ended(spec.key);
    const auto lines = textsOf(spec.key);
    const qulonglong capabilities = lines.value(0).toULongLong(nullptr, 16);
    constexpr qulonglong kSysAdmin = 1ULL << 21;
    QVERIFY(capabilities != 0);
    QCOMPARE(capabilities & kSysAdmin, 0ULL);
    QCOMPARE(lines.value(1), u"1"_s);
}

void LimitsTest::tellsWhatATaskUses()
{
    auto spec = shellTask(u"x=$(head -c 8000000 /dev/zero | tr '\\000' x); while :; do :; done"_s);
    spec.memoryBytes = 64 * 1024 * 1024;
    spec.milliCpu = 1000;
    started(spec);
    QVERIFY(await(engine().usage(spec.key))); // the first has nothing to compare with
    QTRY_VERIFY_WITH_TIMEOUT(
        [&] {
            const auto usage = await(engine().usage(spec.key));
            return usage && usage->cpuPercent > 5 && usage->cpuPercent < 150
                   && usage->memoryBytes > 7000000 && usage->memoryBytes <= spec.memoryBytes
                   && std::abs(usage->at.msecsTo(QDateTime::currentDateTimeUtc())) < 5000;
        }(),
        20000);
}

void LimitsTest::tellsNothingOfWhatDoesNotRun()
{
    const auto absent = await(engine().usage(shellTask({}).key));
    QVERIFY(!absent);
    QCOMPARE(absent.error().code, ErrorCode::NotFound);
    const auto spec = shellTask(u"true"_s);
    started(spec);
    ended(spec.key);
    const auto over = await(engine().usage(spec.key));
    QVERIFY(!over);
    QVERIFY2(over.error().code == ErrorCode::Conflict, qPrintable(over.error().detail));
}

void LimitsTest::tellsOfThisMachine()
{
    const auto info = engine().info();
    QCOMPARE(info.kind, isSimulated() ? u"simulated"_s : u"container"_s);
    QVERIFY(info.detail.startsWith(isSimulated() ? u"1 node, 8 devices"_s
                                   : isPodman()  ? u"podman "_s
                                                 : u"docker "_s));
    const auto nodes = await(engine().nodes());
    QCOMPARE(nodes->size(), 1);
    const model::Node node = nodes->first();
    QVERIFY(!node.name.isEmpty());
    QVERIFY(!node.address.isEmpty());
    QCOMPARE(node.state, model::NodeState::Ready);
    QCOMPARE(node.deviceType->value(), u"nvidia_gpu_amd64"_s);
    QCOMPARE(node.devices.size(), 8);
    QVERIFY(std::all_of(node.devices.begin(), node.devices.end(),
                        [](const auto &device) { return device.healthy && !device.holder; }));
}

QTEST_GUILESS_MAIN(LimitsTest)
#include "tst_limits.moc"
