// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/scheduling/order.h"

#include <QtEndian>

#include <algorithm>

namespace scheduling {

namespace {

constexpr qint64 kStep = qint64(1) << 33;

// Small, since a hundred thousand of them are sorted.
struct Key
{
    Rank rank;
    qsizetype index = 0;

    friend auto operator<=>(const Key &, const Key &) = default;
};

std::pair<quint64, quint64> numbersOf(const QUuid &id)
{
    const quint64 high = quint64(id.data1) << 32 | quint64(id.data2) << 16 | id.data3;
    return {high, qFromBigEndian<quint64>(id.data4)};
}

} // namespace

model::JobId Rank::job() const
{
    return model::JobId(QUuid(
        uint(id.first >> 32), ushort(id.first >> 16), ushort(id.first), uchar(id.second >> 56),
        uchar(id.second >> 48), uchar(id.second >> 40), uchar(id.second >> 32),
        uchar(id.second >> 24), uchar(id.second >> 16), uchar(id.second >> 8), uchar(id.second)));
}

// Priorities are much smaller than what stands above them.
int Rank::priority() const
{
    const qint64 above = (precedence + kStep / 2) & ~(kStep - 1);
    return int(above - precedence);
}

Rank rankOf(const QueuedJob &job)
{
    const qint64 precedence =
        (job.preemptible ? 2 * kStep : 0) + (job.stranded ? 0 : kStep) - job.priority;
    return {precedence, job.submittedAt.toMSecsSinceEpoch(), numbersOf(job.id.value())};
}

std::vector<qsizetype> order(const QList<QueuedJob> &queue)
{
    std::vector<Key> keys;
    keys.reserve(size_t(queue.size()));
    for (qsizetype i = 0; i < queue.size(); ++i)
        keys.push_back({rankOf(queue[i]), i});
    if (!std::is_sorted(keys.begin(), keys.end()))
        std::sort(keys.begin(), keys.end());

    std::vector<qsizetype> indices;
    indices.reserve(keys.size());
    for (const Key &key : keys)
        indices.push_back(key.index);
    return indices;
}

} // namespace scheduling
