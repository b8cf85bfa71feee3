// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/scheduling/order.h"

#include <QtEndian>

#include <algorithm>

namespace scheduling {

namespace {

// Small, since a hundred thousand of them are sorted.
struct Key
{
    qint64 rank =
        0; // preemptible, not stranded, the priority turned round: the smaller comes first
    qint64 submittedAt = 0;
    std::pair<quint64, quint64> id;
    qsizetype index = 0;
};

std::pair<quint64, quint64> numbersOf(const QUuid &id)
{
    const quint64 high = quint64(id.data1) << 32 | quint64(id.data2) << 16 | id.data3;
    return {high, qFromBigEndian<quint64>(id.data4)};
}

bool isBefore(const Key &a, const Key &b)
{
    if (a.rank != b.rank)
        return a.rank < b.rank;
    if (a.submittedAt != b.submittedAt)
        return a.submittedAt < b.submittedAt;
    return a.id < b.id;
}

} // namespace

std::vector<qsizetype> order(const QList<QueuedJob> &queue)
{
    std::vector<Key> keys;
    keys.reserve(size_t(queue.size()));
    for (qsizetype i = 0; i < queue.size(); ++i) {
        const QueuedJob &job = queue[i];
        const qint64 rank =
            (qint64(job.preemptible) << 34) + (qint64(!job.stranded) << 33) - job.priority;
        keys.push_back({rank, job.submittedAt.toMSecsSinceEpoch(), numbersOf(job.id.value()), i});
    }
    if (!std::is_sorted(keys.begin(), keys.end(), isBefore))
        std::sort(keys.begin(), keys.end(), isBefore);

    std::vector<qsizetype> indices;
    indices.reserve(keys.size());
    for (const Key &key : keys)
        indices.push_back(key.index);
    return indices;
}

} // namespace scheduling
