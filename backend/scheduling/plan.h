// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/scheduling/snapshot.h"
#include "core/model/job.h"

namespace scheduling {

// A job that starts now: every task with its node and devices. A distributed job's ps0 holds no
// devices and stands beside worker0.
struct Start
{
    model::JobId job;
    QList<model::TaskPlacement> placement;

    bool operator==(const Start &) const = default;
};

// A job that waits, why, and its place in the order of its VC and device type, from 1.
struct Waiting
{
    model::JobId job;
    model::Reason reason;
    int position = 0;

    bool operator==(const Waiting &) const = default;
};

// Every queued job is in exactly one of the lists, which are in the order of the queue. The reasons
// are true once the starts have happened.
struct Plan
{
    QList<Start> start;
    QList<Waiting> waiting;

    bool operator==(const Plan &) const = default;
};

Plan plan(const Snapshot &snapshot);

} // namespace scheduling
