// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/scheduling/order.h"

#include <algorithm>

namespace scheduling {

namespace {

struct Key
{
    bool preemptible = false;
    int priority = 0;
    qint64 submittedAt = 0;
    const model::JobId *id = nullptr;
    qsizetype index = 0;
};

bool isBefore(const Key &a, const Key &b)
{
    if (a.preemptible != b.preemptible)
        return b.preemptible;
    if (a.priority != b.priority)
        return a.priority > b.priority;
    if (a.submittedAt != b.submittedAt)
        return a.submittedAt < b.submittedAt;
    return *a.id < *b.id;
}

} // namespace

std::vector<qsizetype> order(const QList<QueuedJob> &queue)
{
    std::vector<Key> keys;
    keys.reserve(size_t(queue.size()));
    for (qsizetype i = 0; i < queue.size(); ++i) {
        const QueuedJob &job = queue[i];
        keys.push_back(
            {job.preemptible, job.priority, job.submittedAt.toMSecsSinceEpoch(), &job.id, i});
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
