// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/container/containers.h"
#include "backend/engines/container/portforwarder.h"

namespace engines {

// Ways into running containers, as ContainerEngine says of them.
class TaskAccess final : public QObject
{
    Q_OBJECT

public:
    struct Settings
    {
        QString installation;
        QString host; // where ports are opened
        QList<QHostAddress> addresses; // of it
        PortRange ports;
        std::chrono::milliseconds longestExecution;
    };
    // Both outlive it.
    TaskAccess(DockerClient &client, Containers &containers, Settings settings,
               QObject *parent = nullptr);

    QFuture<Result<Execution>> execute(const TaskKey &key, const QStringList &argv, int uid);
    QFuture<Result<bool>> accepts(const TaskKey &key, int taskPort);
    QFuture<Result<Exposure>> expose(const TaskKey &key, int taskPort, int port);
    void conceal(const TaskKey &key, int taskPort) { m_forwarder.close(key, taskPort); }

    // Closes the ports of a task that has ended.
    void take(const TaskStatus &status);
    // The same for all, also for those whose containers are gone.
    void takeAll(const QList<TaskStatus> &statuses);

private:
    QFuture<Result<QHostAddress>> addressOf(const TaskKey &key);

    DockerClient &m_client;
    Containers &m_containers;
    const Settings m_settings;
    PortForwarder m_forwarder;
};

} // namespace engines
