// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/container/tasklogs.h"

#include "backend/engines/container/dockerlog.h"
#include "backend/engines/container/podmanlog.h"

namespace engines {

TaskLogs::TaskLogs(DockerClient &client, Containers &containers, QString installation,
                   QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_containers(containers)
    , m_installation(std::move(installation))
{ }

QFuture<Result<QList<model::LogLine>>> TaskLogs::read(EngineBrand brand, const TaskKey &key,
                                                      const LogRange &range)
{
    const LinesPromise promise;
    const QString name = containerName(m_installation, key);
    if (brand == EngineBrand::Docker) {
        readAnswer(name, key.task, range, promise);
        return promise.future();
    }
    whenDone(m_containers.inspect(name), this,
             [=, this, task = key.task](const Result<InspectedContainer> &found) {
                 const auto lines = found.andThen([&](const InspectedContainer &container) {
                     return linesOfFile(container.logPath, task, range);
                 });
                 if (lines || !found || lines.error().code == ErrorCode::TooLarge)
                     promise.finish(lines);
                 else
                     readAnswer(name, task, range, promise);
             });
    return promise.future();
}

void TaskLogs::readAnswer(const QString &name, const QString &task, const LogRange &range,
                          const LinesPromise &promise)
{
    whenDone(m_client.request(logRequest(name, range, Follow::No)), this,
             [promise, range, task](const Result<DockerResponse> &answer) {
                 promise.finish(accepted(answer).map([&](const DockerResponse &response) {
                     return linesInRange(response.body, task, range);
                 }));
             });
}

std::unique_ptr<LogFollower> TaskLogs::follow(EngineBrand brand, const TaskKey &key,
                                              const LogRange &range)
{
    const QString name = containerName(m_installation, key);
    if (brand == EngineBrand::Docker)
        return std::make_unique<DockerLogFollower>(m_client, name, key.task, range);
    return std::make_unique<PodmanLogFollower>(m_client, m_containers, name, key.task, range);
}

} // namespace engines
