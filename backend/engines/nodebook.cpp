// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/nodebook.h"

#include <algorithm>

namespace engines {

namespace {

constexpr std::chrono::seconds kPace{10};

} // namespace

NodeBook::NodeBook(ContainerEngine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{
    connect(&engine, &ContainerEngine::changed, this, &NodeBook::refresh);
    connect(&m_timer, &QTimer::timeout, this, &NodeBook::refresh);
    m_timer.start(kPace);
    refresh();
}

const model::Node *NodeBook::find(const model::NodeName &name) const
{
    const auto it =
        std::lower_bound(m_nodes.begin(), m_nodes.end(), name,
                         [](const auto &node, const auto &wanted) { return node.name < wanted; });
    return it == m_nodes.end() || it->name != name ? nullptr : &*it;
}

void NodeBook::refresh()
{
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    whenDone(m_engine.nodes(), this, [this](const Result<QList<model::Node>> &nodes) {
        m_asking = false;
        if (nodes)
            take(*nodes);
        else
            markUnhealthy(nodes.error());
        if (std::exchange(m_askAgain, false))
            refresh();
    });
}

void NodeBook::setCordons(const QHash<model::NodeName, model::NodeCordon> &cordons)
{
    m_cordons = cordons;
    if (m_known)
        take(m_reported);
}

model::Node NodeBook::withCordon(model::Node node) const
{
    const auto cordon = m_cordons.constFind(node.name);
    if (cordon == m_cordons.constEnd())
        return node;
    node.cordon = *cordon;
    if (node.state == model::NodeState::Ready) {
        node.state = model::NodeState::Cordoned;
        node.detail = cordon->reason;
    }
    return node;
}

void NodeBook::take(QList<model::Node> reported)
{
    QList<model::Node> nodes;
    for (const model::Node &node : std::as_const(reported))
        nodes.append(withCordon(node));
    m_reported = std::move(reported);
    const auto byName = [](const auto &a, const auto &b) { return a.name < b.name; };
    std::sort(nodes.begin(), nodes.end(), byName);
    const bool first = !std::exchange(m_known, true);
    if (nodes == m_nodes && !first)
        return;
    const QList<model::Node> before = std::exchange(m_nodes, std::move(nodes));
    for (const model::Node &node : std::as_const(m_nodes)) {
        const auto known = std::lower_bound(before.begin(), before.end(), node, byName);
        if (known == before.end() || *known != node)
            emit nodeChanged(node);
    }
    emit nodesChanged();
}

void NodeBook::markUnhealthy(const Error &error)
{
    QList<model::Node> nodes = m_reported;
    for (model::Node &node : nodes) {
        if (node.state == model::NodeState::Ready) {
            node.state = model::NodeState::Unhealthy;
            node.detail = error.detail;
        }
    }
    if (m_known)
        take(std::move(nodes));
}

} // namespace engines
