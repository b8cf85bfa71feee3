// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/container/memorykill.h"

#include <QScopeGuard>

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <cerrno>

namespace engines {

bool wasKilledForMemory(const QString &containerId)
{
    const QByteArray id = containerId.toLatin1();
    const int log = open("/dev/kmsg", O_RDONLY | O_NONBLOCK | O_CLOEXEC);
    if (log < 0 || id.isEmpty())
        return false;
    const auto closing = qScopeGuard([log] { close(log); });
    std::array<char, 8192> buffer{};
    while (true) {
        const ssize_t size = read(log, buffer.data(), buffer.size());
        if (size < 0 && errno == EPIPE)
            continue; // overwritten while we read: the next one is the oldest left
        if (size <= 0)
            return false;
        if (tellsMemoryKill(QByteArray::fromRawData(buffer.data(), size), id))
            return true;
    }
}

bool tellsMemoryKill(const QByteArray &record, const QByteArray &containerId)
{
    if (!record.contains("oom-kill:constraint=CONSTRAINT_MEMCG"))
        return false;
    const qsizetype start = record.indexOf("oom_memcg=");
    return start >= 0
           && record.mid(start, record.indexOf(',', start) - start).contains(containerId);
}

} // namespace engines
