// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/engine.h"

using namespace Qt::Literals::StringLiterals;

namespace engines {

namespace {

Error notOffered()
{
    return {ErrorCode::Unavailable, u"this engine opens no ways into a container"_s, {}};
}

} // namespace

QDebug operator<<(QDebug debug, const TaskKey &key)
{
    const QDebugStateSaver saver(debug);
    return debug.noquote().nospace() << key.job << '/' << key.attempt << '/' << key.task;
}

QFuture<Result<Execution>> ContainerEngine::execute(const TaskKey &, const QStringList &, int)
{
    return ready(Result<Execution>(notOffered()));
}

QFuture<Result<bool>> ContainerEngine::accepts(const TaskKey &, int)
{
    return ready(Result<bool>(notOffered()));
}

QFuture<Result<Exposure>> ContainerEngine::expose(const TaskKey &, int, int)
{
    return ready(Result<Exposure>(notOffered()));
}

QFuture<Result<>> ContainerEngine::conceal(const TaskKey &, int)
{
    return ready(Result<>(notOffered()));
}

} // namespace engines
