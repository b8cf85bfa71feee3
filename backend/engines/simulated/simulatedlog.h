// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/simulated/simulatedengine.h"

namespace engines {

// The lines of a virtual container's log that are written by now.
QList<model::LogLine> linesOf(const VirtualContainers::Container &container, const LogRange &range,
                              const QDateTime &now);

// Follows the log of a virtual container: wakes when its next line is due, when it ends, and when
// it or the cluster goes away.
class SimulatedFollower final : public LogFollower
{
    Q_OBJECT

public:
    SimulatedFollower(SimulatedCluster &cluster, VirtualContainers::Key key, LogRange range);

private:
    void look();
    void lookSoon();
    Result<const VirtualContainers::Container *> find();
    void finish(const std::optional<Error> &error);

    SimulatedCluster &m_cluster;
    const VirtualContainers::Key m_key;
    const LogRange m_range;
    std::optional<qint64> m_told; // lines that have been told, or were left out
    quint64 m_wake = 0;
    QTimer m_soon;
    bool m_ended = false;
};

} // namespace engines
