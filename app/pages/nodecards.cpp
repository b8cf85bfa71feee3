// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/nodecards.h"

#include "app/text/nodeactiontext.h"
#include "app/text/nodetext.h"
#include "core/rules/jobactions.h"

#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kRing = 4; // where the configuration names no rings

const model::DeviceTypeInfo *typeOf(const model::Node &node,
                                    const QList<model::DeviceTypeInfo> &types)
{
    const auto found = std::ranges::find_if(
        types, [&](const model::DeviceTypeInfo &type) { return node.deviceType == type.name; });
    return found == types.end() ? nullptr : &*found;
}

struct Rings
{
    QList<QList<int>> indices; // of the node's devices; those of no ring come last, four together
    int linked = 0; // so many are rings
};

Rings ringsOf(const model::Node &node, const model::DeviceTypeInfo *type)
{
    QList<int> rest;
    for (const model::Device &device : node.devices)
        rest << device.index;
    QList<QList<int>> rings;
    const QList<QList<int>> declared = type ? type->linkGroups : QList<QList<int>>();
    for (const QList<int> &group : declared) {
        QList<int> ring;
        std::ranges::copy_if(group, std::back_inserter(ring),
                             [&rest](int index) { return rest.removeOne(index); });
        if (!ring.isEmpty())
            rings << ring;
    }
    const int linked = int(rings.size());
    for (qsizetype i = 0; i < rest.size(); i += kRing)
        rings << rest.mid(i, kRing);
    return {rings, linked};
}

DeviceHolding holdingOf(const model::Node &node, const model::Device &device)
{
    if (device.holder)
        return DeviceHolding::Others;
    if (!device.healthy)
        return DeviceHolding::Broken;
    return node.state == model::NodeState::Ready ? DeviceHolding::Free : DeviceHolding::Closed;
}

// A node of which only the devices of one task are known.
model::Node nodeOf(const model::Job &job, const model::TaskPlacement &task)
{
    model::Node node;
    node.name = task.node;
    node.deviceType = job.deviceType;
    for (const int index : task.devices)
        node.devices.append(
            {.index = index,
             .healthy = true,
             .holder = model::DeviceHolder{job.id, job.name, job.ownerName, job.preemptible}});
    return node;
}

// Beside the squares: what is out of the ordinary.
QString wordsOf(const model::Node &node)
{
    QStringList lines;
    if (node.state != model::NodeState::Ready)
        lines << NodeText::state(node);
    if (node.cordon)
        lines << NodeActionText::cordon(*node.cordon, QDateTime::currentDateTimeUtc());
    else if (!node.detail.isEmpty())
        lines << node.detail;
    return lines.join(u'\n');
}

} // namespace

DeviceGrid::Card NodeCards::cardOf(const model::Node &node,
                                   const QList<model::DeviceTypeInfo> &types)
{
    const model::DeviceTypeInfo *type = typeOf(node, types);
    const auto family = type ? std::optional(type->family) : std::nullopt;
    DeviceGrid::Card card;
    card.name = node.name.toString();
    card.isAway = node.state != model::NodeState::Ready;
    int free = 0;
    const Rings rings = ringsOf(node, type);
    card.linked = rings.linked;
    for (const QList<int> &indices : rings.indices) {
        QList<DeviceSquare> ring;
        for (const int index : indices) {
            const auto device = std::ranges::find(node.devices, index, &model::Device::index);
            if (device == node.devices.end())
                continue;
            const DeviceHolding holding = holdingOf(node, *device);
            free += int(holding == DeviceHolding::Free);
            ring.append({holding, NodeText::device(node, *device, family),
                         device->holder ? device->holder->job.toString() : QString()});
        }
        card.rings << ring;
    }
    //: On a node's card: how many of its devices are free
    card.note = card.isAway ? NodeText::state(node) : tr("%1 free").arg(free);
    card.words = wordsOf(node);
    return card;
}

QList<DeviceGrid::Card> NodeCards::of(const QList<model::Node> &nodes,
                                      const QList<model::DeviceTypeInfo> &types,
                                      const model::Account &account, const model::VcName &vc)
{
    const bool seesAll = rules::maySeeAll(account);
    QList<DeviceGrid::Card> cards;
    for (const model::Node &node : nodes) {
        if (node.devices.isEmpty())
            continue;
        QSet<QString> mine;
        QSet<QString> ours;
        for (const model::Device &device : node.devices) {
            if (device.holder && device.holder->username == account.username)
                mine.insert(device.holder->job.toString());
            else if (device.holder && device.holder->vc == vc)
                ours.insert(device.holder->job.toString());
        }
        DeviceGrid::Card card = cardOf(node, types);
        for (QList<DeviceSquare> &ring : card.rings) {
            for (DeviceSquare &square : ring) {
                if (ours.contains(square.key))
                    square.holding = DeviceHolding::MyVc;
                if (mine.contains(square.key))
                    square.holding = DeviceHolding::Mine;
                else if (!seesAll)
                    square.key.clear();
            }
        }
        cards << card;
    }
    return cards;
}

QList<DeviceGrid::Card> NodeCards::of(const model::Job &job, const QList<model::Node> &nodes,
                                      const QList<model::DeviceTypeInfo> &types)
{
    QList<DeviceGrid::Card> cards;
    for (const model::TaskPlacement &task : job.placement) {
        if (task.devices.isEmpty())
            continue;
        const auto known = std::ranges::find(nodes, task.node, &model::Node::name);
        DeviceGrid::Card card = cardOf(known == nodes.end() ? nodeOf(job, task) : *known, types);
        card.note = task.task == "main"_L1 ? QString() : task.task;
        for (QList<DeviceSquare> &ring : card.rings) {
            for (DeviceSquare &square : ring) {
                if (square.key == job.id.toString()) {
                    square.holding = DeviceHolding::Mine;
                    square.key.clear();
                }
            }
        }
        cards << card;
    }
    return cards;
}

QString NodeCards::words(DeviceHolding holding, int count)
{
    const QString number = QString::number(count);
    switch (holding) {
    case DeviceHolding::Mine:
        //: Devices the person holds, and how many
        return tr("Mine %1").arg(number);
    case DeviceHolding::MyVc:
        //: Devices other people of the person's virtual cluster hold, and how many
        return tr("My VC %1").arg(number);
    case DeviceHolding::Others:
        //: Devices other people hold, and how many
        return tr("Others %1").arg(number);
    case DeviceHolding::Free:
        //: Devices nobody holds, and how many
        return tr("Free %1").arg(number);
    case DeviceHolding::Closed:
        //: Free devices of nodes that take no work, and how many
        return tr("Takes no work %1").arg(number);
    case DeviceHolding::Broken:
        return tr("Out of order %1").arg(number);
    }
    Q_UNREACHABLE();
}

QList<DeviceLegend::Entry> NodeCards::legend(const QList<DeviceGrid::Card> &cards)
{
    constexpr std::array kKinds{DeviceHolding::Mine, DeviceHolding::MyVc,   DeviceHolding::Others,
                                DeviceHolding::Free, DeviceHolding::Closed, DeviceHolding::Broken};
    std::array<int, kKinds.size()> counts{};
    for (const DeviceGrid::Card &card : cards) {
        for (const QList<DeviceSquare> &ring : card.rings) {
            for (const DeviceSquare &square : ring)
                ++counts[size_t(square.holding)];
        }
    }
    QList<DeviceLegend::Entry> entries;
    for (const DeviceHolding kind : kKinds) {
        const int count = counts[size_t(kind)];
        const bool isUsual = kind <= DeviceHolding::Free;
        if (count > 0 || isUsual)
            entries.append({kind, words(kind, count)});
    }
    return entries;
}
