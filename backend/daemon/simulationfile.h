// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/simulated/simulation.h"
#include "core/model/cluster.h"
#include "core/model/jobspec.h"
#include "core/model/vc.h"

namespace berthd {

struct SimulatedPerson
{
    QString username;
    QString nickname;
    QStringList roles{QStringLiteral("User")};
    QList<model::VcName> vcs;
};

// Jobs that somebody submits, one after the other, and what the person does with each.
struct SimulatedJobs
{
    enum class Then { Nothing, Pause, Kill };

    QString owner;
    model::JobSpec spec; // with a count above 1 a number follows the name
    int count = 1;
    std::chrono::seconds at{0}; // since the beginning: the first
    std::chrono::seconds every{0}; // from one to the next
    Then then = Then::Nothing;
    std::chrono::seconds after{0}; // its submit
};

// What is played by berthd --simulate.
struct SimulationFile
{
    engines::Simulation cluster;
    QList<model::DeviceTypeInfo> deviceTypes; // empty: those of the configuration
    double speed = 1; // of time, from now on
    std::chrono::seconds history{0}; // what has happened before now
    QString password; // of everybody in `people`
    QList<SimulatedPerson> people;
    QList<model::VirtualCluster> vcs;
    QList<SimulatedJobs> jobs;
};

// The file, read as strictly as the configuration. InvalidInput has one line for each thing that is
// wrong, with file and line number.
Result<SimulationFile> readSimulation(const QString &path);

} // namespace berthd

template <>
struct json::EnumNames<berthd::SimulatedJobs::Then>
{
    using Then = berthd::SimulatedJobs::Then;
    static constexpr std::array table{std::pair{Then::Nothing, QLatin1StringView("nothing")},
                                      std::pair{Then::Pause, QLatin1StringView("pause")},
                                      std::pair{Then::Kill, QLatin1StringView("kill")}};
};
