// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/account.h"
#include "core/model/node.h"

#include <QString>

#include <optional>

// The rules of taking nodes out of service, for dialogs, the command line and the server.
namespace rules {

constexpr int kMostReasonCharacters = 500;

bool mayManageNodes(const model::Account &account);

// Why a step with a node is refused.
enum class NodeRefusal {
    NoRight, // needs the permission Manager
    CordonedAlready,
    NotCordoned,
    BeingEmptied // its jobs go back to the queue already
};

// Why the person cannot take the step with the node now; nothing when it is possible.
std::optional<NodeRefusal> refusalOf(model::NodeAction action, const model::Account &account,
                                     const model::Node &node);

// Not empty, not too long.
Result<> checkNodeReason(const QString &reason);

} // namespace rules
