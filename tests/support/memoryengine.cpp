// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "memoryengine.h"

#include <QTimer>

#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace support {

using engines::TaskKey;
using engines::TaskPhase;

namespace {

Error notRunning()
{
    return {ErrorCode::NotFound, u"the task does not run"_s, {}};
}

} // namespace

void MemoryWorld::finish(const TaskKey &key, int exitCode, bool outOfMemory)
{
    auto &status = containers[key].status;
    status.phase = TaskPhase::Exited;
    status.exitCode = exitCode;
    status.outOfMemory = outOfMemory;
    status.finishedAt = QDateTime::currentDateTimeUtc();
    inside.close(key);
    if (engine && !newsBeforeLists)
        emit engine->taskChanged(status);
}

void MemoryWorld::releaseStarts()
{
    holdStarts = false;
    if (engine)
        engine->releaseStarts();
}

void MemoryWorld::setReachable(bool yes)
{
    reachable = yes;
    if (engine)
        emit engine->changed();
}

TaskKey MemoryWorld::onlyKey() const
{
    return containers.size() == 1 ? containers.begin().key() : TaskKey();
}

MemoryEngine::MemoryEngine(MemoryWorld &world, QObject *parent)
    : ContainerEngine(parent)
    , m_world(world)
{
    world.engine = this;
}

engines::EngineInfo MemoryEngine::info() const
{
    return {u"memory"_s, m_world.reachable ? u"memory"_s : u"away"_s, m_world.reachable};
}

// Does the work in a later turn, as a real engine would; never when the engine died before.
template <typename T, typename Work>
QFuture<Result<T>> MemoryEngine::answer(const Work &work)
{
    const Promise<T> promise;
    QTimer::singleShot(0, this, [this, promise, work] {
        if (m_world.reachable)
            promise.finish(work());
        else
            promise.finish(Error{ErrorCode::Unavailable, u"the engine is away"_s, QString()});
    });
    return promise.future();
}

QFuture<Result<QList<model::Node>>> MemoryEngine::nodes()
{
    return answer<QList<model::Node>>(
        [this]() -> Result<QList<model::Node>> { return m_world.nodes; });
}

QFuture<Result<engines::StartOutcome>> MemoryEngine::start(const engines::TaskSpec &spec)
{
    if (m_world.pullsLong)
        return m_pulls[spec.key].future();
    if (!m_world.holdStarts)
        return answer<engines::StartOutcome>([this, spec] { return startNow(spec); });
    const Promise<engines::StartOutcome> promise;
    m_held.append([this, spec, promise] { promise.finish(startNow(spec)); });
    return promise.future();
}

Result<engines::StartOutcome> MemoryEngine::startNow(const engines::TaskSpec &spec)
{
    using engines::StartFailure;
    if (m_world.refuse)
        return *m_world.refuse;
    const bool silent = m_world.failStarts > 0;
    if (silent)
        --m_world.failStarts;
    if (!silent || m_world.startsAnyway) {
        auto &container = m_world.containers[spec.key];
        if (!container.status.startedAt) {
            container.spec = spec;
            container.status = {
                spec.key, TaskPhase::Running, 0, false, QDateTime::currentDateTimeUtc(), {}};
            container.status.node = spec.node;
            container.status.address = u"10.9.0.%1"_s.arg(m_world.containers.size());
            container.lines.append({QDateTime::currentDateTimeUtc(), spec.key.task,
                                    model::LogStream::Stdout, u"started"_s});
            ++m_world.runs[spec.key];
            if (m_world.autoFinish && spec.command.last().startsWith("exit "_L1))
                m_world.finish(spec.key, spec.command.last().mid(5).toInt());
        }
    }
    if (silent)
        return engines::StartOutcome{StartFailure::Unavailable, u"no answer in time"_s, {}};
    return engines::StartOutcome{{}, {}, m_world.containers[spec.key].status};
}

void MemoryEngine::releaseStarts()
{
    for (const auto &start : std::exchange(m_held, {}))
        start();
}

QFuture<Result<>> MemoryEngine::stop(const TaskKey &key, std::chrono::seconds)
{
    m_world.asked.insert(key);
    return answer<void>([this, key]() -> Result<> {
        const auto pull = m_pulls.take(key);
        pull.finish(engines::StartOutcome{
            engines::StartFailure::Unavailable, u"the start was given up"_s, {}});
        const auto it = m_world.containers.constFind(key);
        if (it != m_world.containers.constEnd() && it->status.phase == TaskPhase::Running)
            m_world.finish(key, m_world.askedEnds);
        return {};
    });
}

QFuture<Result<>> MemoryEngine::remove(const TaskKey &key)
{
    return answer<void>([this, key]() -> Result<> {
        m_world.containers.remove(key);
        return {};
    });
}

QFuture<Result<QList<engines::TaskStatus>>> MemoryEngine::list()
{
    return answer<QList<engines::TaskStatus>>([this]() -> Result<QList<engines::TaskStatus>> {
        QList<engines::TaskStatus> list;
        for (const auto &container : std::as_const(m_world.containers))
            list.append(container.status);
        for (const auto &status : std::as_const(list)) {
            if (m_world.newsBeforeLists)
                emit taskChanged(status);
        }
        return list;
    });
}

QFuture<Result<QList<model::LogLine>>> MemoryEngine::log(const TaskKey &key,
                                                         const engines::LogRange &)
{
    return answer<QList<model::LogLine>>([this, key]() -> Result<QList<model::LogLine>> {
        return m_world.containers.value(key).lines;
    });
}

std::unique_ptr<engines::LogFollower> MemoryEngine::follow(const TaskKey &,
                                                           const engines::LogRange &)
{
    return std::make_unique<engines::LogFollower>();
}

QFuture<Result<engines::TaskUsage>> MemoryEngine::usage(const TaskKey &)
{
    return answer<engines::TaskUsage>(
        []() -> Result<engines::TaskUsage> { return engines::TaskUsage(); });
}

bool MemoryEngine::runs(const TaskKey &key) const
{
    const auto it = m_world.containers.constFind(key);
    return it != m_world.containers.constEnd() && it->status.phase == TaskPhase::Running;
}

QFuture<Result<engines::Execution>> MemoryEngine::execute(const TaskKey &key,
                                                          const QStringList &argv, int uid)
{
    return answer<engines::Execution>([=, this]() -> Result<engines::Execution> {
        if (!runs(key))
            return notRunning();
        return m_world.inside.execute(key, argv, uid);
    });
}

QFuture<Result<bool>> MemoryEngine::accepts(const TaskKey &key, int taskPort)
{
    return answer<bool>([=, this]() -> Result<bool> {
        if (!runs(key))
            return notRunning();
        return !m_world.inside.deafPorts.contains(taskPort);
    });
}

QFuture<Result<engines::Exposure>> MemoryEngine::expose(const TaskKey &key, int taskPort, int port)
{
    return answer<engines::Exposure>([=, this]() -> Result<engines::Exposure> {
        if (!runs(key))
            return notRunning();
        return m_world.inside.expose(key, taskPort, port);
    });
}

QFuture<Result<>> MemoryEngine::conceal(const TaskKey &key, int taskPort)
{
    return answer<void>([=, this]() -> Result<> {
        m_world.inside.conceal(key, taskPort);
        return {};
    });
}

} // namespace support
