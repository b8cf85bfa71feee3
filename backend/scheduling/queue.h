// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/scheduling/order.h"
#include "backend/scheduling/plan.h"

#include <QHash>
#include <QSet>

#include <map>
#include <set>
#include <vector>

namespace scheduling {

// The jobs that wait, in order, kept from plan to plan as they come and go. Jobs of one person that
// ask the same of the same VC are of one kind: as long as one of them waits, so do those of its
// kind behind it. A plan that looks at the first few of each kind, down to one that only waits,
// therefore decides the same as one that looks at all, and its time does not grow with the queue. It
// must also look at those that devices are kept for or running jobs leave for, wherever they stand
// now: namedIn().
class Queue
{
public:
    // New, or as it is now.
    void put(const QueuedJob &job);
    void remove(const model::JobId &id);

    qsizetype size() const { return m_jobs.size(); }
    qsizetype kinds() const { return m_kinds.size(); }
    bool contains(const model::JobId &id) const { return m_jobs.contains(id); }

    // How many of each kind a plan looks at.
    struct Depth
    {
        int least = 1;
        QHash<int, int> more = {}; // by kind, where it must look deeper

        int of(int kind) const { return more.value(kind, least); }
    };
    QList<model::JobId> first(const Depth &depth) const;
    // Those of the VCs and device types of these jobs alone. Where nothing has changed since the
    // latest plan but that these have come, and that plan has started all it could, theirs alone
    // decide what becomes of them. The others may gain by it only where devices that were kept are
    // so no longer: isUndone(). Other devices may be worth keeping for them, a whole plan says.
    QList<model::JobId> firstBeside(const QSet<model::JobId> &arrived, const Depth &depth) const;

    // Goes deeper where the plan that looked so deep has nobody left of a kind who only waits while
    // others of it stand behind: these have not been asked, and may come before others that it
    // serves. False when there is no such kind: the plan is that of all who wait.
    bool deepen(Depth &depth, const Plan &plan) const;
    // What each kind waits for, by what the last one waits for that the plan saw of it.
    QHash<int, model::Reason> reasons(const Plan &plan) const;

    // A number for the job's kind, the same as long as the kind has jobs. The job is in the queue.
    int kindOf(const model::JobId &id) const;

    // Where a job stands in the order of its VC and device type, from 1.
    struct Standing
    {
        model::JobId job;
        int kind = 0;
        int position = 0;
    };
    // The standings, pool by pool and each in its order, from `cursor` on, at most so many; moves
    // the cursor on, and to the beginning after the last. Jobs may come and go between the calls.
    struct Cursor
    {
        qsizetype pool = 0;
        Rank after; // the last one that was given
        int position = 0; // its
    };
    std::vector<Standing> standings(Cursor &cursor, int most) const;

    // Where a job that is not in the queue would stand.
    int positionOf(const QueuedJob &job) const;

private:
    struct Pool
    {
        model::VcName vc;
        std::optional<model::DeviceType> type;
        bool operator==(const Pool &) const = default;
        friend size_t qHash(const Pool &pool, size_t seed = 0)
        {
            return qHashMulti(seed, pool.vc, pool.type.value_or(model::DeviceType()));
        }
    };
    struct Kind
    {
        qsizetype pool = 0;
        model::UserId owner;
        int tasks = 0;
        int devices = 0;
        bool distributed = false;
        bool preemptible = false;
        bool stranded = false;
        std::optional<model::JobId> madeRoomFor;
        bool operator==(const Kind &) const = default;
        friend size_t qHash(const Kind &kind, size_t seed = 0)
        {
            return qHashMulti(seed, kind.pool, kind.owner, kind.tasks, kind.devices,
                              kind.preemptible, kind.madeRoomFor.value_or(model::JobId()));
        }
    };
    using Line = std::set<Rank>; // of one kind
    void addFirst(int kind, const Depth &depth, QList<model::JobId> &jobs) const;
    struct Place
    {
        int kind = 0;
        Rank rank;
    };

    qsizetype poolOf(const QueuedJob &job);
    int kindFor(const QueuedJob &job);

    QHash<model::JobId, Place> m_jobs;
    QHash<Kind, int> m_kinds;
    std::vector<Line> m_lines; // by kind; those without jobs are used again
    std::vector<Kind> m_named; // by kind
    std::vector<int> m_empty; // kinds without jobs
    QHash<Pool, qsizetype> m_pools;
    std::vector<std::set<int>> m_kindsOfPool;
};

// Whether devices that were kept for a job are not kept for it any more, or it waits no longer.
bool isUndone(const QList<Reservation> &before, const QList<Reservation> &after);

// The jobs, queued or not, that devices are kept for or others leave for.
QSet<model::JobId> namedIn(const QList<Reservation> &reservations,
                           const QList<RunningJob> &running);

} // namespace scheduling
