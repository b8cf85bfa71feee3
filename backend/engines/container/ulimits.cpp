// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/container/ulimits.h"

#include <QFile>

#include <sys/resource.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace engines {

namespace {

constexpr qint64 kUsualLimit = 1024 * 1024;

// What this process may have at most, which is what the engine beside it may give.
qint64 hardLimit(__rlimit_resource resource)
{
    rlimit limit{};
    if (getrlimit(resource, &limit) != 0)
        return kUsualLimit;
    return qint64(std::min(limit.rlim_max, rlim_t(kUsualLimit)));
}

// Podman holds itself, and so all its containers, to the largest process number of the machine.
qint64 processLimit()
{
    QFile file(u"/proc/sys/kernel/pid_max"_s);
    bool ok = false;
    const qint64 largest =
        file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toLongLong(&ok) : 0;
    return ok ? std::min(largest, hardLimit(RLIMIT_NPROC)) : hardLimit(RLIMIT_NPROC);
}

} // namespace

Ulimits largestUlimits()
{
    return {.files = hardLimit(RLIMIT_NOFILE), .processes = processLimit()};
}

} // namespace engines
