// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/caller.h"
#include "backend/services/clusterservice.h"
#include "backend/storage/peoplestore.h"
#include "backend/storage/templatestore.h"

namespace services {

// How the cluster is shared out into virtual clusters. Each change is one transaction that checks
// every rule of core/rules/vcrules.h as things are then.
class VcService
{
public:
    // All of it outlives the service.
    struct Sources
    {
        storage::VcStore &vcs;
        storage::JobStore &jobs;
        storage::TemplateStore &templates;
        storage::PeopleStore &people;
        const ClusterService &cluster;
    };
    VcService(const Sources &sources, const Clock &clock);

    // Forbidden for those who may neither view nor manage VCs.
    Result<model::VcShares> shares(const model::Account &account) const;

    // By name; Forbidden for those who do not look after people.
    Result<model::VcNames> names(const model::Account &account) const;

    // InvalidInput names the field, Conflict the name that is taken. Unavailable as long as the
    // cluster's nodes are not known.
    QFuture<Result<model::VcShare>> create(const Caller &caller, const model::VirtualCluster &vc);
    // A VC that followed the cluster does so no more.
    QFuture<Result<model::VcShare>> change(const Caller &caller, const QString &name,
                                           const model::VcChange &change);
    // Its queued and paused jobs are killed with it; their history stays. Its team's templates go.
    QFuture<Result<model::Nothing>> remove(const Caller &caller, const QString &name,
                                           const model::VcDeletion &deletion);

private:
    Result<model::Account> checkRight(const Caller &caller) const; // within a transaction
    Result<model::VcShares> stored() const; // quotas and devices, as the commit will leave them
    Result<model::VcShare> find(const model::VcName &name) const; // within a transaction
    QList<model::DeviceShare> devices(const QList<model::VirtualCluster> &vcs) const;
    Result<> note(const storage::Actor &actor, model::AuditAction action,
                  const model::VirtualCluster &before, const model::VirtualCluster &after,
                  int lostJobs = 0) const;
    void tellEverybody(); // that the VCs they may use are others
    Result<QList<model::Job>> killAll(const model::VcName &vc, const storage::Actor &actor);

    Sources m_from;
    const Clock &m_clock;
};

} // namespace services
