// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/container/containers.h"
#include "backend/engines/container/dockerlog.h"

#include <QFile>

namespace engines {

// Podman's API tells the times of log lines in whole seconds, which is too coarse to go on reading
// where one stopped. The log file it keeps has them exactly.

// The lines of the file in the range. NotFound when there is none, Forbidden when it may not be read,
// TooLarge when the range holds more than 256 MiB.
Result<QList<model::LogLine>> linesOfFile(const QString &path, const QString &task,
                                          const LogRange &range);

// Follows the file. Podman's own following says when to read on and when the log is over; where the
// file may not be read its lines are told.
class PodmanLogFollower final : public LogFollower
{
    Q_OBJECT

public:
    PodmanLogFollower(DockerClient &client, Containers &containers, const QString &container,
                      const QString &task, LogRange range);
    ~PodmanLogFollower() override;

private:
    void begin(const Result<InspectedContainer> &found);
    void followPlainly();
    void readOn();
    void readRest(QList<model::LogLine> &lines);
    bool isReplaced() const;
    void finish(const std::optional<Error> &error);

    DockerClient &m_client;
    QString m_container;
    QString m_task;
    LogRange m_range;
    QFile m_file;
    LogRecords m_records;
    bool m_isFirstRead = true;
    QPointer<DockerCall> m_bell;
    std::unique_ptr<DockerLogFollower> m_plain;
};

} // namespace engines
