// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/container/containers.h"
#include "backend/engines/container/logframes.h"

namespace engines {

// One command in a running container, as ContainerEngine::execute says: its processes are known by a
// variable. Deletes itself when it is through.
class TaskExecution final : public QObject
{
    Q_OBJECT

public:
    struct Command
    {
        QString container;
        QStringList argv;
        int uid = 0;
        std::chrono::milliseconds limit = ContainerEngine::kLongestExecution;
    };
    TaskExecution(DockerClient &client, Command command, QObject *parent);

    QFuture<Result<Execution>> outcome() const { return m_promise.future(); }

private:
    void takeCreated(const Result<DockerResponse> &answer);
    void run();
    void read(const QByteArray &bytes);
    void takeEnd(const std::optional<Error> &error);
    void inspect();
    void takeInspected(const Result<DockerResponse> &answer);
    void giveUp();
    void finish(const Result<Execution> &result);

    DockerClient &m_client;
    const Command m_command;
    const QString m_mark; // the variable
    QByteArray m_id;
    std::unique_ptr<DockerCall> m_call;
    StreamFrames m_frames;
    QByteArray m_output; // the last of both streams
    QByteArray m_refusal;
    QTimer m_limit;
    Promise<Execution> m_promise;
};

} // namespace engines
