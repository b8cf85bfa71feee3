// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/scheduling/reasons.h"

#include <algorithm>

namespace scheduling {

namespace {

using model::Reason;
using model::ReasonCode;

Reason reason(ReasonCode code, int asked, int free = 0, int total = 0)
{
    Reason reason;
    reason.code = code;
    reason.asked = asked;
    reason.free = std::max(0, free);
    reason.total = total;
    return reason;
}

} // namespace

std::optional<Reason> neverStarts(const Ask &ask, const Quotas &quotas)
{
    if (!ask.room)
        return reason(ReasonCode::NoSuchDevices, ask.devices);
    const int nodes = ask.room->nodesEver(ask.devices);
    if (nodes == 0)
        return reason(ReasonCode::NeverFits, ask.devices, 0, ask.room->largestNode());
    if (ask.tasks > nodes)
        return reason(ReasonCode::TooFewNodes, ask.tasks, 0, nodes);
    const Pool &pool = quotas.pool(ask.pool);
    if (ask.wanted() > pool.total)
        return reason(ReasonCode::MoreThanVc, ask.wanted(), 0, pool.total);
    if (!ask.preemptible && ask.wanted() > pool.mostPerUser)
        return reason(ReasonCode::MoreThanUserLimit, ask.wanted(), 0, pool.mostPerUser);
    return std::nullopt;
}

Reasons::Reasons(Table &table)
    : m_table(table)
{
    for (const qsizetype job : table.reservations.jobs())
        m_kept.push_back({job, table.reservations.lift(job, *table.ask(job).room)});
}

Reason Reasons::of(qsizetype job)
{
    const Ask &ask = m_table.ask(job);
    if (ask.devices == 0) {
        const auto &type = m_table.job(job).deviceType;
        if (type && !ask.room)
            return reason(ReasonCode::NoSuchDevices, 0);
        return reason(ReasonCode::NotEnoughNodes, ask.tasks, m_table.rooms.nodesForNoDevices(type));
    }
    if (const auto never = neverStarts(ask, m_table.quotas))
        return *never;
    if (const auto it = m_table.promises.constFind(job); it != m_table.promises.constEnd())
        return reason(ReasonCode::FreedByPreemption, ask.wanted(), ask.wanted() - it->coming,
                      it->leaving);
    if (const auto it = m_table.behind.constFind(job); it != m_table.behind.constEnd())
        return heldFor(*it, ask);
    if (const auto quota = ofQuota(ask))
        return *quota;
    if (const auto earlier = ofEarlierJob(job, ask))
        return *earlier;
    if (const auto room = ofRoom(job, ask))
        return *room;
    const Pool &pool = m_table.quotas.pool(ask.pool);
    if (ask.wanted() > pool.left())
        return reason(ReasonCode::NotEnoughInVc, ask.wanted(), pool.left(), pool.total);
    return reason(ReasonCode::WaitingForStart, ask.wanted());
}

std::optional<Reason> Reasons::ofQuota(const Ask &ask) const
{
    const Pool &pool = m_table.quotas.pool(ask.pool);
    // What preemptible jobs hold is as good as free to a job that may evict them.
    const int free = ask.preemptible ? pool.left() : pool.leftForFirm();
    if (ask.wanted() > free)
        return reason(ReasonCode::NotEnoughInVc, ask.wanted(), free, pool.total);
    const int ofUser = m_table.quotas.freeOfUser(ask.pool, ask.owner);
    if (!ask.preemptible && ask.wanted() > ofUser)
        return reason(ReasonCode::UserLimit, ask.wanted(), ofUser, pool.mostPerUser);
    return std::nullopt;
}

std::optional<Reason> Reasons::ofEarlierJob(qsizetype job, const Ask &ask) const
{
    const Backfill &backfill = m_table.backfill;
    const auto head = backfill.head(ask.pool);
    if (head == job)
        return std::nullopt;
    if (const auto first = backfill.firstOfPerson(ask);
        first && ask.wanted() > backfill.spareOfPerson(ask))
        return heldFor(*first, ask);
    if (head && ask.wanted() > backfill.spare(ask))
        return heldFor(*head, ask);
    return std::nullopt;
}

std::optional<Reason> Reasons::ofRoom(qsizetype job, const Ask &ask)
{
    const Room &room = *ask.room;
    const int nodes = room.nodesWith(ask.devices);
    if (nodes >= ask.tasks) {
        const auto keeper = this->keeper(job, ask);
        return keeper ? std::optional(heldFor(*keeper, ask)) : std::nullopt;
    }
    if (ask.distributed)
        return reason(ReasonCode::NotEnoughNodes, ask.tasks, nodes, room.nodes());
    if (room.mostFree() >= ask.devices)
        return reason(ReasonCode::NoRingHasRoom, ask.devices);
    return reason(ReasonCode::NoNodeHasRoom, ask.devices, room.mostFree(), room.largestNode());
}

Reason Reasons::heldFor(qsizetype job, const Ask &ask) const
{
    Reason held = reason(ReasonCode::HeldForEarlierJob, ask.wanted());
    held.subject = m_table.ask(job).id.toString();
    return held;
}

std::optional<qsizetype> Reasons::keeper(qsizetype job, const Ask &ask)
{
    const auto isKept = [&](const Kept &kept) { return kept.job == job; };
    const bool keepsItself = std::any_of(m_kept.begin(), m_kept.end(), isKept);
    const std::tuple shape{ask.room, ask.tasks, ask.devices};
    if (const auto known = m_keepers.find(shape); known != m_keepers.end() && !keepsItself)
        return known->second;
    std::optional<qsizetype> found;
    for (const Kept &kept : m_kept) {
        if (found || kept.job == job || m_table.ask(kept.job).room != ask.room)
            continue;
        m_table.reservations.hold(kept.job, *ask.room, kept.spots);
        if (ask.room->nodesWith(ask.devices) < ask.tasks)
            found = kept.job;
    }
    for (const Kept &kept : m_kept)
        m_table.reservations.lift(kept.job, *m_table.ask(kept.job).room);
    if (!keepsItself)
        m_keepers[shape] = found;
    return found;
}

} // namespace scheduling
