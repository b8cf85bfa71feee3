// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/scheduling/order.h"

#include <algorithm>

namespace scheduling {

namespace {

// Small, since a hundred thousand of them are sorted.
struct Key
{
    qint64 rank = 0; // preemptible, then the priority turned round: the smaller comes first
    qint64 submittedAt = 0;
    const QueuedJob *job = nullptr;
};

bool isBefore(const Key &a, const Key &b)
{
    if (a.rank != b.rank)
        return a.rank < b.rank;
    if (a.submittedAt != b.submittedAt)
        return a.submittedAt < b.submittedAt;
    return a.job->id < b.job->id;
}

} // namespace

std::vector<qsizetype> order(const QList<QueuedJob> &queue)
{
    std::vector<Key> keys;
    keys.reserve(size_t(queue.size()));
    for (const QueuedJob &job : queue) {
        const qint64 rank = (qint64(job.preemptible) << 33) - job.priority;
        keys.push_back({rank, job.submittedAt.toMSecsSinceEpoch(), &job});
    }
    if (!std::is_sorted(keys.begin(), keys.end(), isBefore))
        std::sort(keys.begin(), keys.end(), isBefore);

    std::vector<qsizetype> indices;
    indices.reserve(keys.size());
    for (const Key &key : keys)
        indices.push_back(key.job - queue.constData());
    return indices;
}

} // namespace scheduling
