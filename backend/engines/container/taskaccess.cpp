// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/container/taskaccess.h"

#include "backend/engines/container/taskexecution.h"

#include <QTcpSocket>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace engines {

namespace {

constexpr auto kLongestConnect = 1s;

} // namespace

TaskAccess::TaskAccess(DockerClient &client, Containers &containers, Settings settings,
                       QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_containers(containers)
    , m_settings(std::move(settings))
    , m_forwarder(m_settings.host, m_settings.addresses, m_settings.ports)
{ }

QFuture<Result<Execution>> TaskAccess::execute(const TaskKey &key, const QStringList &argv, int uid)
{
    auto *execution = new TaskExecution(
        m_client,
        {containerName(m_settings.installation, key), argv, uid, m_settings.longestExecution},
        this);
    return execution->outcome();
}

QFuture<Result<bool>> TaskAccess::accepts(const TaskKey &key, int taskPort)
{
    const Promise<bool> promise;
    whenDone(addressOf(key), this, [=, this](const Result<QHostAddress> &address) {
        if (!address) {
            promise.finish(address.error());
            return;
        }
        auto *socket = new QTcpSocket(this);
        const auto answer = [promise, socket](bool accepts) {
            promise.finish(accepts);
            socket->deleteLater();
        };
        connect(socket, &QTcpSocket::connected, socket, [answer] { answer(true); });
        connect(socket, &QTcpSocket::errorOccurred, socket, [answer] { answer(false); });
        QTimer::singleShot(kLongestConnect, socket, [answer] { answer(false); });
        socket->connectToHost(*address, quint16(taskPort));
    });
    return promise.future();
}

QFuture<Result<Exposure>> TaskAccess::expose(const TaskKey &key, int taskPort, int port)
{
    const Promise<Exposure> promise;
    whenDone(addressOf(key), this, [=, this](const Result<QHostAddress> &address) {
        promise.finish(address.andThen(
            [&](const QHostAddress &task) { return m_forwarder.open(key, taskPort, task, port); }));
    });
    return promise.future();
}

void TaskAccess::take(const TaskStatus &status)
{
    if (status.phase == TaskPhase::Exited)
        m_forwarder.close(status.key);
}

void TaskAccess::takeAll(const QList<TaskStatus> &statuses)
{
    for (const TaskStatus &status : statuses)
        take(status);
    const auto open = m_forwarder.tasks();
    for (const TaskKey &key : open) {
        const bool listed =
            std::any_of(statuses.begin(), statuses.end(),
                        [&](const TaskStatus &status) { return status.key == key; });
        if (listed)
            continue;
        // It may be younger than the list.
        whenDone(addressOf(key), this, [this, key](const Result<QHostAddress> &address) {
            if (!address && address.error().code == ErrorCode::NotFound)
                m_forwarder.close(key);
        });
    }
}

QFuture<Result<QHostAddress>> TaskAccess::addressOf(const TaskKey &key)
{
    const Promise<QHostAddress> promise;
    whenDone(
        m_containers.inspect(containerName(m_settings.installation, key)), this,
        [promise](const Result<InspectedContainer> &found) {
            if (!found)
                return promise.finish(found.error());
            if (found->status.phase != TaskPhase::Running)
                return promise.finish(Error{ErrorCode::NotFound, u"the task does not run"_s, {}});
            const QHostAddress address(found->status.address);
            if (address.isNull()) {
                return promise.finish(Error{ErrorCode::Unavailable,
                                            u"the container has no address that can be reached"_s,
                                            {}});
            }
            promise.finish(address);
        });
    return promise.future();
}

} // namespace engines
