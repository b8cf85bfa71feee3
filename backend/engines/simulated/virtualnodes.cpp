// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/simulated/virtualnodes.h"

#include "backend/engines/simulated/virtualtime.h"

using namespace Qt::Literals::StringLiterals;

namespace engines {

namespace {

// 10.<group>.<hundreds>.<rest>, from 1.
QString addressOf(qsizetype group, int index)
{
    constexpr int kHosts = 250;
    return u"10.%1.%2.%3"_s.arg(group + 1).arg(index / kHosts).arg(index % kHosts + 1);
}

QString nameOf(const SimulatedNodes &nodes, int index)
{
    if (nodes.count == 1)
        return nodes.name;
    const auto width = QString::number(nodes.count).size();
    return nodes.name + u"%1"_s.arg(index + 1, int(width), 10, QChar(u'0'));
}

} // namespace

VirtualNodes::VirtualNodes(VirtualTime &time, const Simulation &simulation, QObject *parent)
    : QObject(parent)
    , m_time(time)
    , m_simulation(simulation)
{
    for (const SimulatedNodes &nodes : simulation.nodes) {
        const auto group = &nodes - simulation.nodes.constData();
        for (int index = 0; index < nodes.count; ++index) {
            model::Node node;
            node.name = model::NodeName(nameOf(nodes, index));
            node.address = addressOf(group, index);
            node.deviceType = nodes.deviceType;
            for (int device = 0; device < nodes.devices; ++device)
                node.devices.append({device, true, {}});
            m_places.insert(node.name, m_nodes.size());
            m_nodes.append(node);
        }
    }
    m_tell.setSingleShot(true);
    m_tell.setInterval(0);
    connect(&m_tell, &QTimer::timeout, this, &VirtualNodes::changed);
}

QList<model::Node> VirtualNodes::report() const
{
    QList<model::Node> nodes = m_nodes;
    for (auto it = m_silent.begin(); it != m_silent.end(); ++it) {
        model::Node &node = nodes[m_places.value(it.key())];
        const bool lost = it->addSecs(m_simulation.lostAfter.count()) <= m_time.now();
        node.state = lost ? model::NodeState::Lost : model::NodeState::Unhealthy;
        node.detail = u"no news since "_s % it->toString(Qt::ISODate);
    }
    return nodes;
}

const model::Node *VirtualNodes::find(const model::NodeName &name) const
{
    if (name.isEmpty())
        return m_nodes.isEmpty() ? nullptr : &m_nodes.first();
    const auto place = m_places.constFind(name);
    return place == m_places.constEnd() ? nullptr : &m_nodes.at(*place);
}

bool VirtualNodes::isSilent(const model::NodeName &name) const
{
    return m_silent.contains(name);
}

Result<> VirtualNodes::happen(const Incident &incident)
{
    using Kind = Incident::Kind;
    switch (incident.kind) {
    case Kind::LoseEngine:
    case Kind::ReturnEngine:
        m_reachable = incident.kind == Kind::ReturnEngine;
        emit reachableChanged();
        return {};
    case Kind::SlowStarts:
        m_slowness = incident.amount;
        return {};
    case Kind::FailStarts:
        m_failingShare = incident.amount;
        return {};
    case Kind::LoseNode:
    case Kind::CrashNode:
    case Kind::ReturnNode:
    case Kind::BreakDevice:
    case Kind::RepairDevice:
        return happenToNode(incident);
    }
    Q_UNREACHABLE();
}

Result<> VirtualNodes::happenToNode(const Incident &incident)
{
    using Kind = Incident::Kind;
    const auto place = m_places.constFind(incident.node);
    if (place == m_places.constEnd())
        return Error{ErrorCode::NotFound, u"there is no node "_s % incident.node.value(), {}};
    if (incident.kind == Kind::LoseNode || incident.kind == Kind::CrashNode) {
        silence(incident.node);
        if (incident.kind == Kind::CrashNode)
            emit crashed(incident.node);
    } else if (incident.kind == Kind::ReturnNode) {
        if (m_silent.remove(incident.node) > 0)
            emit returned(incident.node);
    } else {
        auto &devices = m_nodes[*place].devices;
        if (incident.device < 0 || incident.device >= devices.size()) {
            return Error{ErrorCode::NotFound,
                         u"%1 has no device %2"_s.arg(incident.node.value()).arg(incident.device),
                         {}};
        }
        devices[incident.device].healthy = incident.kind == Kind::RepairDevice;
    }
    tell();
    return {};
}

void VirtualNodes::silence(const model::NodeName &name)
{
    if (m_silent.contains(name))
        return;
    m_silent.insert(name, m_time.now());
    m_time.at(m_time.now().addSecs(m_simulation.lostAfter.count()), this, [this] { tell(); });
}

void VirtualNodes::tell()
{
    if (!m_tell.isActive())
        m_tell.start();
}

} // namespace engines
