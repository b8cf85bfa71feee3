// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/engine.h"

namespace engines {

QDebug operator<<(QDebug debug, const TaskKey &key)
{
    const QDebugStateSaver saver(debug);
    return debug.noquote().nospace() << key.job << '/' << key.attempt << '/' << key.task;
}

} // namespace engines
