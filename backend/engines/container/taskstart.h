// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/container/containers.h"

namespace engines {

enum class PullPolicy { Missing, Always, Never };

// The way from a task to its running container: finds it, or pulls, creates and starts it. Deletes
// itself when it is through.
class TaskStart final : public QObject
{
    Q_OBJECT

public:
    TaskStart(DockerClient &client, Containers &containers, TaskSpec spec, CreateContext context,
              PullPolicy policy, QObject *parent);

    QFuture<Result<StartOutcome>> outcome() const { return m_promise.future(); }

    // Ends as Unavailable unless a container has been asked for; then it changes nothing.
    void giveUp();

private:
    using Answer = Result<DockerResponse>;

    void find();
    void takeFound(const Result<InspectedContainer> &found);
    void pull();
    void takePulled(const Answer &answer);
    void create();
    void takeCreated(const Answer &answer);
    void run();
    void takeRun(const Answer &answer);
    void report();
    void fail(StartFailure failure, const QString &detail);
    void finish(const StartOutcome &outcome);

    DockerClient &m_client;
    Containers &m_containers;
    TaskSpec m_spec;
    CreateContext m_context;
    PullPolicy m_policy;
    QString m_name;
    bool m_pulled = false;
    bool m_pulling = false;
    bool m_givenUp = false;
    Promise<StartOutcome> m_promise;
};

// The request that brings an image. Pure.
DockerRequest pullRequest(const TaskSpec &spec, EngineBrand brand);

// The error inside a stream of progress that began with success; empty when there is none. Pure.
QString pullError(const QByteArray &progress);

} // namespace engines
