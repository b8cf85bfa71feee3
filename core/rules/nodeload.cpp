// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/nodeload.h"

#include <QSet>

#include <algorithm>

namespace rules {

namespace {

LoadJob *find(NodeLoad &load, const model::JobId &id)
{
    const auto found =
        std::ranges::find_if(load.jobs, [&id](const LoadJob &job) { return job.who.job == id; });
    return found == load.jobs.end() ? nullptr : &*found;
}

LoadJob &entryOf(NodeLoad &load, const model::DeviceHolder &who)
{
    if (LoadJob *known = find(load, who.job))
        return *known;
    load.jobs.append({who});
    return load.jobs.last();
}

void countHere(NodeLoad &load, const model::Node &node)
{
    for (const model::Device &device : node.devices) {
        load.free += int(!device.holder && device.healthy);
        if (!device.holder)
            continue;
        ++entryOf(load, *device.holder).devices;
        ++load.devices;
    }
}

void countElsewhere(NodeLoad &load, const model::Node &node)
{
    for (const model::Device &device : node.devices) {
        LoadJob *known = device.holder ? find(load, device.holder->job) : nullptr;
        if (!known)
            continue;
        ++known->elsewhere;
        ++load.elsewhere;
    }
}

} // namespace

NodeLoad loadOf(const QList<model::NodeName> &nodes, const QList<model::Node> &all)
{
    const auto isHere = [&nodes](const model::Node &node) { return nodes.contains(node.name); };
    NodeLoad load;
    for (const model::Node &node : all) {
        if (isHere(node))
            countHere(load, node);
    }
    for (const model::Node &node : all) {
        for (const model::DeviceHolder &guest : node.guests) {
            if (isHere(node))
                entryOf(load, guest);
        }
    }
    for (const model::Node &node : all) {
        if (!isHere(node))
            countElsewhere(load, node);
    }
    QSet<QString> people;
    for (const LoadJob &job : std::as_const(load.jobs))
        people.insert(job.who.username);
    load.people = int(people.size());
    return load;
}

} // namespace rules
