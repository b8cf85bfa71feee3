// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/account.h"
#include "core/model/nodelife.h"

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
    WaitedFor, // its jobs run to their ends already
    BeingEmptied // its jobs go back to the queue already
};

// Why the person cannot take the step with a node that stands so now; nothing when it is possible,
// which a drain is when one of its ways is.
std::optional<NodeRefusal> refusalOf(model::NodeAction action, const model::Account &account,
                                     const std::optional<model::NodeCordon> &cordon);

// Why a node that stands so cannot be drained in this way. Jobs that run to their ends may still be
// sent back to the queue, not the other way round.
std::optional<NodeRefusal> refusalOfDrain(model::Drain how,
                                          const std::optional<model::NodeCordon> &cordon);

// Forbidden without the right, else Conflict with the node.
Error error(NodeRefusal refusal);

// Not empty, not too long.
Result<> checkNodeReason(const QString &reason);

} // namespace rules
