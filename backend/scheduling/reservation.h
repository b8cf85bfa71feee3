// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/scheduling/ask.h"
#include "backend/scheduling/rooms.h"
#include "backend/scheduling/tenants.h"

#include <map>
#include <vector>

namespace scheduling {

// The devices that are kept for jobs that wait, some of them free already, the others still in use.
// The free ones are taken out of the rooms as long as they are kept.
class Reservations
{
public:
    explicit Reservations(Rooms &rooms)
        : m_rooms(rooms)
        , m_kept(size_t(rooms.nodes()), 0)
    { }

    void hold(qsizetype job, Room &room, const std::vector<Spot> &spots);
    // Gives the free ones back and answers what was held; nothing when nothing was.
    std::vector<Spot> lift(qsizetype job, Room &room);

    bool holds(qsizetype job) const { return m_holds.contains(job); }
    const std::vector<Spot> &spotsOf(qsizetype job) const { return m_holds.at(job).spots; }
    // What of the job's devices was free when it got them.
    const std::vector<Spot> &takenFor(qsizetype job) const { return m_holds.at(job).taken; }
    DeviceMask keptOn(int node) const { return m_kept[size_t(node)]; }
    std::vector<qsizetype> jobs() const; // in order

    // Whether the devices are still what the job asks for: in service, on different nodes, in
    // rings, and kept for nobody else.
    bool suits(const Ask &ask, const std::vector<Spot> &spots) const;

    // The devices that are worth waiting for: the fewest of them in use. Devices that are free, or
    // that other VCs use, are among them only as far as the VC may have more (`mayAdd`). Empty when
    // there are none.
    std::vector<Spot> choose(const Ask &ask, int mayAdd, const Tenants &tenants) const;

private:
    struct Hold
    {
        std::vector<Spot> spots;
        std::vector<Spot> taken;
    };

    Rooms &m_rooms;
    std::map<qsizetype, Hold> m_holds;
    std::vector<DeviceMask> m_kept; // by node
};

} // namespace scheduling
