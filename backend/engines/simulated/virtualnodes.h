// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/simulated/simulation.h"
#include "core/model/node.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace engines {

class VirtualTime;

// The nodes of a simulated cluster: which there are, who is heard of, which devices work, and
// whether the cluster answers at all.
class VirtualNodes final : public QObject
{
    Q_OBJECT

public:
    // Both outlive it.
    VirtualNodes(VirtualTime &time, const Simulation &simulation, QObject *parent = nullptr);

    QList<model::Node> report() const; // as the engine tells of them
    const model::Node *find(const model::NodeName &name) const; // an empty name: the first
    bool isSilent(const model::NodeName &name) const;
    bool isReachable() const { return m_reachable; }
    double slowness() const { return m_slowness; }
    double failingShare() const { return m_failingShare; }

    // NotFound when there is no such node or device. Doing what is done already is no error.
    Result<> happen(const Incident &incident);

signals:
    void changed(); // coalesced to one a turn
    void crashed(const model::NodeName &node);
    void returned(const model::NodeName &node);
    void reachableChanged();

private:
    Result<> happenToNode(const Incident &incident);
    void silence(const model::NodeName &name);
    void tell();

    VirtualTime &m_time;
    const Simulation &m_simulation;
    QList<model::Node> m_nodes; // in their order
    QHash<model::NodeName, qsizetype> m_places;
    QHash<model::NodeName, QDateTime> m_silent; // since when
    bool m_reachable = true;
    double m_slowness = 1;
    double m_failingShare = 0;
    QTimer m_tell;
};

} // namespace engines
