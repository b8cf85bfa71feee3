// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/node.h"
#include "tests/app/support/samples.h"

// Nodes of two rings of four devices, for tests and for looking at pages.
namespace samples {

inline model::Node node(int number)
{
    model::Node node;
    node.name = model::NodeName(u"node-%1"_s.arg(number, 3, 10, QChar(u'0')));
    node.address = u"10.0.%1.%2"_s.arg(number / 250).arg(number % 250);
    node.deviceType = kNpu;
    for (int index = 0; index < 8; ++index)
        node.devices.append({.index = index, .healthy = true, .holder = {}});
    return node;
}

inline void hold(model::Node &node, const QList<int> &devices, int job, const QString &name,
                 const QString &user, bool preemptible = false)
{
    for (const int index : devices)
        node.devices[index].holder = model::DeviceHolder{samples::job(job).id, name, user,
                                                         preemptible, model::VcName(u"platform"_s)};
}

// A cluster in use: some nodes are full, some half, some take no work.
inline QList<model::Node> nodes(int count)
{
    QList<model::Node> nodes;
    for (int number = 1; number <= count; ++number) {
        model::Node node = samples::node(number);
        if (number % 3 != 0)
            hold(node, {0, 1, 2, 3}, number, u"resnet50-%1"_s.arg(number),
                 number % 4 == 1 ? u"alice"_s : u"wangwei"_s);
        if (number == 3)
            hold(node, {0, 1, 2, 3}, 0, u"resnet50-imagenet-0"_s, u"alice"_s);
        if (number % 2 == 0)
            hold(node, {4, 5}, number + 1000, u"bert-base-zh"_s, u"bob"_s, true);
        if (number % 7 == 2)
            node.devices[7].healthy = false;
        if (number % 11 == 6) {
            node.state = model::NodeState::Cordoned;
            node.detail = u"maintenance on Friday"_s;
        }
        if (number % 23 == 9) {
            node.state = model::NodeState::Lost;
            node.detail = u"no news for 42 s"_s;
        }
        nodes << node;
    }
    return nodes;
}

} // namespace samples
