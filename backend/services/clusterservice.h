// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/nodebook.h"
#include "backend/storage/jobstore.h"
#include "backend/storage/vcstore.h"
#include "core/model/account.h"
#include "core/rules/jobrules.h"

namespace services {

struct ClusterSettings
{
    QString name;
    QString version;
    QString supportAddress;
    bool sendsSupport = false; // mails to it go through the server
    QList<model::DeviceTypeInfo> deviceTypes; // as configured; what the nodes have is added
};

// Where the facts come from; all of it outlives the service.
struct ClusterSources
{
    engines::ContainerEngine &engine;
    const engines::NodeBook &nodes;
    storage::VcStore &vcs;
    const storage::JobStore &jobs;
};

// The active jobs of each VC. Valid until the event loop runs.
using JobsOfVcs = QHash<model::VcName, QList<const model::Job *>>;
JobsOfVcs jobsOfVcs(const storage::JobStore &jobs);

// Devices of a VC, by type, that take no work.
using UnschedulableShares = QHash<std::pair<model::VcName, model::DeviceType>, int>;

// What the cluster is, what it has and who holds it.
class ClusterService : public QObject
{
    Q_OBJECT

public:
    ClusterService(const ClusterSources &sources, ClusterSettings settings);

    model::Cluster cluster() const;
    QList<model::DeviceTypeInfo> deviceTypes() const;
    bool isKnown() const; // the engine has said what nodes there are

    // Forbidden without the right to view the cluster's status.
    Result<model::Items<model::Node>> nodes(const model::Account &account) const;
    QList<model::Node> nodesWithHolders(const QList<model::NodeName> &names) const;

    // The person's VCs, or all of them for those who may view VCs.
    Result<model::Items<model::VcStatus>> vcs(const model::Account &account) const;
    bool maySee(const model::Account &account, const model::VcName &vc) const;

    // What a job for the VC is held against. NotFound when there is no such VC.
    Result<rules::JobLimits> limits(const model::VcName &vc) const;

signals:
    void clusterChanged(); // facts or reachability
    void nodeChanged(const model::NodeName &name);
    void vcChanged(const model::VcName &name);

private:
    void takeNodes();
    void followCluster();

    ClusterSources m_from;
    const ClusterSettings m_settings;
    QList<model::DeviceTypeInfo> m_lastTypes;
};

} // namespace services
