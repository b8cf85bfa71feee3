// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/scheduling/preemption.h"

#include "backend/scheduling/cover.h"

#include <algorithm>
#include <bit>

namespace scheduling {

namespace {

constexpr int kMostTried = 10; // victims of which all combinations are looked at

class Choice
{
public:
    Choice(const Ask &ask, int missing, const Tenants &tenants, const Reservations &reservations);

    std::vector<model::JobId> best();

private:
    // Devices of a node that some of the candidates give up together.
    struct Site
    {
        int node = 0;
        std::vector<int> candidates;
        std::vector<DeviceMask> devices; // of each of them
    };

    bool isEnough(const Victims &victims) const;
    bool hosts(const Site &site, const Victims &victims) const;
    void consider(Victims victims);
    void considerAll();
    void considerEachSite();
    void considerSiteAfterSite();
    // The sets of the site's candidates that make room there and of which none could be spared.
    std::vector<Victims> options(const Site &site) const;
    Victims fewest(const Site &site, Victims victims) const;

    const Ask &m_ask;
    const int m_missing;
    int m_sitesNeeded = 0;
    std::vector<Candidate> m_candidates; // by id
    std::vector<Site> m_sites; // nodes without room, with candidates
    Victims m_best;
    std::optional<Cost> m_bestCost;
};

Choice::Choice(const Ask &ask, int missing, const Tenants &tenants,
               const Reservations &reservations)
    : m_ask(ask)
    , m_missing(missing)
    , m_sitesNeeded(std::max(0, ask.tasks - ask.room->nodesWith(ask.devices)))
{
    std::map<int, Site> sites;
    for (const Tenant &tenant : tenants.of(ask.pool)) {
        if (!tenant.evictable)
            continue;
        const int index = int(m_candidates.size());
        m_candidates.push_back({tenant.id, tenant.gain, tenant.lost});
        for (const Spot &spot : tenant.spots) {
            const DeviceMask usable =
                ask.room->inService(spot.node) & ~reservations.keptOn(spot.node) & spot.devices;
            if (usable == 0 || ask.room->gives(spot.node, ask.room->free(spot.node), ask.devices))
                continue;
            Site &site = sites[spot.node];
            site.node = spot.node;
            site.candidates.push_back(index);
            site.devices.push_back(usable);
        }
    }
    for (auto &[node, site] : sites)
        m_sites.push_back(std::move(site));
}

std::vector<model::JobId> Choice::best()
{
    Victims all;
    for (int i = 0; i < int(m_candidates.size()); ++i)
        all.push_back(i);
    if (all.empty() || !isEnough(all))
        return {};
    if (m_sitesNeeded == 0)
        consider({});
    else if (m_ask.tasks == 1)
        considerEachSite();
    else if (all.size() <= kMostTried)
        considerAll();
    else
        considerSiteAfterSite();
    std::vector<model::JobId> ids;
    for (const int victim : m_best)
        ids.push_back(m_candidates[size_t(victim)].id);
    return ids;
}

bool Choice::hosts(const Site &site, const Victims &victims) const
{
    DeviceMask devices = m_ask.room->free(site.node);
    for (size_t i = 0; i < site.candidates.size(); ++i) {
        if (std::binary_search(victims.begin(), victims.end(), site.candidates[i]))
            devices |= site.devices[i];
    }
    return m_ask.room->gives(site.node, devices, m_ask.devices);
}

bool Choice::isEnough(const Victims &victims) const
{
    if (gainOf(m_candidates, victims) < m_missing)
        return false;
    int sites = 0;
    for (size_t i = 0; i < m_sites.size() && sites < m_sitesNeeded; ++i)
        sites += hosts(m_sites[i], victims) ? 1 : 0;
    return sites >= m_sitesNeeded;
}

// Adds whom the quota needs besides, spares whom it can, and keeps the set when it is the best yet.
void Choice::consider(Victims victims)
{
    if (m_bestCost && *m_bestCost < costOf(m_candidates, victims))
        return;
    victims = covered(m_candidates, victims, m_missing);
    Victims byCost = victims;
    std::stable_sort(byCost.begin(), byCost.end(), [&](int a, int b) {
        return m_candidates[size_t(a)].lost > m_candidates[size_t(b)].lost;
    });
    for (const int victim : byCost) {
        Victims without = victims;
        std::erase(without, victim);
        if (isEnough(without))
            victims = std::move(without);
    }
    const Cost cost = costOf(m_candidates, victims);
    if (!isEnough(victims)
        || (m_bestCost && !(std::tie(cost, victims) < std::tie(*m_bestCost, m_best))))
        return;
    m_best = std::move(victims);
    m_bestCost = cost;
}

void Choice::considerAll()
{
    for (unsigned set = 1; set < 1U << m_candidates.size(); ++set) {
        Victims victims;
        for (unsigned rest = set; rest != 0; rest &= rest - 1)
            victims.push_back(std::countr_zero(rest));
        if ((!m_bestCost || !(*m_bestCost < costOf(m_candidates, victims))) && isEnough(victims))
            consider(victims);
    }
}

void Choice::considerEachSite()
{
    for (const Site &site : m_sites) {
        for (const Victims &option : options(site))
            consider(option);
    }
}

// Again and again the node that costs least beside those chosen already.
void Choice::considerSiteAfterSite()
{
    Victims victims;
    std::vector<const Site *> open;
    open.reserve(m_sites.size());
    for (const Site &site : m_sites)
        open.push_back(&site);
    for (int needed = m_sitesNeeded; needed > 0; --needed) {
        const Site *best = nullptr;
        Victims bestVictims;
        for (const Site *site : open) {
            const Victims with = fewest(*site, victims);
            if (!hosts(*site, with)
                || (best && !(costOf(m_candidates, with) < costOf(m_candidates, bestVictims))))
                continue;
            best = site;
            bestVictims = with;
        }
        if (!best)
            return;
        victims = bestVictims;
        std::erase(open, best);
    }
    consider(victims);
}

std::vector<Victims> Choice::options(const Site &site) const
{
    if (site.candidates.size() > kMostTried)
        return {fewest(site, {})};
    std::vector<Victims> options;
    for (unsigned set = 1; set < 1U << site.candidates.size(); ++set) {
        Victims victims;
        for (unsigned rest = set; rest != 0; rest &= rest - 1)
            victims.push_back(site.candidates[size_t(std::countr_zero(rest))]);
        if (hosts(site, victims))
            options.push_back(victims);
    }
    std::erase_if(options, [&](const Victims &option) {
        return std::any_of(options.begin(), options.end(), [&](const Victims &other) {
            return other.size() < option.size()
                   && std::includes(option.begin(), option.end(), other.begin(), other.end());
        });
    });
    return options;
}

// With all of the site's candidates, then without the most expensive ones that can be spared.
Victims Choice::fewest(const Site &site, Victims victims) const
{
    Victims added;
    for (const int candidate : site.candidates) {
        if (!std::binary_search(victims.begin(), victims.end(), candidate))
            added.push_back(candidate);
    }
    victims.insert(victims.end(), added.begin(), added.end());
    std::sort(victims.begin(), victims.end());
    std::stable_sort(added.begin(), added.end(), [&](int a, int b) {
        return m_candidates[size_t(a)].lost > m_candidates[size_t(b)].lost;
    });
    for (const int candidate : added) {
        Victims without = victims;
        std::erase(without, candidate);
        if (hosts(site, without))
            victims = std::move(without);
    }
    return victims;
}

} // namespace

std::vector<model::JobId> chooseVictims(const Ask &ask, int missing, const Tenants &tenants,
                                        const Reservations &reservations)
{
    return Choice(ask, missing, tenants, reservations).best();
}

} // namespace scheduling
