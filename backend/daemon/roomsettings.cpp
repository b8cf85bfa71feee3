// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/daemon/roomsettings.h"

#include "backend/mail/message.h"

#include <QCoreApplication>

namespace berthd {

engines::DockerEngineSettings engineSettings(const Config &config, const QString &installation)
{
    engines::DockerEngineSettings settings;
    settings.socketPath = config.engine.socket;
    settings.installation = installation;
    settings.pull = config.engine.pull;
    settings.node = model::NodeName(config.node.name);
    settings.address = config.node.address;
    settings.listen = config.node.listen;
    settings.devices = config.node.devices;
    settings.hosts = config.node.hosts;
    settings.ports = config.node.ports;
    settings.logBytes = config.engine.task.logBytes;
    return settings;
}

services::ClusterSettings clusterSettings(const Config &config)
{
    return {.name = config.clusterName,
            .version = QCoreApplication::applicationVersion(),
            .supportAddress = config.support,
            .sendsSupport = config.mail && mail::isAddress(config.support),
            .deviceTypes = config.deviceTypes};
}

reconcile::Settings loopSettings(const Config &config)
{
    const TaskLimits &task = config.engine.task;
    return {.stopGrace = config.engine.stopGrace,
            .task = {.memoryBytes = task.memoryBytes,
                     .milliCpu = task.milliCpu,
                     .pids = task.pids,
                     .shmBytes = task.shmBytes,
                     .deviceTypes = config.deviceTypes}};
}

} // namespace berthd
