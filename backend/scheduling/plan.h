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

// A preemptible job that has to leave, and the job that starts when it has.
struct Eviction
{
    model::JobId victim;
    model::JobId inFavourOf;

    bool operator==(const Eviction &) const = default;
};

// A job that waits, why, and its place in the order of its VC and device type, from 1.
struct Waiting
{
    model::JobId job;
    model::Reason reason;
    int position = 0;
    bool isFirst = false; // of those that later jobs of its VC and device type must not delay

    bool operator==(const Waiting &) const = default;
};

// Every queued job either starts or waits; the lists are in the order of the queue. The reasons are
// true once the starts have happened. Whoever applies the plan gives its reservations to the
// snapshot of the next one.
//
// Order. Inside a VC and device type: jobs that are not preemptible, those that lost a node, larger
// priority, earlier submit time, id. Between VCs the same order decides who is asked first.
//
// Preemption. A job that is not preemptible and cannot start evicts preemptible jobs of its VC, if
// it surely starts once they are gone. The devices it will have are kept for it until then, whoever
// comes meanwhile; those who made room start again only after it. When it is no longer queued, or
// can no longer start there, all this is void.
//
// Reservation. The first job of a VC and device type that waits for devices has devices kept for
// it: the set of them that needs the fewest to be given up. It stays the same from plan to plan as
// long as its devices are in service. It starts at the latest when they have been given up, and
// before that wherever there is room. Devices of the cluster that other VCs are entitled to are
// never kept: a VC that has used up its quota waits for its own jobs.
//
// Backfill. Later jobs of any VC never take devices that are kept. Of the VC's quota and of the
// person's limit they take what the first job will not need, in whatever order running jobs end: so
// it is never delayed, however long they run. That goes for preemptible ones too: to evict them
// takes time, and their work would be lost. A job that waits only for its person's limit keeps
// nothing from other people. One that cannot start even when all others have ended keeps nothing.
struct Plan
{
    QList<Start> start;
    QList<Eviction> evict;
    QList<Waiting> waiting;
    QList<Reservation> reservations;

    bool operator==(const Plan &) const = default;
};

Plan plan(const Snapshot &snapshot);

} // namespace scheduling
