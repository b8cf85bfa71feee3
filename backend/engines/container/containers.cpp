// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/container/containers.h"

#include "backend/engines/container/memorykill.h"

#include <QUrl>

using namespace Qt::Literals::StringLiterals;

namespace engines {

namespace {

constexpr int kInspectsAtOnce = 8;
constexpr int kKilled = 137;

} // namespace

// Asks for one container after the other, a few at once.
class Containers::Listing final : public QObject
{
public:
    Listing(Containers &containers, const QList<ListedContainer> &rows)
        : QObject(&containers)
        , m_containers(containers)
        , m_waiting(rows)
    {
        for (int i = 0; i < kInspectsAtOnce; ++i)
            next();
    }

    Promise<QList<TaskStatus>> promise;

private:
    void next()
    {
        while (!m_waiting.isEmpty()) {
            const ListedContainer row = m_waiting.takeFirst();
            m_seen.insert(row.id);
            if (const auto it = m_containers.m_ended.constFind(row.id);
                it != m_containers.m_ended.cend() && row.state == "exited"_L1) {
                m_statuses.append(*it);
                continue;
            }
            ++m_asked;
            whenDone(m_containers.inspect(row.id), this,
                     [this](const Result<InspectedContainer> &answer) { take(answer); });
            return;
        }
        if (m_asked == 0)
            finish({});
    }

    void take(const Result<InspectedContainer> &answer)
    {
        --m_asked;
        if (answer && answer->installation == m_containers.m_installation) {
            m_statuses.append(answer->status);
        } else if (!answer && answer.error().code != ErrorCode::NotFound) {
            finish(answer.error());
            return;
        }
        next();
    }

    void finish(const std::optional<Error> &error)
    {
        if (promise.isFinished())
            return;
        if (error) {
            promise.finish(*error);
        } else {
            m_containers.m_ended.removeIf([this](auto it) { return !m_seen.contains(it.key()); });
            promise.finish(m_statuses);
        }
        deleteLater();
    }

    Containers &m_containers;
    QList<ListedContainer> m_waiting;
    QSet<QString> m_seen;
    QList<TaskStatus> m_statuses;
    int m_asked = 0;
};

Containers::Containers(DockerClient &client, QString installation, QObject *parent)
    : QObject(parent)
    , m_client(client)
    , m_installation(std::move(installation))
{ }

QFuture<Result<InspectedContainer>> Containers::inspect(const QString &name)
{
    const Promise<InspectedContainer> promise;
    whenDone(m_client.request({.path = containerPath(name, "/json")}), this,
             [this, promise](const Result<DockerResponse> &answer) {
                 const auto response = accepted(answer);
                 auto container = response ? decodeInspect(response->body)
                                           : Result<InspectedContainer>(response.error());
                 if (container && container->status.phase == TaskPhase::Exited) {
                     TaskStatus &status = container->status;
                     if (status.exitCode == kKilled && container->memoryLimited)
                         status.outOfMemory =
                             status.outOfMemory || wasKilledForMemory(container->id);
                     m_ended.insert(container->id, status);
                 }
                 promise.finish(container);
             });
    return promise.future();
}

QFuture<Result<QList<TaskStatus>>> Containers::list()
{
    const Promise<QList<TaskStatus>> promise;
    const QByteArray path = "/v1.41/containers/json?all=1&" + installationFilter(m_installation);
    whenDone(m_client.request({.path = path}), this,
             [this, promise](const Result<DockerResponse> &answer) {
                 const auto response = accepted(answer);
                 const auto rows = response ? decodeList(response->body)
                                            : Result<QList<ListedContainer>>(response.error());
                 if (!rows) {
                     promise.finish(rows.error());
                     return;
                 }
                 auto *listing = new Listing(*this, *rows);
                 whenDone(listing->promise.future(), this,
                          [promise](const auto &list) { promise.finish(list); });
             });
    return promise.future();
}

Result<DockerResponse> accepted(const Result<DockerResponse> &response)
{
    if (!response || response->isSuccess())
        return response;
    const QString sentence = engineSentence(response->body);
    if (response->status == 404)
        return Error{ErrorCode::NotFound, sentence, {}};
    if (response->status == 409)
        return Error{ErrorCode::Conflict, sentence, {}};
    return Error{ErrorCode::Unavailable, sentence, {}};
}

QByteArray containerPath(const QString &name, const QByteArray &rest)
{
    return "/v1.41/containers/" + QUrl::toPercentEncoding(name) + rest;
}

} // namespace engines
