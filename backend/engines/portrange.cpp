// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/portrange.h"

namespace engines {

QList<int> PortRange::inOrderFor(int taskPort) const
{
    QList<int> ports;
    if (contains(taskPort))
        ports.append(taskPort);
    for (int port = last; port >= first; --port) {
        if (port != taskPort)
            ports.append(port);
    }
    return ports;
}

} // namespace engines
