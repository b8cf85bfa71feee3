// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/contract/scriptedengine.h"

#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace support {

namespace {

QList<model::LogLine> within(const QList<model::LogLine> &lines, const engines::LogRange &range)
{
    QList<model::LogLine> found;
    for (const model::LogLine &line : lines) {
        if (!range.after || line.at > *range.after)
            found.append(line);
    }
    return range.tail < 0 ? found : found.last(std::min<qsizetype>(range.tail, found.size()));
}

Error notRunning()
{
    return {ErrorCode::NotFound, u"the task does not run"_s, {}};
}

} // namespace

void ScriptedEngine::write(const engines::TaskKey &key, const QStringList &texts)
{
    Log &log = m_logs[key];
    QList<model::LogLine> fresh;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    for (const QString &text : texts)
        fresh.append({now, key.task, model::LogStream::Stdout, text});
    log.lines += fresh;
    for (const auto &follower : std::as_const(log.followers)) {
        if (follower)
            emit follower->linesWritten(fresh);
    }
}

void ScriptedEngine::end(const engines::TaskKey &key)
{
    m_logs[key].ended = true;
    inside.close(key);
    const auto followers = m_logs[key].followers;
    for (const auto &follower : followers) {
        if (follower)
            emit follower->ended(std::nullopt);
    }
}

void ScriptedEngine::setReachable(bool reachable)
{
    m_reachable = reachable;
    emit changed();
}

void ScriptedEngine::setHealthy(int device, bool healthy)
{
    if (healthy)
        m_faulty.remove(device);
    else
        m_faulty.insert(device);
    emit changed();
}

engines::EngineInfo ScriptedEngine::info() const
{
    return {u"simulated"_s, u"scripted"_s, m_reachable};
}

QFuture<Result<QList<model::Node>>> ScriptedEngine::nodes()
{
    model::Node node{model::NodeName(u"node1"_s), u"127.0.0.1"_s, model::DeviceType(u"gpu"_s),
                     model::NodeState::Ready,     QString(),      {}};
    for (int i = 0; i < 8; ++i)
        node.devices.append({i, !m_faulty.contains(i), {}});
    return ready<QList<model::Node>>(QList<model::Node>{node});
}

QFuture<Result<engines::StartOutcome>> ScriptedEngine::start(const engines::TaskSpec &spec)
{
    m_logs[spec.key];
    return ready<engines::StartOutcome>(
        engines::StartOutcome{{}, {}, {spec.key, engines::TaskPhase::Running, 0, false, {}, {}}});
}

QFuture<Result<>> ScriptedEngine::stop(const engines::TaskKey &key, std::chrono::seconds)
{
    end(key);
    return ready<>({});
}

QFuture<Result<>> ScriptedEngine::remove(const engines::TaskKey &key)
{
    m_logs.remove(key);
    return ready<>({});
}

QFuture<Result<QList<engines::TaskStatus>>> ScriptedEngine::list()
{
    return ready<QList<engines::TaskStatus>>(QList<engines::TaskStatus>());
}

QFuture<Result<QList<model::LogLine>>> ScriptedEngine::log(const engines::TaskKey &key,
                                                           const engines::LogRange &range)
{
    if (!m_logs.contains(key))
        return ready<QList<model::LogLine>>(Error{ErrorCode::NotFound, u"no such container"_s, {}});
    return ready<QList<model::LogLine>>(within(m_logs[key].lines, range));
}

std::unique_ptr<engines::LogFollower> ScriptedEngine::follow(const engines::TaskKey &key,
                                                             const engines::LogRange &range)
{
    auto follower = std::make_unique<engines::LogFollower>();
    auto *raw = follower.get();
    QTimer::singleShot(0, raw, [this, raw, key, range] {
        if (!m_logs.contains(key)) {
            emit raw->ended(Error{ErrorCode::NotFound, u"no such container"_s, {}});
            return;
        }
        Log &log = m_logs[key];
        log.followers.append(raw);
        if (const auto lines = within(log.lines, range); !lines.isEmpty())
            emit raw->linesWritten(lines);
        if (log.ended)
            emit raw->ended(std::nullopt);
    });
    return follower;
}

QFuture<Result<engines::TaskUsage>> ScriptedEngine::usage(const engines::TaskKey &)
{
    return ready<engines::TaskUsage>(engines::TaskUsage{});
}

bool ScriptedEngine::runs(const engines::TaskKey &key) const
{
    const auto log = m_logs.constFind(key);
    return log != m_logs.constEnd() && !log->ended;
}

QFuture<Result<engines::Execution>> ScriptedEngine::execute(const engines::TaskKey &key,
                                                            const QStringList &argv, int uid)
{
    return ready<engines::Execution>(runs(key) ? inside.execute(key, argv, uid)
                                               : Result<engines::Execution>(notRunning()));
}

QFuture<Result<bool>> ScriptedEngine::accepts(const engines::TaskKey &key, int taskPort)
{
    return ready<bool>(runs(key) ? Result<bool>(!inside.deafPorts.contains(taskPort))
                                 : Result<bool>(notRunning()));
}

QFuture<Result<engines::Exposure>> ScriptedEngine::expose(const engines::TaskKey &key, int taskPort,
                                                          int port)
{
    return ready<engines::Exposure>(runs(key) ? inside.expose(key, taskPort, port)
                                              : Result<engines::Exposure>(notRunning()));
}

QFuture<Result<>> ScriptedEngine::conceal(const engines::TaskKey &key, int taskPort)
{
    inside.conceal(key, taskPort);
    return ready<>({});
}

} // namespace support
