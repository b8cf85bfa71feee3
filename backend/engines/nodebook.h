// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/engine.h"

#include <QHash>
#include <QTimer>

namespace engines {

// The nodes as the engine last reported them: asked for when the engine says that something
// changed and at a slow pace besides. A node the engine does not report any more is forgotten. A
// node that is ready and cordoned is told as Cordoned.
class NodeBook : public QObject
{
    Q_OBJECT

public:
    // The engine outlives the book. Asks at once.
    explicit NodeBook(ContainerEngine &engine, QObject *parent = nullptr);

    const QList<model::Node> &nodes() const { return m_nodes; } // by name, without holders
    const model::Node *find(const model::NodeName &name) const; // valid until the event loop runs
    bool isKnown() const { return m_known; } // the engine has reported at least once

    void refresh();

    // What people took out of service; seen in the nodes at once.
    void setCordons(const QHash<model::NodeName, model::NodeCordon> &cordons);

signals:
    void nodeChanged(const model::Node &node);
    void nodesChanged(); // after all nodeChanged of one report, also when a node is gone

private:
    void take(QList<model::Node> reported);
    void markUnhealthy(const Error &error);
    model::Node withCordon(model::Node node) const;

    ContainerEngine &m_engine;
    QList<model::Node> m_reported;
    QList<model::Node> m_nodes; // with cordons
    QHash<model::NodeName, model::NodeCordon> m_cordons;
    QTimer m_timer;
    bool m_known = false;
    bool m_asking = false;
    bool m_askAgain = false;
};

} // namespace engines
