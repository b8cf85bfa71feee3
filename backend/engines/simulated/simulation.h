// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/simulated/incident.h"
#include "backend/engines/simulated/random.h"
#include "core/model/ids.h"

#include <QList>

#include <optional>

// What a simulated cluster is made of and how it behaves.
namespace engines {

struct SimulatedNodes
{
    QString name; // with a count above 1 a number follows it
    int count = 1;
    std::optional<model::DeviceType> deviceType;
    int devices = 0; // of each

    bool operator==(const SimulatedNodes &) const = default;
};

struct ExitShare
{
    int code = 0;
    double weight = 1;

    bool operator==(const ExitShare &) const = default;
};

// How tasks behave whose image or command contains `match`. A command that is nothing but sleep,
// echo, seq, true, false and exit does what it says instead of running for a drawn time.
struct Workload
{
    QString match; // with * and ?; empty: every task
    Distribution startTime{.kind = Distribution::Kind::Fixed, .first = std::chrono::seconds(1)};
    Distribution runTime{.kind = Distribution::Kind::Fixed, .first = std::chrono::minutes(10)};
    Distribution stopTime{.kind = Distribution::Kind::Fixed,
                          .first = std::chrono::milliseconds(200)};
    QList<ExitShare> exitCodes; // empty: 0
    double outOfMemory = 0; // share of the tasks that end at their memory limit
    double stubborn = 0; // share of the tasks that must be killed
    std::chrono::milliseconds logEvery{2000};
    int stepsPerEpoch = 100; // of the training that the log tells of
    QStringList
        lacks; // programs that are not in the image: what is run with such a word ends with 3

    bool operator==(const Workload &) const = default;
};

struct PlannedIncident
{
    std::chrono::seconds at{0}; // since the beginning
    Incident incident;

    bool operator==(const PlannedIncident &) const = default;
};

struct Simulation
{
    quint64 seed = 1;
    QList<SimulatedNodes> nodes;
    QList<Workload> workloads; // the first that matches; none: the initial values
    QStringList absentImages; // patterns: there is no such image
    QStringList closedImages; // patterns: the registry refuses the login
    std::chrono::seconds lostAfter{30}; // this long without news
    QList<PlannedIncident> incidents;

    bool operator==(const Simulation &) const = default;
};

} // namespace engines
