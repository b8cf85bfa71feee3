// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/scheduling/reservation.h"

#include <algorithm>

namespace scheduling {

namespace {

struct Option
{
    Spot spot;
    int inUse = 0;
};

} // namespace

void Reservations::hold(qsizetype job, Room &room, const std::vector<Spot> &spots)
{
    Hold &hold = m_holds[job];
    for (const Spot &spot : spots) {
        const Spot taken{spot.node, spot.devices & room.free(spot.node)};
        room.take(taken);
        hold.spots.push_back(spot);
        hold.taken.push_back(taken);
        m_kept[size_t(spot.node)] |= spot.devices;
    }
}

std::vector<Spot> Reservations::lift(qsizetype job, Room &room)
{
    const auto it = m_holds.find(job);
    if (it == m_holds.end())
        return {};
    for (const Spot &taken : it->second.taken)
        room.give(taken);
    std::vector<Spot> spots = std::move(it->second.spots);
    for (const Spot &spot : spots)
        m_kept[size_t(spot.node)] &= ~spot.devices;
    m_holds.erase(it);
    return spots;
}

std::vector<qsizetype> Reservations::jobs() const
{
    std::vector<qsizetype> jobs;
    jobs.reserve(m_holds.size());
    for (const auto &[job, hold] : m_holds)
        jobs.push_back(job);
    return jobs;
}

bool Reservations::suits(const Ask &ask, const std::vector<Spot> &spots) const
{
    if (!ask.room || ask.tasks < 1 || spots.size() != size_t(ask.tasks))
        return false;
    for (size_t i = 0; i < spots.size(); ++i) {
        const Spot &spot = spots[i];
        const DeviceMask usable = ask.room->inService(spot.node) & ~keptOn(spot.node);
        if (countOf(spot.devices) != ask.devices || (spot.devices & ~usable) != 0
            || !ask.room->gives(spot.node, spot.devices, ask.devices))
            return false;
        for (size_t k = 0; k < i; ++k) {
            if (spots[k].node == spot.node)
                return false;
        }
    }
    return true;
}

std::vector<Spot> Reservations::choose(const Ask &ask, int mayAdd, const Tenants &tenants) const
{
    const Room &room = *ask.room;
    const std::vector<DeviceMask> own = tenants.heldBy(ask.pool, m_rooms.nodes());
    std::vector<Option> options;
    for (const int node : room.nodeNumbers()) {
        const DeviceMask usable = room.inService(node) & ~keptOn(node);
        if (!room.gives(node, usable, ask.devices))
            continue;
        const DeviceMask free = room.free(node);
        const DeviceMask devices = room.choose(node, usable, free, ask.devices);
        options.push_back({{node, devices}, countOf(devices & ~free)});
    }
    std::stable_sort(options.begin(), options.end(),
                     [](const Option &a, const Option &b) { return a.inUse < b.inUse; });

    std::vector<Spot> spots;
    for (Option &option : options) {
        if (spots.size() == size_t(ask.tasks))
            break;
        Spot &spot = option.spot;
        const DeviceMask mine = own[size_t(spot.node)];
        if (countOf(spot.devices & ~mine) > mayAdd) {
            const DeviceMask usable = room.inService(spot.node) & ~keptOn(spot.node);
            spot.devices = room.choose(spot.node, usable, mine, ask.devices);
        }
        if (const int added = countOf(spot.devices & ~mine); added <= mayAdd) {
            mayAdd -= added;
            spots.push_back(spot);
        }
    }
    return spots.size() == size_t(ask.tasks) ? spots : std::vector<Spot>();
}

} // namespace scheduling
