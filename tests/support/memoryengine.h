// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/engine.h"
#include "tests/support/inside.h"

#include <QHash>
#include <QPointer>

namespace support {

class MemoryEngine;

// The containers of a MemoryEngine, outside of it, so that they outlive a restart of the loop that
// is tested. Nothing runs: a test says when a task ends and what it wrote.
class MemoryWorld
{
public:
    struct Container
    {
        engines::TaskSpec spec;
        engines::TaskStatus status;
        QList<model::LogLine> lines;
    };

    QHash<engines::TaskKey, Container> containers;
    QSet<engines::TaskKey> asked; // to end
    int askedEnds = 143; // what a command ends with that is asked to
    QHash<engines::TaskKey, int> runs; // how often a command was started, for ever
    QList<model::Node> nodes;
    bool reachable = true;
    bool autoFinish = false; // a command "exit N" ends at once with N
    int failStarts = 0; // so many starts get no answer, though the container may come to be
    bool startsAnyway = false; // those that get no answer start all the same
    std::optional<engines::StartOutcome> refuse; // every start
    bool holdStarts = false; // starts wait until releaseStarts()
    bool pullsLong = false; // starts wait for an image that does not come; stop() gives them up
    bool newsBeforeLists = false; // news of ends come late: just before the answer of a list

    Inside inside; // of all containers

    void finish(const engines::TaskKey &key, int exitCode, bool outOfMemory = false);
    void releaseStarts();
    void setReachable(bool yes);
    engines::TaskKey onlyKey() const; // of the one container there is

    QPointer<MemoryEngine> engine; // the one that answers now
};

class MemoryEngine : public engines::ContainerEngine
{
    Q_OBJECT

public:
    explicit MemoryEngine(MemoryWorld &world, QObject *parent = nullptr);

    engines::EngineInfo info() const override;
    QFuture<Result<QList<model::Node>>> nodes() override;
    QFuture<Result<engines::StartOutcome>> start(const engines::TaskSpec &spec) override;
    QFuture<Result<>> stop(const engines::TaskKey &key, std::chrono::seconds grace) override;
    QFuture<Result<>> remove(const engines::TaskKey &key) override;
    QFuture<Result<QList<engines::TaskStatus>>> list() override;
    QFuture<Result<QList<model::LogLine>>> log(const engines::TaskKey &key,
                                               const engines::LogRange &range) override;
    std::unique_ptr<engines::LogFollower> follow(const engines::TaskKey &key,
                                                 const engines::LogRange &range) override;
    QFuture<Result<engines::TaskUsage>> usage(const engines::TaskKey &key) override;
    QFuture<Result<engines::Execution>> execute(const engines::TaskKey &key,
                                                const QStringList &argv, int uid) override;
    QFuture<Result<bool>> accepts(const engines::TaskKey &key, int taskPort) override;
    QFuture<Result<engines::Exposure>> expose(const engines::TaskKey &key, int taskPort,
                                              int port) override;
    QFuture<Result<>> conceal(const engines::TaskKey &key, int taskPort) override;

    void releaseStarts();

private:
    template <typename T, typename Work>
    QFuture<Result<T>> answer(const Work &work);
    bool runs(const engines::TaskKey &key) const;
    Result<engines::StartOutcome> startNow(const engines::TaskSpec &spec);

    MemoryWorld &m_world;
    QList<std::function<void()>> m_held;
    QHash<engines::TaskKey, Promise<engines::StartOutcome>> m_pulls;
};

} // namespace support
