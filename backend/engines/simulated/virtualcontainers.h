// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/simulated/behaviour.h"
#include "backend/engines/simulated/virtualnodes.h"

namespace engines {

class VirtualTime;

// The containers on the nodes of a simulated cluster, of every installation that uses it. What
// happens on a silent node is not heard of before the node returns.
class VirtualContainers final : public QObject
{
    Q_OBJECT

public:
    struct Key
    {
        QString installation;
        TaskKey task;

        bool operator==(const Key &) const = default;
        friend size_t qHash(const Key &key, size_t seed = 0)
        {
            return qHashMulti(seed, key.installation, key.task);
        }
    };
    struct Container
    {
        TaskSpec spec;
        TaskStatus status;
        TaskStatus heard; // what the node told last
        Behaviour behaviour;
        std::optional<Promise<StartOutcome>> starting;
        QList<Promise<>> stopping; // who waits for its end
        quint64 next = 0; // the event: its start, then its end
    };

    // All outlive it.
    VirtualContainers(VirtualTime &time, const Simulation &simulation, VirtualNodes &nodes,
                      QObject *parent = nullptr);
    ~VirtualContainers() override; // ends every future

    // As ContainerEngine says of them.
    QFuture<Result<StartOutcome>> start(const QString &installation, const TaskSpec &spec);
    QFuture<Result<>> stop(const Key &key, std::chrono::seconds grace);
    Result<> remove(const Key &key);
    QList<TaskStatus> list(const QString &installation) const;

    // NotFound when it is absent, Unavailable when its node is silent. Valid until the next call.
    Result<const Container *> find(const Key &key) const;
    Result<const Container *>
    findRunning(const Key &key) const; // NotFound also when it does not run

signals:
    void taskChanged(const QString &installation, const engines::TaskStatus &status);
    void taskRemoved(const QString &installation, const engines::TaskKey &task);

private:
    QFuture<Result<StartOutcome>> begin(const Key &key, const TaskSpec &spec,
                                        const model::Node &node);
    QFuture<Result<>> askToEnd(const Key &key, Container &container, std::chrono::seconds grace);
    void run(const Key &key);
    void end(const Key &key, int exitCode, bool outOfMemory);
    void fail(const Key &key, StartOutcome outcome);
    void tell(const Key &key);
    void crash(const model::NodeName &node);
    void hearAll(const model::NodeName &node);

    VirtualTime &m_time;
    const Simulation &m_simulation;
    VirtualNodes &m_nodes;
    QHash<Key, Container> m_containers;
    quint64 m_starts = 0; // so far
};

} // namespace engines
