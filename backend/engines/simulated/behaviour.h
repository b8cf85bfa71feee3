// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/engine.h"
#include "backend/engines/simulated/simulation.h"
#include "backend/engines/simulated/transcript.h"

namespace engines {

// What becomes of one task, decided when its start is asked for.
struct Behaviour
{
    std::chrono::milliseconds startTime{0};
    std::optional<StartOutcome> refusal; // after the start time
    std::optional<std::chrono::milliseconds> length; // absent: until it is stopped
    int exitCode = 0;
    bool outOfMemory = false;
    std::chrono::milliseconds stopTime{0};
    bool isStubborn = false; // does not end before it is killed
    Transcript transcript;
    QStringList lacks; // programs
};

// The same for the same simulation, task and number of the start.
Behaviour behaviourOf(const Simulation &simulation, const TaskSpec &spec, quint64 number);

// What a task that ran for a drawn time writes at its end.
QList<TimedLine> lastWords(const TaskStatus &status);

// How a command ends that is run in the container of a task beside its own.
Execution executionOf(const Behaviour &behaviour, const QStringList &argv);

// What a running task uses after so long.
TaskUsage usageOf(const TaskSpec &spec, const QDateTime &startedAt, const QDateTime &now);

} // namespace engines
