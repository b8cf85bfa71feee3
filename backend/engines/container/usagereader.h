// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/container/containers.h"

namespace engines {

// What running tasks use. Podman tells of the moment only, so the sample before is kept: the first
// answer for a task then says 0 % of the processor.
class UsageReader final : public QObject
{
    Q_OBJECT

public:
    explicit UsageReader(DockerClient &client, QObject *parent = nullptr);

    // NotFound when it is absent, Conflict when it is not running. Docker takes a second or two.
    QFuture<Result<TaskUsage>> read(const TaskKey &key, const QString &container);
    void forget(const TaskKey &key) { m_samples.remove(key); }

private:
    double cpuPercentSince(const TaskKey &key, const StatsSample &sample);

    DockerClient &m_client;
    QHash<TaskKey, StatsSample> m_samples; // the latest of each running task
};

} // namespace engines
