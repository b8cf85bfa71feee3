// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/engine.h"
#include "tests/support/inside.h"
#include "virtualtime.h"

#include <QPointer>

#include <map>
#include <random>

class WorldEngine;

// A container engine and its machines as they are outside of berthd: it goes on when berthd dies,
// does what was asked of it before, answers late, twice or never, and tells of ends late or not at
// all. Everything comes from one seed. It also keeps the accounts: what must never happen is
// written down as a violation.
class World
{
public:
    World(VirtualTime &time, quint64 seed);

    // Whole numbers, both ends included.
    int between(int least, int most);
    bool chance(double probability);

    void setCalm(); // from now on nothing goes wrong any more
    const QStringList &violations() const { return m_violations; }
    void violate(const QString &what);

    bool isRunning(const model::JobId &job) const; // a command of it
    // When the command of an attempt ended without being made to.
    using Attempt = std::pair<model::JobId, int>;
    const std::map<Attempt, QDateTime> &ownEnds() const { return m_ownEnds; }
    bool isEmpty() const { return m_containers.empty(); }
    int runs() const { return m_runs; } // commands started so far

private:
    friend class WorldEngine;

    struct Key
    {
        engines::TaskKey key;
        bool operator<(const Key &other) const
        {
            return std::tuple(key.job, key.attempt, key.task)
                   < std::tuple(other.key.job, other.key.attempt, other.key.task);
        }
    };
    struct Container
    {
        engines::TaskSpec spec;
        engines::TaskStatus status;
    };

    void after(int delay, const std::function<void()> &work);
    engines::StartOutcome start(const engines::TaskSpec &spec);
    void run(const engines::TaskSpec &spec);
    void checkDevices(const engines::TaskSpec &spec);
    void stop(const engines::TaskKey &key, std::chrono::seconds grace,
              const std::function<void()> &done);
    bool end(const engines::TaskKey &key, int exitCode); // true when it ran until now
    void tell(const engines::TaskStatus &status);
    void changeWeather();

    VirtualTime &m_time;
    std::mt19937_64 m_random;
    QObject m_alive; // work that is on its way ends with the world
    std::map<Key, Container> m_containers;
    std::map<Key, int> m_started; // how often a command was started, for ever
    std::map<Attempt, QDateTime> m_ownEnds; // for ever
    QStringList m_violations;
    QPointer<WorldEngine> m_engine; // of the berthd that lives
    int m_runs = 0;
    bool m_reachable = true;
    bool m_calm = false;
};

// One life of berthd's side of the engine.
class WorldEngine final : public engines::ContainerEngine
{
    Q_OBJECT

public:
    explicit WorldEngine(World &world);

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
    // Ends the future some time later, if berthd still lives; perhaps with no answer.
    template <typename T>
    void answer(const Promise<T> &promise, const Result<T> &result);
    // Carries the request to the engine; while that is away nothing gets there.
    template <typename T>
    QFuture<Result<T>> request(const std::function<void(const Promise<T> &)> &work);

    void askForStart(const engines::TaskSpec &spec);
    template <typename T>
    QFuture<Result<T>> askInside(const engines::TaskKey &key,
                                 const std::function<Result<T>()> &ask);

    World &m_world;
    QHash<engines::TaskKey, Promise<engines::StartOutcome>> m_pulling;
    support::Inside m_inside; // forwarded by this berthd, so it ends with it
};
