// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/container/containers.h"

namespace engines {

// The logs of containers, as ContainerEngine says of them: Podman's from its files, where they may
// be read.
class TaskLogs final : public QObject
{
    Q_OBJECT

public:
    // Both outlive it.
    TaskLogs(DockerClient &client, Containers &containers, QString installation,
             QObject *parent = nullptr);

    QFuture<Result<QList<model::LogLine>>> read(EngineBrand brand, const TaskKey &key,
                                                const LogRange &range);
    std::unique_ptr<LogFollower> follow(EngineBrand brand, const TaskKey &key,
                                        const LogRange &range);

private:
    using LinesPromise = Promise<QList<model::LogLine>>;
    void readAnswer(const QString &name, const QString &task, const LogRange &range,
                    const LinesPromise &promise);

    DockerClient &m_client;
    Containers &m_containers;
    const QString m_installation;
};

} // namespace engines
