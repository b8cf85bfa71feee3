// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/ids.h"

namespace engines {

// Something that goes wrong in a simulated cluster, or well again.
struct Incident
{
    enum class Kind {
        LoseNode, // no news of it any more; its tasks go on unheard
        CrashNode, // no news of it any more, and its tasks end
        ReturnNode,
        BreakDevice,
        RepairDevice,
        LoseEngine, // nothing answers; tasks go on
        ReturnEngine,
        SlowStarts, // starts take `amount` times as long; 1: as they should
        FailStarts, // this share of the starts gets no answer; 0: none
    };

    Kind kind = Kind::LoseNode;
    model::NodeName node;
    int device = 0;
    double amount = 0;

    bool operator==(const Incident &) const = default;
};

// "lose NODE", "crash NODE", "return NODE", "break NODE DEVICE", "repair NODE DEVICE",
// "lose-engine", "return-engine", "slow-starts FACTOR", "fail-starts SHARE".
Result<Incident> parseIncident(const QString &words);

} // namespace engines
