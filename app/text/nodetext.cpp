// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/nodetext.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

using model::NodeState;

QString NodeText::state(NodeState state)
{
    switch (state) {
    case NodeState::Ready:
        //: State of a node
        return tr("Ready");
    case NodeState::Cordoned:
        //: State of a node: it keeps its jobs and takes no new ones
        return tr("Cordoned");
    case NodeState::Unhealthy:
        //: State of a node: its engine reports a fault
        return tr("Unhealthy");
    case NodeState::Lost:
        //: State of a node: there is no news from it
        return tr("Lost");
    }
    Q_UNREACHABLE();
}

QString NodeText::state(const model::Node &node)
{
    const bool drains = node.cordon && node.cordon->drain != model::Drain::No;
    if (node.state != NodeState::Cordoned || !drains)
        return state(node.state);
    return isEmpty(node)
               //: State of a node: it was to be emptied, and no job runs there any more
               ? tr("Drained")
               //: State of a node: it takes no new work and is being emptied
               : tr("Draining");
}

bool NodeText::isEmpty(const model::Node &node)
{
    return node.guests.isEmpty()
           && std::ranges::none_of(
               node.devices, [](const model::Device &device) { return device.holder.has_value(); });
}

QString NodeText::family(std::optional<model::DeviceFamily> family)
{
    if (!family)
        //: One device of a node
        return tr("Device");
    return *family == model::DeviceFamily::Npu ? u"NPU"_s : u"GPU"_s;
}

QString NodeText::device(const model::Node &node, const model::Device &device,
                         std::optional<model::DeviceFamily> family)
{
    const QString name = NodeText::family(family);
    const QString index = QString::number(device.index);
    if (const auto &holder = device.holder) {
        //: %1 NPU or GPU, %2 its number on the node, %3 a job, %4 a person
        return (holder->preemptible ? tr("%1 %2: %3 of %4, preemptible") : tr("%1 %2: %3 of %4"))
            .arg(name, index, holder->jobName, holder->username);
    }
    if (!device.healthy)
        return tr("%1 %2: out of order").arg(name, index);
    if (node.state != NodeState::Ready)
        return tr("%1 %2: free, but the node takes no work").arg(name, index);
    return tr("%1 %2: free").arg(name, index);
}

QString NodeText::holder(const model::DeviceHolder &holder, int devices,
                         std::optional<model::DeviceFamily> family)
{
    if (devices == 0 && !family)
        return u"%1 : %2"_s.arg(holder.jobName, holder.username);
    return u"%1 : %2 (%3 #%4)"_s.arg(holder.jobName, holder.username, NodeText::family(family),
                                     QString::number(devices));
}
