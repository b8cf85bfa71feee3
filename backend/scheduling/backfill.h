// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/scheduling/ask.h"
#include "backend/scheduling/quota.h"
#include "backend/scheduling/tenants.h"

#include <limits>
#include <optional>
#include <vector>

namespace scheduling {

// How many devices may be taken beside a job that lacks `missing` of them, so that it starts not a
// moment later in whatever order those that hold devices end: the smallest sum of some of `sizes`
// that is enough, less what is missing. Below 0 missing: as many as are left over.
int spareBeside(int missing, const std::vector<int> &sizes);

// What the first waiting job of each pool, and of each person at their limit, leaves to those
// behind it: devices as a number, of the VC's quota and of the person's limit.
class Backfill
{
public:
    static constexpr int kNoBound = std::numeric_limits<int>::max();

    explicit Backfill(int pools)
        : m_pools(size_t(pools))
    { }

    std::optional<qsizetype> head(int pool) const { return m_pools[size_t(pool)].head; }

    // The job waits for devices: later ones of its pool keep out of its way.
    void hold(qsizetype job, const Ask &ask, const Quotas &quotas, const Tenants &tenants);
    // The job waits only for its person's limit: so do later ones of the person.
    void holdPerson(qsizetype job, const Ask &ask, const Quotas &quotas, const Tenants &tenants);
    void clear(int pool) { m_pools[size_t(pool)] = {}; }

    int spare(const Ask &ask) const; // of the quota, when nobody is evicted
    int spareForAll(int pool) const { return m_pools[size_t(pool)].all; }
    int spareForFirm(int pool) const { return m_pools[size_t(pool)].firm; }
    int spareOfPerson(const Ask &ask) const;
    std::optional<qsizetype> firstOfPerson(const Ask &ask) const;

    // A later job takes what it asks for; others give up `gain` for it.
    void take(const Ask &ask, int gain = 0);

private:
    struct Person
    {
        qsizetype job = 0;
        int spare = kNoBound;
    };
    struct Hold
    {
        std::optional<qsizetype> head;
        int all = kNoBound; // what jobs of any kind may take
        int firm = kNoBound; // what those that are not preemptible may take
        QHash<model::UserId, Person> people;
    };

    std::vector<Hold> m_pools;
};

} // namespace scheduling
