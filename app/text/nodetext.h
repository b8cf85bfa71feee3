// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/cluster.h"
#include "core/model/node.h"

#include <QCoreApplication>

// Nodes and their devices in words.
class NodeText
{
    Q_DECLARE_TR_FUNCTIONS(NodeText)

public:
    static QString state(model::NodeState state); // "Ready"
    // "Draining" and "Drained" for cordoned nodes that are to be emptied.
    static QString state(const model::Node &node);
    static bool isEmpty(const model::Node &node); // no job runs there
    // "NPU", "GPU"; "Device" where the type is not known.
    static QString family(std::optional<model::DeviceFamily> family);
    // One device and who holds it: "NPU 3: resnet50 of alice". Names are plain text.
    static QString device(const model::Node &node, const model::Device &device,
                          std::optional<model::DeviceFamily> family);
    // A job on a node: "resnet50 : alice (NPU #8)".
    static QString holder(const model::DeviceHolder &holder, int devices,
                          std::optional<model::DeviceFamily> family);
};
