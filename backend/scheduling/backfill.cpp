// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/scheduling/backfill.h"

#include <algorithm>
#include <map>

namespace scheduling {

namespace {

template <typename Counts>
std::vector<int> sizesOf(const std::vector<Tenant> &tenants, Counts counts)
{
    std::vector<int> sizes;
    for (const Tenant &tenant : tenants) {
        if (tenant.gain > 0 && counts(tenant))
            sizes.push_back(tenant.gain);
    }
    return sizes;
}

// So many of one size, as few sizes from which every number of them can be made.
std::vector<int> bundled(const std::vector<int> &sizes)
{
    std::map<int, int> counts;
    for (const int size : sizes)
        ++counts[size];
    std::vector<int> bundles;
    for (auto &[size, count] : counts) {
        for (int bundle = 1; count > 0; bundle *= 2) {
            const int taken = std::min(bundle, count);
            bundles.push_back(size * taken);
            count -= taken;
        }
    }
    return bundles;
}

} // namespace

int spareBeside(int missing, const std::vector<int> &sizes)
{
    if (missing <= 0)
        return -missing;
    const int largest = sizes.empty() ? 0 : *std::max_element(sizes.begin(), sizes.end());
    const int most = missing + largest; // no smallest enough sum is larger
    std::vector<char> reachable(size_t(most) + 1, 0);
    reachable[0] = 1;
    for (const int size : bundled(sizes)) {
        for (int sum = most; sum >= size; --sum)
            reachable[size_t(sum)] = char(reachable[size_t(sum)] | reachable[size_t(sum - size)]);
    }
    for (int sum = missing; sum <= most; ++sum) {
        if (reachable[size_t(sum)])
            return sum - missing;
    }
    return 0;
}

void Backfill::hold(qsizetype job, const Ask &ask, const Quotas &quotas, const Tenants &tenants)
{
    Hold &hold = m_pools[size_t(ask.pool)];
    const Pool &pool = quotas.pool(ask.pool);
    const auto &all = tenants.of(ask.pool);
    hold.head = job;
    hold.all =
        spareBeside(ask.wanted() - pool.left(), sizesOf(all, [](const Tenant &) { return true; }));
    if (ask.preemptible)
        return;
    hold.firm = spareBeside(ask.wanted() - pool.leftForFirm(),
                            sizesOf(all, [](const Tenant &tenant) { return !tenant.preemptible; }));
    const int limit = std::min(quotas.freeOfUser(ask.pool, ask.owner), spareOfPerson(ask));
    Person &person = hold.people[ask.owner];
    if (person.spare == kNoBound)
        person.job = job;
    person.spare = limit - ask.wanted();
}

void Backfill::holdPerson(qsizetype job, const Ask &ask, const Quotas &quotas,
                          const Tenants &tenants)
{
    Hold &hold = m_pools[size_t(ask.pool)];
    if (hold.people.contains(ask.owner))
        return;
    const auto counts = [&](const Tenant &tenant) {
        return !tenant.preemptible && tenant.owner == ask.owner;
    };
    const int missing = ask.wanted() - quotas.freeOfUser(ask.pool, ask.owner);
    hold.people[ask.owner] = {job, spareBeside(missing, sizesOf(tenants.of(ask.pool), counts))};
}

int Backfill::spare(const Ask &ask) const
{
    const Hold &hold = m_pools[size_t(ask.pool)];
    return ask.preemptible ? hold.all : std::min(hold.all, hold.firm);
}

int Backfill::spareOfPerson(const Ask &ask) const
{
    if (ask.preemptible)
        return kNoBound;
    const Hold &hold = m_pools[size_t(ask.pool)];
    const auto it = hold.people.constFind(ask.owner);
    return it == hold.people.constEnd() ? kNoBound : it->spare;
}

std::optional<qsizetype> Backfill::firstOfPerson(const Ask &ask) const
{
    const Hold &hold = m_pools[size_t(ask.pool)];
    const auto it = hold.people.constFind(ask.owner);
    return it == hold.people.constEnd() ? std::nullopt : std::optional(it->job);
}

void Backfill::take(const Ask &ask, int gain)
{
    Hold &hold = m_pools[size_t(ask.pool)];
    if (hold.all != kNoBound)
        hold.all -= ask.wanted() - gain;
    if (ask.preemptible)
        return;
    if (hold.firm != kNoBound)
        hold.firm -= ask.wanted();
    if (const auto it = hold.people.find(ask.owner); it != hold.people.end())
        it->spare -= ask.wanted();
}

} // namespace scheduling
