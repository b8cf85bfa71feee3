// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/daemon/simulationfile.h"
#include "backend/engines/simulated/simulatedengine.h"
#include "backend/engines/simulated/virtualtime.h"
#include "core/model/job.h"

namespace services {
class ClusterService;
class JobService;
} // namespace services

namespace storage {
class AccountStore;
class Committer;
class Database;
class VcStore;
} // namespace storage

namespace berthd {

// A cluster that is simulated, and the people who use it: the past of the file is played fast, then
// time goes as the file says. Jobs are submitted, paused and killed by their owners through the
// services, like anybody's.
class Rehearsal final : public QObject
{
    Q_OBJECT

public:
    explicit Rehearsal(SimulationFile file, QObject *parent = nullptr);

    struct Stores
    {
        storage::Database &database;
        storage::Committer &committer;
        storage::AccountStore &accounts;
        storage::VcStore &vcs;
    };
    struct Services
    {
        storage::AccountStore &accounts;
        services::ClusterService &cluster;
        services::JobService &jobs;
    };

    // Whether the data are those of a simulation. Conflict for a data directory of the other kind:
    // a simulation never touches real data, nor are its data taken for real.
    static Result<> checkData(const Stores &stores, bool isRehearsal);

    const Clock &clock() const { return m_time; }
    std::unique_ptr<engines::ContainerEngine> connectEngine(const QString &installation);

    // Adds the people and VCs that are not there. All is on disk afterwards. The stores outlive it.
    Result<> fill(const Stores &stores);
    // Begins, as soon as the nodes are known. What has been played to the present once is not played
    // again: the jobs go on, on a cluster that knows nothing of them. The services outlive it.
    void play(const Services &services);
    bool isPresent() const { return m_present; } // the past has been played

    Result<> happen(const QString &words); // an incident, now

private:
    Result<> addPeople(const Stores &stores) const;
    Result<> addVcs(const Stores &stores) const;
    void begin();
    void planJobs();
    void submit(const SimulatedJobs &jobs, int number);
    void takeAnswer(const SimulatedJobs &jobs, const Result<model::Job> &job);
    void act(const SimulatedJobs &jobs, const model::JobId &id);
    void catchUp();
    void goOn();

    const SimulationFile m_file;
    const QDateTime m_begin;
    engines::VirtualTime m_time;
    engines::SimulatedCluster m_cluster;
    std::optional<Stores> m_stores;
    std::optional<Services> m_services;
    bool m_wasPlayed = false; // by an earlier start
    bool m_playing = false;
    bool m_present = false;
};

} // namespace berthd
