// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/nodebook.h"
#include "backend/services/caller.h"
#include "backend/services/clusterservice.h"
#include "backend/storage/nodestore.h"
#include "core/base/clock.h"
#include "core/model/page.h"

namespace services {

// Takes nodes out of service and back, for those who may. What stands in the store is told to the
// book of nodes, from the start on, so that everybody who looks at a node sees it.
class NodeService : public QObject
{
    Q_OBJECT

public:
    // All of it outlives the service.
    NodeService(storage::NodeStore &store, engines::NodeBook &book, const ClusterService &cluster,
                const Clock &clock);

    // NotFound for a node that the engine does not report, InvalidInput without a reason,
    // Forbidden and Conflict as core/rules/noderules.h says. Answers with the node as it is then.
    QFuture<Result<model::Node>> cordon(const Caller &caller, const QString &name,
                                        const model::CordonRequest &request);
    QFuture<Result<model::Node>> uncordon(const Caller &caller, const QString &name,
                                          const model::CordonRequest &request);
    QFuture<Result<model::Node>> drain(const Caller &caller, const QString &name,
                                       const model::DrainRequest &request);

    // Newest first; also of a node that is not there any more.
    Result<model::Items<model::NodeStep>> history(const model::Account &account,
                                                  const QString &name) const;

private:
    QFuture<Result<model::Node>> take(const Caller &caller, const QString &name,
                                      model::NodeStep step);
    void tellBook();

    storage::NodeStore &m_store;
    engines::NodeBook &m_book;
    const ClusterService &m_cluster;
    const Clock &m_clock;
};

} // namespace services
