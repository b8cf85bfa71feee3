// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/nodecommands.h"

#include "app/api/livestore.h"
#include "app/dialogs/nodehistorydialog.h"
#include "app/text/errortext.h"
#include "app/text/nodeactiontext.h"
#include "app/widgets/toast.h"
#include "core/api/nodes.h"
#include "core/client/apiclient.h"

#include <QWidget>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

using model::NodeAction;

namespace {

constexpr auto kHistory = "history"_L1;

QString idOf(NodeAction action)
{
    return json::nameOf(action);
}

Icon iconOf(NodeAction action)
{
    return action == NodeAction::Cordon     ? Icon::Lock
           : action == NodeAction::Uncordon ? Icon::Play
                                            : Icon::SignOut;
}

} // namespace

NodeCommands::NodeCommands(LiveStore &store, QWidget *over)
    : QObject(over)
    , m_store(store)
    , m_over(over)
{ }

QString NodeCommands::whyNot(NodeAction action, const QList<model::Node> &nodes) const
{
    QString why;
    for (const model::Node &node : nodes) {
        const auto refused = rules::refusalOf(action, m_store.account(), node.cordon);
        if (!refused)
            return {};
        why = NodeActionText::refusal(*refused);
    }
    return why;
}

RowAction NodeCommands::offer(NodeAction action, const QList<model::Node> &nodes) const
{
    const QString why = whyNot(action, nodes);
    RowAction offer;
    offer.id = idOf(action);
    offer.text = action == NodeAction::Cordon     ? tr("Cordon…")
                 : action == NodeAction::Uncordon ? tr("Uncordon…")
                                                  : tr("Drain…");
    offer.icon = iconOf(action);
    offer.enabled = why.isEmpty();
    const QString means = action == NodeAction::Cordon ? tr("Cordon: it takes no new work")
                          : action == NodeAction::Uncordon
                              ? tr("Uncordon: it takes new work again")
                              : tr("Drain: no new work, and its jobs end or go back to the queue");
    offer.toolTip = why.isEmpty() ? means : means.section(u':', 0, 0) + u": "_s + why;
    return offer;
}

QList<RowAction> NodeCommands::offers(const QList<model::Node> &nodes) const
{
    if (nodes.isEmpty())
        return {};
    const bool allClosed =
        std::ranges::all_of(nodes, [](const model::Node &node) { return node.cordon.has_value(); });
    const bool anyClosed =
        std::ranges::any_of(nodes, [](const model::Node &node) { return node.cordon.has_value(); });
    QList<RowAction> actions;
    if (!allClosed)
        actions << offer(NodeAction::Cordon, nodes);
    if (anyClosed)
        actions << offer(NodeAction::Uncordon, nodes);
    actions << offer(NodeAction::Drain, nodes);
    if (nodes.size() == 1 && rules::mayManageNodes(m_store.account())) {
        RowAction history;
        history.id = kHistory;
        history.text = tr("History…");
        history.icon = Icon::Clock;
        history.toolTip = tr("Who took it out of service and back");
        actions << history;
    }
    return actions;
}

void NodeCommands::run(const QString &action, const QList<model::Node> &nodes)
{
    if (action == kHistory && nodes.size() == 1)
        return showHistory(nodes.first().name);
    for (const NodeAction each : {NodeAction::Cordon, NodeAction::Uncordon, NodeAction::Drain}) {
        if (idOf(each) != action)
            continue;
        QList<model::NodeName> willing;
        for (const model::Node &node : nodes) {
            if (!rules::refusalOf(each, m_store.account(), node.cordon))
                willing << node.name;
        }
        if (!willing.isEmpty())
            ask(each, willing);
    }
}

void NodeCommands::ask(NodeAction action, const QList<model::NodeName> &nodes)
{
    auto *dialog = new NodeDialog(action, nodes, m_over->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setCluster(m_store.nodes());
    connect(&m_store, &LiveStore::nodesChanged, dialog,
            [this, dialog] { dialog->setCluster(m_store.nodes()); });
    connect(dialog, &NodeDialog::chosen, this,
            [this, dialog](const NodeOrder &order) { send(dialog, needed(order)); });
    dialog->open();
}

NodeOrder NodeCommands::needed(const NodeOrder &order) const
{
    const auto how = order.requeue ? model::Drain::Requeue : model::Drain::Wait;
    NodeOrder needed = order;
    for (const model::Node &node : m_store.nodes()) {
        if (order.action == NodeAction::Drain && rules::refusalOfDrain(how, node.cordon))
            needed.nodes.removeOne(node.name);
    }
    return needed.nodes.isEmpty() ? order : needed;
}

void NodeCommands::send(NodeDialog *dialog, const NodeOrder &order)
{
    m_missing = int(order.nodes.size());
    m_problem.reset();
    for (const model::NodeName &node : order.nodes)
        whenDone(sendOne(order, node), dialog,
                 [this, dialog, order](const auto &answer) { take(dialog, order, answer); });
}

QFuture<Result<model::Node>> NodeCommands::sendOne(const NodeOrder &order,
                                                   const model::NodeName &node) const
{
    client::ApiClient &api = m_store.api();
    const QStringList path{node.toString()};
    if (order.action == NodeAction::Drain)
        return api.call(api::drainNode, path, model::DrainRequest{order.reason, order.requeue});
    const model::CordonRequest request{order.reason};
    return order.action == NodeAction::Cordon ? api.call(api::cordonNode, path, request)
                                              : api.call(api::uncordonNode, path, request);
}

void NodeCommands::take(NodeDialog *dialog, const NodeOrder &order,
                        const Result<model::Node> &answer)
{
    if (!answer && !m_problem)
        m_problem = answer.error();
    if (--m_missing > 0)
        return;
    if (m_problem)
        return dialog->showProblem(m_problem->field, ErrorText::of(*m_problem));
    dialog->accept();
    Toast::say(m_over, NodeActionText::done(order.action, order.nodes));
}

void NodeCommands::showHistory(const model::NodeName &node)
{
    using Steps = Result<model::Items<model::NodeStep>>;
    auto *dialog = new NodeHistoryDialog(node, m_over->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    whenDone(m_store.api().call(api::nodeHistory, {node.toString()}), dialog,
             [dialog](const Steps &steps) {
                 if (steps)
                     dialog->setSteps(steps->items);
                 else
                     dialog->showProblem(ErrorText::of(steps.error()));
             });
    dialog->open();
}
