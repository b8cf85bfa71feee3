// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/scheduling/order.h"
#include "backend/scheduling/plan.h"
#include "backend/scheduling/poolname.h"
#include "backend/scheduling/scope.h"

#include <QHash>
#include <QSet>

#include <map>
#include <set>
#include <vector>

namespace scheduling {

// What jobs of a pool wait for: those of a kind for the same, but for some.
struct WaitReasons
{
    QHash<int, model::Reason> ofKinds;
    QHash<model::JobId, model::Reason> ofSome;

    model::Reason of(const model::JobId &job, int kind) const
    {
        const auto it = ofSome.constFind(job);
        return it == ofSome.constEnd() ? ofKinds.value(kind) : *it;
    }
    bool operator==(const WaitReasons &) const = default;
};

// The jobs that wait, in order, kept from plan to plan as they come and go. Jobs of one person that
// ask the same of the same VC are of one kind: as long as one of them waits, so do those of its
// kind behind it. A plan that looks at the first few of each kind, down to one that only waits,
// therefore decides the same as one that looks at all, and its time does not grow with the queue. It
// must also look at those that devices are kept for or running jobs leave for, wherever they stand
// now: namedIn().
//
// Where a plan has started all it could, and then something changes in one pool alone, only the jobs
// there can gain by it; by devices that were given up also those of gaining(); by devices that were
// kept and are so no longer everybody: isUndone(). A plan that looks at these pools decides the same
// as one that looks at all. Other devices may be worth keeping for the others, a whole plan says.
class Queue
{
public:
    // New, or as it is now.
    void put(const QueuedJob &job);
    void remove(const model::JobId &id);

    qsizetype size() const { return m_jobs.size(); }
    bool contains(const model::JobId &id) const { return m_jobs.contains(id); }
    QueuedJob job(const model::JobId &id) const; // it is in the queue

    // A number for a VC and device type, for ever.
    int poolOf(const PoolName &name);
    int poolOf(const model::JobId &id) const; // it is in the queue
    std::set<int> pools() const; // with jobs
    qsizetype kindsIn(const Scope &scope) const;

    // The pools with jobs that may start or evict now that devices of these types were given up.
    std::set<int> gaining(const Snapshot &snapshot, const QSet<model::DeviceType> &types) const;

    QList<QueuedJob> first(const Scope &scope) const;

    // Goes deeper where the plan that looked so deep has nobody left of a kind who only waits while
    // others of it stand behind: these have not been asked, and may come before others that it
    // serves. False when there is no such kind: the plan is that of all in the scope's pools.
    bool deepen(Scope &scope, const Plan &plan) const;
    // By pool of the scope: what each kind waits for, by what the last one waits for that the plan
    // saw of it, and those it saw who wait for something else.
    std::map<int, WaitReasons> reasons(const Scope &scope, const Plan &plan) const;

    // A number for the job's kind, the same as long as the kind has jobs. The job is in the queue.
    int kindOf(const model::JobId &id) const;

    // Where a job stands in the order of its VC and device type, from 1.
    struct Standing
    {
        model::JobId job;
        int kind = 0;
        int position = 0;
    };
    // The standings of a pool, in order, at most so many from where the cursor is, which moves on.
    // Fewer: these were the last. Jobs may come and go between the calls.
    struct Cursor
    {
        Rank after; // the last one that was given
        int position = 0; // its
    };
    std::vector<Standing> standings(int pool, Cursor &cursor, int most) const;

    // Where a job that is not in the queue would stand.
    int positionOf(const QueuedJob &job) const;

private:
    struct Kind
    {
        int pool = 0;
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
    struct Place
    {
        int kind = 0;
        Rank rank;
    };

    int kindFor(const QueuedJob &job);
    QueuedJob jobOf(int kind, const Rank &rank) const;

    QHash<model::JobId, Place> m_jobs;
    QHash<Kind, int> m_kinds;
    std::vector<Line> m_lines; // by kind; those without jobs are used again
    std::vector<Kind> m_named; // by kind
    std::vector<int> m_empty; // kinds without jobs
    QHash<PoolName, int> m_pools;
    std::vector<PoolName> m_poolNames;
    std::vector<std::set<int>> m_kindsOfPool;
};

} // namespace scheduling
