// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/scheduling/order.h"
#include "backend/scheduling/plan.h"
#include "backend/scheduling/quota.h"
#include "backend/scheduling/room.h"

namespace scheduling {

namespace {

using model::ReasonCode;

// Why a job cannot start, without the texts that a Reason has room for.
struct Obstacle
{
    ReasonCode code = ReasonCode::WaitingForStart;
    int asked = 0;
    int free = 0;
    int total = 0;
};

// What a job asks for, small and with numbers in the place of names: all waiting jobs are looked at
// in every pass.
struct Ask
{
    int pool = 0;
    int tasks = 0;
    int devices = 0; // of each task
    model::UserId owner;
    bool preemptible = false;
    bool distributed = false;
};

class Planner
{
public:
    explicit Planner(const Snapshot &snapshot)
        : m_snapshot(snapshot)
        , m_quotas(snapshot)
        , m_rooms(snapshot)
    { }

    Plan plan();

private:
    std::vector<Ask> asks();
    std::optional<Obstacle> obstacle(const Ask &ask) const;
    std::optional<Obstacle> obstacleOfQuota(const Ask &ask) const;
    std::optional<Obstacle> obstacleOfRoom(const Ask &ask) const;
    Start start(const QueuedJob &job, const Ask &ask);
    QList<model::TaskPlacement> placementOf(const QueuedJob &job,
                                            const std::vector<Spot> &spots) const;
    void tellWaiting(Plan &plan, const std::vector<qsizetype> &waiting,
                     const std::vector<Ask> &asks) const;

    struct Kind
    {
        std::optional<model::DeviceType> type;
        Room *room = nullptr; // null: no node has the type
    };
    Room *roomOf(const Ask &ask) const { return m_kinds[size_t(ask.pool)].room; }

    const Snapshot &m_snapshot;
    Quotas m_quotas;
    Rooms m_rooms;
    std::vector<Kind> m_kinds; // by pool
};

// First who starts, then, when all devices are given away, why the others do not: so the numbers in
// the reasons are those that hold after the starts.
Plan Planner::plan()
{
    const std::vector<Ask> asks = this->asks();
    Plan plan;
    std::vector<qsizetype> waiting;
    for (const qsizetype i : order(m_snapshot.queue)) {
        const Ask &ask = asks[size_t(i)];
        if (obstacle(ask))
            waiting.push_back(i);
        else
            plan.start.append(start(m_snapshot.queue[i], ask));
    }
    tellWaiting(plan, waiting, asks);
    return plan;
}

void Planner::tellWaiting(Plan &plan, const std::vector<qsizetype> &waiting,
                          const std::vector<Ask> &asks) const
{
    std::vector<int> positions(size_t(m_quotas.pools()), 0);
    plan.waiting.reserve(qsizetype(waiting.size()));
    for (const qsizetype i : waiting) {
        const Ask &ask = asks[size_t(i)];
        const Obstacle why = obstacle(ask).value_or(Obstacle{});
        Waiting &entry = plan.waiting.emplace_back();
        entry.job = m_snapshot.queue[i].id;
        entry.reason.code = why.code;
        entry.reason.asked = why.asked;
        entry.reason.free = why.free;
        entry.reason.total = why.total;
        entry.position = ++positions[size_t(ask.pool)];
    }
}

std::vector<Ask> Planner::asks()
{
    std::vector<Ask> asks;
    asks.reserve(size_t(m_snapshot.queue.size()));
    for (const QueuedJob &job : m_snapshot.queue) {
        const int pool = m_quotas.poolOf(job.vc, job.deviceType);
        for (size_t known = m_kinds.size(); known <= size_t(pool); ++known)
            m_kinds.emplace_back();
        if (Kind &kind = m_kinds[size_t(pool)]; job.deviceType && !kind.type)
            kind = {job.deviceType, m_rooms.room(job.deviceType)};
        asks.push_back({pool, job.tasks, job.devices, job.owner, job.preemptible,
                        job.kind == model::JobKind::Distributed});
    }
    return asks;
}

std::optional<Obstacle> Planner::obstacle(const Ask &ask) const
{
    const Kind &kind = m_kinds[size_t(ask.pool)];
    if (ask.devices == 0) {
        const int nodes = m_rooms.nodesForNoDevices(kind.type);
        if (nodes >= ask.tasks)
            return std::nullopt;
        if (kind.type && !kind.room)
            return Obstacle{.code = ReasonCode::NoSuchDevices};
        return Obstacle{.code = ReasonCode::NotEnoughNodes, .asked = ask.tasks, .free = nodes};
    }
    if (!kind.room)
        return Obstacle{.code = ReasonCode::NoSuchDevices, .asked = ask.devices};
    if (const int largest = kind.room->largestNode(); ask.devices > largest)
        return Obstacle{.code = ReasonCode::NeverFits, .asked = ask.devices, .total = largest};
    if (const auto quota = obstacleOfQuota(ask))
        return quota;
    return obstacleOfRoom(ask);
}

std::optional<Obstacle> Planner::obstacleOfQuota(const Ask &ask) const
{
    const Pool &vc = m_quotas.pool(ask.pool);
    const int asked = ask.devices * ask.tasks;
    if (asked > vc.free())
        return Obstacle{ReasonCode::NotEnoughInVc, asked, vc.free(), vc.total};
    if (ask.preemptible)
        return std::nullopt;
    if (const int free = m_quotas.freeOfUser(ask.pool, ask.owner); asked > free)
        return Obstacle{ReasonCode::UserLimit, asked, free, vc.mostPerUser};
    return std::nullopt;
}

std::optional<Obstacle> Planner::obstacleOfRoom(const Ask &ask) const
{
    const Room &room = *roomOf(ask);
    const int nodes = room.nodesWith(ask.devices);
    if (nodes >= ask.tasks)
        return std::nullopt;
    if (ask.distributed)
        return Obstacle{ReasonCode::NotEnoughNodes, ask.tasks, nodes, room.nodes()};
    if (room.mostFree() >= ask.devices)
        return Obstacle{.code = ReasonCode::NoRingHasRoom, .asked = ask.devices};
    return Obstacle{ReasonCode::NoNodeHasRoom, ask.devices, room.mostFree(), room.largestNode()};
}

Start Planner::start(const QueuedJob &job, const Ask &ask)
{
    std::vector<Spot> spots;
    if (ask.devices == 0) {
        for (const int node : m_rooms.findForNoDevices(job.deviceType, ask.tasks)) {
            m_rooms.takeForNoDevices(node);
            spots.push_back({node, 0});
        }
    } else {
        spots = roomOf(ask)->find(ask.devices, ask.tasks);
        for (const Spot &spot : spots)
            roomOf(ask)->take(spot);
    }
    m_quotas.take(ask.pool, ask.owner, ask.devices * ask.tasks, ask.preemptible);
    return {job.id, placementOf(job, spots)};
}

QList<model::TaskPlacement> Planner::placementOf(const QueuedJob &job,
                                                 const std::vector<Spot> &spots) const
{
    const bool isRegular = job.kind == model::JobKind::Regular;
    QList<model::TaskPlacement> placement;
    if (!isRegular)
        placement.append({QStringLiteral("ps0"), m_rooms.name(spots.front().node), {}});
    for (size_t i = 0; i < spots.size(); ++i) {
        QList<int> indices;
        for (DeviceMask rest = spots[i].devices; rest != 0; rest &= rest - 1)
            indices.append(std::countr_zero(rest));
        placement.append({isRegular ? QStringLiteral("main") : QStringLiteral("worker%1").arg(i),
                          m_rooms.name(spots[i].node), indices});
    }
    return placement;
}

} // namespace

Plan plan(const Snapshot &snapshot)
{
    return Planner(snapshot).plan();
}

} // namespace scheduling
