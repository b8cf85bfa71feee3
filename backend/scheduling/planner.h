// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/scheduling/plan.h"
#include "backend/scheduling/table.h"

#include <map>
#include <set>
#include <tuple>

namespace scheduling {

// One pass: first the jobs that others made room for, then the VCs that have devices kept for their
// first job, then everybody in order.
class Planner
{
public:
    explicit Planner(const Snapshot &snapshot)
        : m_table(snapshot)
    { }

    Plan plan();

private:
    using Spots = std::vector<Spot>;
    using Ids = std::vector<model::JobId>;

    void readPromises();
    void readReservations();

    void keepPromise(qsizetype job);
    void settlePools();
    bool settle(int pool); // true when devices that were kept are free now
    void serveQueue();
    void serve(qsizetype job, const Spots &wish = {});

    bool start(qsizetype job, const Spots &wish);
    bool startWithoutDevices(qsizetype job);
    bool preempt(qsizetype job);
    void promise(qsizetype job, const Spots &spots, const Ids &leaving);
    void keep(qsizetype job, const Spots &wish);

    Spots findBeside(const Ask &ask, const Spots &given, const Spots &wish) const;
    Spots spotsOf(const Ask &ask, const Ids &jobs) const;
    bool isFree(const Ask &ask, const Spots &spots) const;
    QList<Holding> holdingsOf(const Spots &spots) const;
    Plan result();

    Table m_table;
    std::map<qsizetype, Ids> m_leaving; // by the job they make room for
    std::map<qsizetype, std::vector<qsizetype>> m_madeRoom; // those of them that are queued again
    std::map<qsizetype, Start> m_starts;
    std::map<qsizetype, Ids> m_evictions;
    std::map<int, qsizetype> m_reserved; // by pool: the job that devices are kept for
    std::map<int, std::vector<qsizetype>> m_queues; // of these pools
    std::set<std::tuple<int, int, int>> m_hopeless; // pool, tasks, devices: no victims are enough
};

} // namespace scheduling
