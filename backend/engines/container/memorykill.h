// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace engines {

// Whether the kernel's log tells that a process of this container was killed because the container
// reached its memory limit. Podman 4.3 does not notice that on cgroup v1. False when the log may
// not be read or has forgotten.
bool wasKilledForMemory(const QString &containerId);

// The same for one record of the log. Pure.
bool tellsMemoryKill(const QByteArray &record, const QByteArray &containerId);

} // namespace engines
