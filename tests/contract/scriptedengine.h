// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/engine.h"
#include "tests/support/inside.h"

#include <QHash>
#include <QPointer>
#include <QSet>

namespace support {

// An engine of one node with eight devices that starts nothing: a test says what tasks write and
// when they end.
class ScriptedEngine final : public engines::ContainerEngine
{
    Q_OBJECT

public:
    using ContainerEngine::ContainerEngine;

    void write(const engines::TaskKey &key, const QStringList &texts);
    void end(const engines::TaskKey &key);
    void setReachable(bool reachable);
    void setHealthy(int device, bool healthy);
    Inside inside; // of all containers

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

private:
    bool runs(const engines::TaskKey &key) const;

    struct Log
    {
        QList<model::LogLine> lines;
        bool ended = false;
        QList<QPointer<engines::LogFollower>> followers;
    };

    QHash<engines::TaskKey, Log> m_logs;
    bool m_reachable = true;
    QSet<int> m_faulty;
};

} // namespace support
