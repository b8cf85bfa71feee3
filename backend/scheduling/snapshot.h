// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/jobspec.h"

#include <QDateTime>
#include <QList>

#include <bit>
#include <optional>

namespace scheduling {

// A set of devices of one node: bit i is the device with index i.
using DeviceMask = quint64;
constexpr int kMostDevicesPerNode = 64;

constexpr DeviceMask deviceBit(int index)
{
    return index >= 0 && index < kMostDevicesPerNode ? DeviceMask(1) << index : 0;
}

constexpr int countOf(DeviceMask devices)
{
    return std::popcount(devices);
}

struct NodeView
{
    model::NodeName name;
    std::optional<model::DeviceType> deviceType; // absent: a node without devices
    DeviceMask devices = 0; // all it has
    DeviceMask healthy = 0; // those of them that work
    bool schedulable = true; // neither cordoned nor lost nor unhealthy
};

// A job that waits. Its tasks with devices are alike: `tasks` of them, each with `devices` on a node
// of its own.
struct QueuedJob
{
    model::JobId id;
    model::VcName vc;
    model::UserId owner;
    std::optional<model::DeviceType> deviceType; // absent: runs on any node
    model::JobKind kind = model::JobKind::Regular;
    int tasks = 1; // regular: 1; distributed: its workers
    int devices = 0; // of each task
    bool preemptible = false;
    int priority = model::JobSpec::kDefaultPriority;
    QDateTime submittedAt;
    bool stranded = false; // lost a node while it ran: comes before its like
    std::optional<model::JobId> madeRoomFor = {}; // was evicted in favour of this job
};

// Devices of one node that a job holds.
struct Holding
{
    model::NodeName node;
    DeviceMask devices = 0;

    bool operator==(const Holding &) const = default;
};

// A job that holds devices, from its placement until its containers are gone.
struct RunningJob
{
    model::JobId id;
    model::VcName vc;
    model::UserId owner;
    std::optional<model::DeviceType> deviceType;
    bool preemptible = false;
    QList<Holding> holdings = {};
    std::optional<QDateTime> startedAt = {}; // absent: not every task is up yet
    bool leaves = false; // on its way out already, whatever for
    std::optional<model::JobId> leavesFor = {}; // was evicted in favour of this job
};

// Devices kept for a job that waits, by the latest plan.
struct Reservation
{
    model::JobId job;
    QList<Holding> devices; // one for each task

    bool operator==(const Reservation &) const = default;
};

struct QuotaView
{
    model::VcName vc;
    model::DeviceType deviceType;
    int deviceNumber = 0; // the VC's devices
    int maxAvailable = 0; // the most one person may hold with jobs that are not preemptible
};

// The rings of a device type: a job's one, two or four devices come from one of them.
struct LinkGroups
{
    model::DeviceType deviceType;
    QList<DeviceMask> groups;
};

struct Policy
{
    QList<LinkGroups> linkGroups; // a type that is not there has no rings
};

// All that a plan depends on. The lists have no order.
struct Snapshot
{
    QDateTime now;
    QList<NodeView> nodes;
    QList<QueuedJob> queue;
    QList<RunningJob> running;
    QList<QuotaView> quotas;
    QList<Reservation> reservations = {}; // of the plan before this one
    Policy policy;
};

} // namespace scheduling
