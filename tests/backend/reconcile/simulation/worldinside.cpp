// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "world.h"

#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using engines::TaskKey;

namespace {

constexpr int kWay = 50; // ms that an answer takes at most

} // namespace

template <typename T>
QFuture<Result<T>> WorldEngine::askInside(const TaskKey &key, const std::function<Result<T>()> &ask)
{
    const Promise<T> promise;
    Result<T> result = Error{ErrorCode::NotFound, u"the task does not run"_s, {}};
    const auto it = m_world.m_containers.find({key});
    if (!m_world.m_reachable)
        result = Error{ErrorCode::Unavailable, u"the engine is away"_s, {}};
    else if (it != m_world.m_containers.end()
             && it->second.status.phase == engines::TaskPhase::Running)
        result = ask();
    QTimer::singleShot(m_world.between(1, kWay), this, [=] { promise.finish(result); });
    return promise.future();
}

QFuture<Result<engines::Execution>> WorldEngine::execute(const TaskKey &key,
                                                         const QStringList &argv, int uid)
{
    return askInside<engines::Execution>(key,
                                         [=, this] { return m_inside.execute(key, argv, uid); });
}

QFuture<Result<bool>> WorldEngine::accepts(const TaskKey &key, int)
{
    return askInside<bool>(key, [] { return Result<bool>(true); });
}

QFuture<Result<engines::Exposure>> WorldEngine::expose(const TaskKey &key, int taskPort, int port)
{
    return askInside<engines::Exposure>(key,
                                        [=, this] { return m_inside.expose(key, taskPort, port); });
}

QFuture<Result<>> WorldEngine::conceal(const TaskKey &key, int taskPort)
{
    m_inside.conceal(key, taskPort);
    return ready<>({});
}
