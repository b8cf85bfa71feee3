// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/container/containers.h"
#include "backend/engines/container/devices.h"
#include "backend/engines/container/enginewatch.h"
#include "backend/engines/container/taskaccess.h"
#include "backend/engines/container/tasklogs.h"
#include "backend/engines/container/taskstart.h"
#include "backend/engines/container/usagereader.h"

namespace engines {

struct DeclaredDevices
{
    model::DeviceType type;
    model::DeviceFamily family = model::DeviceFamily::Gpu;
    int count = 0;
    QStringList addresses = {}; // by index, as model::Device::address; empty: not known
};

struct DockerEngineSettings
{
    QString socketPath = QStringLiteral("auto"); // see EngineWatch
    QString installation; // tells our containers from those of others on the same engine
    PullPolicy pull = PullPolicy::Missing;
    model::NodeName node; // empty: this machine's host name
    QString address; // of this machine as others reach it, or its name; empty: 127.0.0.1
    QList<QHostAddress> listen = {QHostAddress(QHostAddress::LocalHost)}; // what that means here
    std::optional<DeclaredDevices> devices; // absent: look for them
    Network network = Network::Bridge;
    int hosts = 1; // nodes that this machine stands for, each with these devices; for rehearsals
    PortRange ports = {}; // through which tasks are reached
    qint64 logBytes = 0; // most that is kept of a container's log; 0: no limit
    std::chrono::milliseconds longestExecution = ContainerEngine::kLongestExecution;
};

// The containers of one machine, by the Docker Engine API 1.41 on the local socket of Podman or
// Docker. The one node is this machine; several hosts are called <node>-1, <node>-2 and so on.
class DockerEngine final : public ContainerEngine
{
    Q_OBJECT

public:
    explicit DockerEngine(DockerEngineSettings settings, QObject *parent = nullptr);
    ~DockerEngine() override;

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
    void takeEvent(const ContainerEvent &event);
    void takeReachable();
    void lookForDevices();
    void takeDevices(const NodeDevices &found);
    void removeEnded(const QString &name, const Promise<> &promise);
    std::optional<Error> unreachable() const; // by the network
    EngineBrand brand() const;
    QString nameOf(const TaskKey &key) const;
    model::Node node(const model::NodeName &name) const;
    QList<model::NodeName> nodeNames() const;

    const DockerEngineSettings m_settings;
    DockerClient m_client;
    Containers m_containers;
    TaskLogs m_logs;
    UsageReader m_usage;
    EngineWatch m_watch;
    TaskAccess m_access;
    DeviceSearch m_search;
    NodeDevices m_devices;
    QTimer m_lookAgain;
    QTimer m_lost;
    QHash<TaskKey, QPointer<TaskStart>> m_starting;
};

} // namespace engines
