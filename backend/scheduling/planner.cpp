// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/scheduling/order.h"
#include "backend/scheduling/plan.h"
#include "backend/scheduling/quota.h"
#include "backend/scheduling/room.h"

#include <map>

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

// What is true of a node type for one size of job until somebody takes devices there.
struct Fit
{
    int nodes = 0;
    int mostFree = 0;
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
    std::optional<Obstacle> obstacle(const QueuedJob &job, int pool);
    std::optional<Obstacle> obstacleOfQuota(const QueuedJob &job, int pool) const;
    std::optional<Obstacle> obstacleOfRoom(const QueuedJob &job, int pool);
    Start start(const QueuedJob &job, int pool);
    void take(const Spot &spot, int pool);
    QList<model::TaskPlacement> placementOf(const QueuedJob &job,
                                            const std::vector<Spot> &spots) const;
    Room *roomOf(int pool) const { return m_roomOfPool[size_t(pool)]; }
    const Fit &fit(Room &room, int devices);
    void lookUpPools();

    const Snapshot &m_snapshot;
    Quotas m_quotas;
    Rooms m_rooms;
    std::vector<int> m_poolOfJob; // by index in the queue
    std::vector<Room *> m_roomOfPool; // null: no node has the type
    std::map<const Room *, std::map<int, Fit>> m_fits; // by devices
};

// First who starts, then, when all devices are given away, why the others do not: so the numbers in
// the reasons are those that hold after the starts.
Plan Planner::plan()
{
    lookUpPools();
    Plan plan;
    std::vector<qsizetype> waiting;
    for (const qsizetype i : order(m_snapshot.queue)) {
        const QueuedJob &job = m_snapshot.queue[i];
        const int pool = m_poolOfJob[size_t(i)];
        if (obstacle(job, pool))
            waiting.push_back(i);
        else
            plan.start.append(start(job, pool));
    }

    std::vector<int> positions(size_t(m_quotas.pools()), 0);
    plan.waiting.reserve(qsizetype(waiting.size()));
    for (const qsizetype i : waiting) {
        const QueuedJob &job = m_snapshot.queue[i];
        const int pool = m_poolOfJob[size_t(i)];
        const Obstacle why = obstacle(job, pool).value_or(Obstacle{});
        Waiting &entry = plan.waiting.emplace_back();
        entry.job = job.id;
        entry.reason.code = why.code;
        entry.reason.asked = why.asked;
        entry.reason.free = why.free;
        entry.reason.total = why.total;
        entry.position = ++positions[size_t(pool)];
    }
    return plan;
}

void Planner::lookUpPools()
{
    m_poolOfJob.reserve(size_t(m_snapshot.queue.size()));
    for (const QueuedJob &job : m_snapshot.queue) {
        const int pool = m_quotas.poolOf(job.vc, job.deviceType);
        m_poolOfJob.push_back(pool);
        if (size_t(pool) >= m_roomOfPool.size())
            m_roomOfPool.resize(size_t(pool) + 1, nullptr);
        if (!m_roomOfPool[size_t(pool)])
            m_roomOfPool[size_t(pool)] = m_rooms.room(job.deviceType);
    }
}

std::optional<Obstacle> Planner::obstacle(const QueuedJob &job, int pool)
{
    if (job.devices == 0) {
        const int nodes = m_rooms.nodesForNoDevices(job.deviceType);
        if (nodes >= job.tasks)
            return std::nullopt;
        if (job.deviceType && !roomOf(pool))
            return Obstacle{.code = ReasonCode::NoSuchDevices};
        return Obstacle{.code = ReasonCode::NotEnoughNodes, .asked = job.tasks, .free = nodes};
    }
    const Room *room = roomOf(pool);
    if (!room)
        return Obstacle{.code = ReasonCode::NoSuchDevices, .asked = job.devices};
    if (job.devices > room->largestNode())
        return Obstacle{
            .code = ReasonCode::NeverFits, .asked = job.devices, .total = room->largestNode()};
    if (const auto quota = obstacleOfQuota(job, pool))
        return quota;
    return obstacleOfRoom(job, pool);
}

std::optional<Obstacle> Planner::obstacleOfQuota(const QueuedJob &job, int pool) const
{
    const Pool &vc = m_quotas.pool(pool);
    const int asked = job.devices * job.tasks;
    if (asked > vc.free())
        return Obstacle{ReasonCode::NotEnoughInVc, asked, vc.free(), vc.total};
    if (job.preemptible)
        return std::nullopt;
    if (const int free = m_quotas.freeOfUser(pool, job.owner); asked > free)
        return Obstacle{ReasonCode::UserLimit, asked, free, vc.mostPerUser};
    return std::nullopt;
}

std::optional<Obstacle> Planner::obstacleOfRoom(const QueuedJob &job, int pool)
{
    Room &room = *roomOf(pool);
    const Fit &found = fit(room, job.devices);
    if (found.nodes >= job.tasks)
        return std::nullopt;
    if (job.kind == model::JobKind::Distributed)
        return Obstacle{ReasonCode::NotEnoughNodes, job.tasks, found.nodes, room.nodes()};
    if (found.mostFree >= job.devices)
        return Obstacle{.code = ReasonCode::NoRingHasRoom, .asked = job.devices};
    return Obstacle{ReasonCode::NoNodeHasRoom, job.devices, found.mostFree, room.largestNode()};
}

const Fit &Planner::fit(Room &room, int devices)
{
    const auto [it, isNew] = m_fits[&room].try_emplace(devices);
    if (isNew)
        it->second = {room.nodesWith(devices), room.mostFree()};
    return it->second;
}

Start Planner::start(const QueuedJob &job, int pool)
{
    std::vector<Spot> spots;
    if (job.devices == 0) {
        for (const int node : m_rooms.findForNoDevices(job.deviceType, job.tasks))
            spots.push_back({node, 0});
    } else {
        spots = roomOf(pool)->find(job.devices, job.tasks);
    }
    for (const Spot &spot : spots)
        take(spot, pool);
    m_quotas.take(pool, job.owner, job.devices * job.tasks, job.preemptible);
    return {job.id, placementOf(job, spots)};
}

void Planner::take(const Spot &spot, int pool)
{
    if (spot.devices == 0) {
        m_rooms.takeForNoDevices(spot.node);
        return;
    }
    roomOf(pool)->take(spot);
    m_fits[roomOf(pool)].clear();
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
