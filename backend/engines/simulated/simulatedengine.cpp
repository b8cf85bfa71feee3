// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/simulated/simulatedengine.h"

#include "backend/engines/simulated/simulatedlog.h"
#include "backend/engines/simulated/virtualtime.h"
#include "core/base/log.h"

using namespace Qt::Literals::StringLiterals;

namespace engines {

namespace {

Error noAnswer()
{
    return {ErrorCode::Unavailable, u"the cluster does not answer"_s, {}};
}

QString counted(int number, const QString &word)
{
    return u"%1 %2%3"_s.arg(QString::number(number), word, number == 1 ? QString() : u"s"_s);
}

} // namespace

SimulatedCluster::SimulatedCluster(VirtualTime &time, Simulation simulation, QObject *parent)
    : QObject(parent)
    , m_time(time)
    , m_simulation(std::move(simulation))
    , m_nodes(time, m_simulation)
    , m_containers(time, m_simulation, m_nodes)
    , m_ports(m_containers, m_nodes)
{
    for (const PlannedIncident &planned : m_simulation.incidents) {
        time.at(time.now().addSecs(planned.at.count()), this, [this, planned] {
            if (const auto happened = m_nodes.happen(planned.incident); !happened)
                qCWarning(logEngine) << happened.error();
        });
    }
}

QString SimulatedCluster::describe() const
{
    int nodes = 0;
    int devices = 0;
    for (const SimulatedNodes &group : m_simulation.nodes) {
        nodes += group.count;
        devices += group.count * group.devices;
    }
    return counted(nodes, u"node"_s) % u", " % counted(devices, u"device"_s);
}

SimulatedEngine::SimulatedEngine(SimulatedCluster &cluster, QString installation, QObject *parent)
    : ContainerEngine(parent)
    , m_cluster(cluster)
    , m_installation(std::move(installation))
{
    connect(&cluster.nodes(), &VirtualNodes::changed, this, &SimulatedEngine::changed);
    connect(&cluster.nodes(), &VirtualNodes::reachableChanged, this, &SimulatedEngine::changed);
    connect(&cluster.containers(), &VirtualContainers::taskChanged, this,
            [this](const QString &owner, const TaskStatus &status) {
                if (owner == m_installation && m_cluster.nodes().isReachable())
                    emit taskChanged(status);
            });
}

EngineInfo SimulatedEngine::info() const
{
    const bool reachable = m_cluster.nodes().isReachable();
    return {u"simulated"_s, reachable ? m_cluster.describe() : noAnswer().detail, reachable};
}

QFuture<Result<QList<model::Node>>> SimulatedEngine::nodes()
{
    if (!m_cluster.nodes().isReachable())
        return ready<QList<model::Node>>(noAnswer());
    return ready<QList<model::Node>>(m_cluster.nodes().report());
}

QFuture<Result<StartOutcome>> SimulatedEngine::start(const TaskSpec &spec)
{
    if (!m_cluster.nodes().isReachable())
        return ready<StartOutcome>(StartOutcome{StartFailure::Unavailable, noAnswer().detail, {}});
    return m_cluster.containers().start(m_installation, spec);
}

QFuture<Result<>> SimulatedEngine::stop(const TaskKey &key, std::chrono::seconds grace)
{
    if (!m_cluster.nodes().isReachable())
        return ready<void>(noAnswer());
    return m_cluster.containers().stop({m_installation, key}, grace);
}

QFuture<Result<>> SimulatedEngine::remove(const TaskKey &key)
{
    if (!m_cluster.nodes().isReachable())
        return ready<void>(noAnswer());
    return ready<void>(m_cluster.containers().remove({m_installation, key}));
}

QFuture<Result<QList<TaskStatus>>> SimulatedEngine::list()
{
    if (!m_cluster.nodes().isReachable())
        return ready<QList<TaskStatus>>(noAnswer());
    return ready<QList<TaskStatus>>(m_cluster.containers().list(m_installation));
}

QFuture<Result<QList<model::LogLine>>> SimulatedEngine::log(const TaskKey &key,
                                                            const LogRange &range)
{
    using Lines = QList<model::LogLine>;
    if (!m_cluster.nodes().isReachable())
        return ready<Lines>(noAnswer());
    const auto container = m_cluster.containers().find({m_installation, key});
    if (!container)
        return ready<Lines>(container.error());
    return ready<Lines>(linesOf(**container, range, m_cluster.time().now()));
}

std::unique_ptr<LogFollower> SimulatedEngine::follow(const TaskKey &key, const LogRange &range)
{
    return std::make_unique<SimulatedFollower>(m_cluster,
                                               VirtualContainers::Key{m_installation, key}, range);
}

QFuture<Result<TaskUsage>> SimulatedEngine::usage(const TaskKey &key)
{
    if (!m_cluster.nodes().isReachable())
        return ready<TaskUsage>(noAnswer());
    const auto container = m_cluster.containers().find({m_installation, key});
    if (!container)
        return ready<TaskUsage>(container.error());
    if ((*container)->status.phase != TaskPhase::Running)
        return ready<TaskUsage>(Error{ErrorCode::Conflict, u"the container does not run"_s, {}});
    return ready<TaskUsage>(
        usageOf((*container)->spec, *(*container)->status.startedAt, m_cluster.time().now()));
}

QFuture<Result<Execution>> SimulatedEngine::execute(const TaskKey &key, const QStringList &argv,
                                                    int)
{
    if (!m_cluster.nodes().isReachable())
        return ready<Execution>(noAnswer());
    return ready<Execution>(m_cluster.containers()
                                .findRunning({m_installation, key})
                                .map([&](const VirtualContainers::Container *container) {
                                    return executionOf(container->behaviour, argv);
                                }));
}

QFuture<Result<bool>> SimulatedEngine::accepts(const TaskKey &key, int)
{
    if (!m_cluster.nodes().isReachable())
        return ready<bool>(noAnswer());
    return ready<bool>(
        m_cluster.containers().findRunning({m_installation, key}).map([](const auto *) {
            return true;
        }));
}

QFuture<Result<Exposure>> SimulatedEngine::expose(const TaskKey &key, int taskPort, int port)
{
    if (!m_cluster.nodes().isReachable())
        return ready<Exposure>(noAnswer());
    return ready<Exposure>(m_cluster.ports().expose({m_installation, key}, taskPort, port));
}

QFuture<Result<>> SimulatedEngine::conceal(const TaskKey &key, int taskPort)
{
    if (!m_cluster.nodes().isReachable())
        return ready<void>(noAnswer());
    m_cluster.ports().conceal({m_installation, key}, taskPort);
    return ready<void>({});
}

} // namespace engines
