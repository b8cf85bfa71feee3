// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/backend/engines/conformance/enginefixture.h"

#include "tests/support/testimage.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using support::await;
using support::EngineKind;

namespace {

constexpr int kPatience = 30000;
constexpr int kStep = 50;

// One node like the one that the real engines are told of.
engines::Simulation simulation()
{
    engines::Simulation simulation;
    simulation.nodes.append(
        {u"node"_s, 1, model::DeviceType(u"nvidia_gpu_amd64"_s), /*devices=*/8});
    engines::Workload quick;
    quick.startTime.first = 20ms;
    engines::Workload slow;
    slow.match = u"*/slow:*"_s;
    slow.startTime.first = 1h;
    simulation.workloads = {slow, quick};
    simulation.absentImages.append(u"localhost/berth-none:*"_s);
    return simulation;
}

} // namespace

void EngineFixture::initTestCase_data()
{
    QTest::addColumn<std::optional<EngineKind>>("kind");
    QTest::newRow("podman") << std::optional(EngineKind::Podman);
    QTest::newRow("docker") << std::optional(EngineKind::Docker);
    QTest::newRow("simulated") << std::optional<EngineKind>();
}

void EngineFixture::initTestCase()
{
    for (const EngineKind kind : {EngineKind::Podman, EngineKind::Docker}) {
        auto service = std::make_unique<support::EngineService>(kind);
        auto outcome = service->start();
        if (outcome)
            outcome = support::importTestImage(service->socketPath());
        if (!outcome)
            m_trouble[kind] = outcome.error().detail;
        m_services[kind] = std::move(service);
    }
}

void EngineFixture::init()
{
    QFETCH_GLOBAL(std::optional<EngineKind>, kind);
    m_kind = kind;
    if (kind && m_trouble.contains(*kind))
        QSKIP(qPrintable(support::nameOf(*kind) + u" cannot be started here: "_s
                         + m_trouble.at(*kind)));
    if (!kind) {
        m_cluster.reset(); // of the test before
        m_time = std::make_unique<engines::VirtualTime>(QDateTime::currentDateTimeUtc(), 1);
        m_cluster = std::make_unique<engines::SimulatedCluster>(*m_time, simulation());
    }
    m_engine = connectEngine(u"conformance"_s);
    QVERIFY(m_engine->info().reachable);
}

void EngineFixture::cleanup()
{
    if (!m_engine)
        return;
    const auto list = await(m_engine->list());
    const auto tasks = list ? *list : QList<engines::TaskStatus>();
    for (const auto &task : tasks) {
        QVERIFY(await(m_engine->stop(task.key, 0s)));
        QVERIFY(await(m_engine->remove(task.key)));
    }
    m_engine.reset();
}

void EngineFixture::cleanupTestCase()
{
    m_services.clear();
}

std::unique_ptr<engines::ContainerEngine> EngineFixture::connectEngine(const QString &installation)
{
    if (isSimulated())
        return std::make_unique<engines::SimulatedEngine>(*m_cluster, installation);
    engines::DockerEngineSettings settings{
        .socketPath = service().socketPath(),
        .installation = installation,
        .node = {},
        .address = {},
        .devices = engines::DeclaredDevices{model::DeviceType(u"nvidia_gpu_amd64"_s),
                                            model::DeviceFamily::Gpu, 8},
        .network = engines::Network::None,
        .ports = {}};
    adjust(settings);
    auto engine = std::make_unique<engines::DockerEngine>(settings);
    [[maybe_unused]] const bool reachable =
        QTest::qWaitFor([&] { return engine->info().reachable; }, kPatience);
    return engine;
}

engines::TaskSpec EngineFixture::shellTask(const QString &script)
{
    return {.key = {model::JobId(QUuid::createUuid()), 1, u"main"_s},
            .node = {},
            .image = QString::fromLatin1(support::kTestImage),
            .registry = {},
            .command = {u"/bin/sh"_s, u"-c"_s, script},
            .environment = {},
            .mounts = {},
            .devices = {},
            .hostname = u"task"_s};
}

QString EngineFixture::repeated(int times, const QString &script)
{
    QString whole;
    for (int i = 1; i <= times; ++i)
        whole += script.contains(u"%1"_s) ? script.arg(i) : script;
    return whole;
}

engines::TaskStatus EngineFixture::started(const engines::TaskSpec &spec)
{
    const auto outcome = await(m_engine->start(spec));
    if (!outcome)
        QTest::qFail(qPrintable(outcome.error().detail), __FILE__, __LINE__);
    else if (outcome->failure)
        QTest::qFail(qPrintable(outcome->detail), __FILE__, __LINE__);
    return outcome ? outcome->status : engines::TaskStatus();
}

std::optional<engines::TaskStatus> EngineFixture::listed(const engines::TaskKey &key)
{
    const auto list = await(m_engine->list());
    const auto tasks = list ? *list : QList<engines::TaskStatus>();
    for (const auto &task : tasks) {
        if (task.key == key)
            return task;
    }
    return std::nullopt;
}

engines::TaskStatus EngineFixture::ended(const engines::TaskKey &key)
{
    QElapsedTimer elapsed;
    elapsed.start();
    while (elapsed.elapsed() < kPatience) {
        const auto task = listed(key);
        if (task && task->phase == engines::TaskPhase::Exited)
            return *task;
        QTest::qWait(kStep);
    }
    QTest::qFail("the task did not end", __FILE__, __LINE__);
    return {};
}

QList<model::LogLine> EngineFixture::logOf(const engines::TaskKey &key,
                                           const engines::LogRange &range)
{
    const auto lines = await(m_engine->log(key, range));
    if (!lines)
        QTest::qFail(qPrintable(lines.error().detail), __FILE__, __LINE__);
    return lines ? *lines : QList<model::LogLine>();
}

QStringList EngineFixture::textsOf(const QList<model::LogLine> &lines)
{
    QStringList texts;
    for (const auto &line : lines)
        texts.append(line.text);
    return texts;
}
