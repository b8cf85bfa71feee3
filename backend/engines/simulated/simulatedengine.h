// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/simulated/virtualports.h"

namespace engines {

class VirtualTime;

// A cluster that is nothing but memory: nodes, containers and what happens to them. It ends with
// the object.
class SimulatedCluster final : public QObject
{
    Q_OBJECT

public:
    // The time outlives it. What is planned counts from its now.
    SimulatedCluster(VirtualTime &time, Simulation simulation, QObject *parent = nullptr);

    VirtualTime &time() { return m_time; }
    VirtualNodes &nodes() { return m_nodes; }
    VirtualContainers &containers() { return m_containers; }
    VirtualPorts &ports() { return m_ports; }
    QString describe() const; // "11 nodes, 80 devices"

private:
    VirtualTime &m_time;
    const Simulation m_simulation;
    VirtualNodes m_nodes;
    VirtualContainers m_containers;
    VirtualPorts m_ports;
};

// One installation's view of a simulated cluster.
class SimulatedEngine : public ContainerEngine
{
    Q_OBJECT

public:
    // The cluster outlives it.
    SimulatedEngine(SimulatedCluster &cluster, QString installation, QObject *parent = nullptr);

    EngineInfo info() const override;
    QFuture<Result<QList<model::Node>>> nodes() override;
    QFuture<Result<StartOutcome>> start(const TaskSpec &spec) override;
    QFuture<Result<>> stop(const TaskKey &key, std::chrono::seconds grace) override;
    QFuture<Result<>> remove(const TaskKey &key) override;
    QFuture<Result<QList<TaskStatus>>> list() override;
    QFuture<Result<QList<model::LogLine>>> log(const TaskKey &key, const LogRange &range) override;
    std::unique_ptr<LogFollower> follow(const TaskKey &key, const LogRange &range) override;
    QFuture<Result<TaskUsage>> usage(const TaskKey &key) override;
    QFuture<Result<Execution>> execute(const TaskKey &key, const QStringList &argv,
                                       int uid) override;
    QFuture<Result<bool>> accepts(const TaskKey &key, int taskPort) override;
    QFuture<Result<Exposure>> expose(const TaskKey &key, int taskPort, int port) override;
    QFuture<Result<>> conceal(const TaskKey &key, int taskPort) override;

private:
    SimulatedCluster &m_cluster;
    const QString m_installation;
};

} // namespace engines
