// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/nodeservice.h"

#include "core/base/log.h"
#include "core/rules/noderules.h"

using namespace Qt::Literals::StringLiterals;

namespace services {

namespace {

Result<> check(const model::NodeStep &step, const model::Account &account,
               const std::optional<model::NodeCordon> &cordon)
{
    auto refusal = rules::refusalOf(step.action, account, cordon);
    if (!refusal && step.action == model::NodeAction::Drain)
        refusal = rules::refusalOfDrain(step.what.drain, cordon);
    return refusal ? Result<>(rules::error(*refusal)) : Result<>();
}

model::AuditEntry entryOf(const model::NodeStep &step, const Caller &caller, const QString &node)
{
    using model::AuditAction;
    const AuditAction action = step.action == model::NodeAction::Cordon ? AuditAction::NodeCordoned
                               : step.action == model::NodeAction::Uncordon
                                   ? AuditAction::NodeUncordoned
                                   : AuditAction::NodeDrained;
    const storage::Actor actor{caller.account.id, caller.account.username, caller.address,
                               step.what.at};
    auto entry = storage::entry(actor, action, {model::AuditSubject::Node, node, node});
    entry.after.insert("reason"_L1, step.what.reason);
    if (step.action == model::NodeAction::Drain)
        entry.after.insert("drain"_L1, json::encode(step.what.drain));
    return entry;
}

} // namespace

NodeService::NodeService(storage::NodeStore &store, engines::NodeBook &book,
                         const ClusterService &cluster, const Clock &clock)
    : m_store(store)
    , m_book(book)
    , m_cluster(cluster)
    , m_clock(clock)
{
    connect(&store, &storage::NodeStore::cordonsChanged, this, &NodeService::tellBook);
    tellBook();
}

void NodeService::tellBook()
{
    m_book.setCordons(m_store.cordons());
}

QFuture<Result<model::Node>> NodeService::cordon(const Caller &caller, const QString &name,
                                                 const model::CordonRequest &request)
{
    return take(caller, name, {model::NodeAction::Cordon, {{}, {}, request.reason}});
}

QFuture<Result<model::Node>> NodeService::uncordon(const Caller &caller, const QString &name,
                                                   const model::CordonRequest &request)
{
    return take(caller, name, {model::NodeAction::Uncordon, {{}, {}, request.reason}});
}

QFuture<Result<model::Node>> NodeService::drain(const Caller &caller, const QString &name,
                                                const model::DrainRequest &request)
{
    const auto how = request.requeue ? model::Drain::Requeue : model::Drain::Wait;
    return take(caller, name, {model::NodeAction::Drain, {{}, {}, request.reason, how}});
}

QFuture<Result<model::Node>> NodeService::take(const Caller &caller, const QString &name,
                                               model::NodeStep step)
{
    const model::NodeName node(name);
    if (!rules::mayManageNodes(caller.account))
        return ready<model::Node>(rules::error(rules::NodeRefusal::NoRight));
    if (!m_book.find(node))
        return ready<model::Node>(Error{ErrorCode::NotFound, u"no such node"_s, u"name"_s});
    if (const auto checked = rules::checkNodeReason(step.what.reason); !checked)
        return ready<model::Node>(checked.error());
    step.what.actor = caller.account.username;
    step.what.at = QDateTime::fromMSecsSinceEpoch(m_clock.now().toMSecsSinceEpoch(), Qt::UTC);
    const Promise<model::Node> promise;
    const auto mayTake = [account = caller.account, step](const auto &cordon) {
        return check(step, account, cordon);
    };
    whenDone(m_store.take(node, step, mayTake, entryOf(step, caller, name)), this,
             [this, promise, node](const Result<> &taken) {
                 const auto found = m_cluster.nodesWithHolders({node});
                 if (!taken)
                     promise.finish(taken.error());
                 else if (found.isEmpty())
                     promise.finish(Error{ErrorCode::NotFound, u"no such node"_s, u"name"_s});
                 else
                     promise.finish(found.first());
             });
    return promise.future();
}

Result<model::Items<model::NodeStep>> NodeService::history(const model::Account &account,
                                                           const QString &name) const
{
    if (!rules::mayManageNodes(account))
        return rules::error(rules::NodeRefusal::NoRight);
    TRY_ASSIGN(const auto steps, m_store.history(model::NodeName(name)));
    return model::Items<model::NodeStep>{steps};
}

} // namespace services
