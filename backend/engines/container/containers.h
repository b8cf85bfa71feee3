// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/container/dockerclient.h"
#include "backend/engines/container/dockerjson.h"

namespace engines {

// What the engine knows of the containers, typed.
class Containers final : public QObject
{
    Q_OBJECT

public:
    Containers(DockerClient &client, QString installation, QObject *parent = nullptr);

    // By name or id. NotFound when there is none. A kill by the memory limit that the engine does
    // not tell of is looked for in the kernel's log.
    QFuture<Result<InspectedContainer>> inspect(const QString &name);

    // Those of this installation. One that goes while they are asked for is left out.
    QFuture<Result<QList<TaskStatus>>> list();

private:
    class Listing;

    DockerClient &m_client;
    QString m_installation;
    QHash<QString, TaskStatus> m_ended; // by id: an ended container does not change any more
};

// A request that succeeded, or the engine's refusal as an Error: NotFound, Conflict, Unavailable.
Result<DockerResponse> accepted(const Result<DockerResponse> &response);

QByteArray containerPath(const QString &name, const QByteArray &rest);

} // namespace engines
