// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"
#include "core/model/cluster.h"
#include "core/model/job.h"
#include "core/model/log.h"
#include "core/model/node.h"

#include <QObject>

#include <chrono>
#include <memory>

// How containers really start and stop. One interface, one conformance suite
// (tests/backend/engines), several engines. An engine keeps no memory of its own across restarts of
// berthd: what it says is what it finds.
namespace engines {

// Names one container for ever: no two containers of an installation share a key, so a start that
// is asked for twice finds the first one.
struct TaskKey
{
    model::JobId job;
    int attempt = 0;
    QString task;

    bool operator==(const TaskKey &) const = default;
    friend size_t qHash(const TaskKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, key.job, key.attempt, key.task);
    }
};

QDebug operator<<(QDebug debug, const TaskKey &key);

struct Mount
{
    QString source; // on the node
    QString target; // in the container
    bool readOnly = false;

    bool operator==(const Mount &) const = default;
};

// Everything needed to run one task, decided before: the engine adds nothing of its own but the
// device nodes and variables that make exactly these devices visible.
struct TaskSpec
{
    TaskKey key;
    model::NodeName node;
    QString image;
    std::optional<model::RegistryLogin> registry; // with its password
    QStringList command; // argv
    QList<model::EnvironmentVariable> environment;
    QList<Mount> mounts;
    QList<int> devices; // indices on the node; empty: sees none
    QString hostname;
    qint64 memoryBytes = 0; // 0: no limit, as for the next three
    qint64 milliCpu = 0;
    qint64 pids = 0;
    qint64 shmBytes = 0;
};

enum class TaskPhase { Created, Running, Exited };

// What the engine knows of one container.
struct TaskStatus
{
    TaskKey key;
    TaskPhase phase = TaskPhase::Created;
    int exitCode = 0; // when Exited
    bool outOfMemory = false; // when Exited
    std::optional<QDateTime> startedAt; // absent: the command never ran
    std::optional<QDateTime> finishedAt;
    model::NodeName node = {}; // empty: the one node of the engine
    QString address = {}; // of the container, for other tasks and berthd; empty: none, not known

    bool operator==(const TaskStatus &) const = default;
};

// Why a start did not succeed, beside the Error that carries the engine's own sentence.
enum class StartFailure {
    ImageNotFound,
    RegistryRefused,
    Refused, // asking again would be refused again
    Unavailable, // the engine did not answer or is overloaded: asking again may help
};

struct StartOutcome
{
    std::optional<StartFailure> failure; // absent: the container runs or has run
    QString detail; // the engine's own sentence
    TaskStatus status; // when it did not fail
};

struct TaskUsage
{
    QDateTime at;
    double cpuPercent = 0; // 100 is one core
    qint64 memoryBytes = 0;
    qint64 networkInBytes = 0;
    qint64 networkOutBytes = 0;
    qint64 blockInBytes = 0;
    qint64 blockOutBytes = 0;
};

// How a command inside a running container ended.
struct Execution
{
    int exitCode = 0;
    QString output; // both streams, the last kMostOutput bytes

    static constexpr int kMostOutput = 16 * 1024;
};

// Where a port of a task is reached from outside.
struct Exposure
{
    QString host;
    int port = 0;
};

struct LogRange
{
    int tail = -1; // newest lines only; -1: all
    std::optional<QDateTime> after; // only lines written later than this
};

// A log that is being followed. Destroying it ends the following.
class LogFollower : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

signals:
    void linesWritten(const QList<model::LogLine> &lines);
    // The container ended and everything was read, or the engine went away (then with an error).
    void ended(const std::optional<Error> &error);
};

// What an engine is and whether it answers.
struct EngineInfo
{
    QString kind; // "container", "kubernetes", "simulated"
    QString detail; // "podman 4.3.1", or why nothing answers
    bool reachable = false;
};

// All functions are called in the engine's thread and answer there, never before they return. A
// future is never left unfinished: when the engine does not answer it ends with Unavailable or
// TimedOut.
class ContainerEngine : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual EngineInfo info() const = 0;

    // The nodes and their devices, with health, without holders; node facts come from the engine.
    virtual QFuture<Result<QList<model::Node>>> nodes() = 0;

    // Pulls the image if it is not there, creates the container and starts it. Finds a container of
    // the same key: one that was created only is started, one that runs or has run is left alone
    // and reported. Never runs a command twice.
    virtual QFuture<Result<StartOutcome>> start(const TaskSpec &spec) = 0;

    // Asks the container to end, kills it after the grace period. Success also when it is not
    // running or absent. A start that still pulls the image is given up and ends as Unavailable.
    virtual QFuture<Result<>> stop(const TaskKey &key, std::chrono::seconds grace) = 0;

    // Removes an ended or created container with its log. Success also when it is absent.
    virtual QFuture<Result<>> remove(const TaskKey &key) = 0;

    // Every container that bears the label of this installation, whoever started it.
    virtual QFuture<Result<QList<TaskStatus>>> list() = 0;

    virtual QFuture<Result<QList<model::LogLine>>> log(const TaskKey &key,
                                                       const LogRange &range) = 0;

    // Lines from `range` on, then as they are written. Emits nothing before the event loop runs.
    virtual std::unique_ptr<LogFollower> follow(const TaskKey &key, const LogRange &range) = 0;

    virtual QFuture<Result<TaskUsage>> usage(const TaskKey &key) = 0;

    // The next three are NotFound when no such task runs.

    // Runs argv in the running container as this user and group, and waits for its end. What it left
    // in the background goes on. TimedOut after kLongestExecution; then all that was run is killed.
    static constexpr std::chrono::seconds kLongestExecution{60};
    virtual QFuture<Result<Execution>> execute(const TaskKey &key, const QStringList &argv,
                                               int uid) = 0;

    // Whether something in the container accepts connections there.
    virtual QFuture<Result<bool>> accepts(const TaskKey &key, int taskPort) = 0;

    // Makes a port of the task reachable on its node at `port`; 0: at the same number where that is
    // free and may be used, else at one the engine chooses. What is exposed already stays where it
    // is. Conflict when the port is taken or not among those that may be used. Ends with conceal()
    // or with the container; after a restart of berthd it is asked for anew, with the port it had.
    virtual QFuture<Result<Exposure>> expose(const TaskKey &key, int taskPort, int port) = 0;
    // Success also when it is not exposed.
    virtual QFuture<Result<>> conceal(const TaskKey &key, int taskPort) = 0;

signals:
    // A container's phase changed. A hint: after a silence list() is the truth.
    void taskChanged(const engines::TaskStatus &status);

    // The engine began or ceased to answer, or its nodes changed: ask again.
    void changed();
};

} // namespace engines
