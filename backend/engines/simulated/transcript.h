// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/log.h"

#include <chrono>
#include <optional>

namespace engines {

// A line of a log, and when it is written after the start.
struct TimedLine
{
    std::chrono::milliseconds at{0};
    model::LogStream stream = model::LogStream::Stdout;
    QString text;
};

// A command that says itself how long it takes and what it writes: sleep, echo, seq, true, false
// and exit, one after the other.
struct CommandScript
{
    QList<TimedLine> lines;
    std::optional<std::chrono::milliseconds> length; // absent: it does not end by itself
    int exitCode = 0;

    // The shell text of a command, also where a first process is given it to run.
    static QString textOf(const QStringList &argv);

    // Absent when there is anything else in it.
    static std::optional<CommandScript> parse(const QStringList &argv);
};

// The log of a training that never was: made line by line when it is read, the same each time.
struct Training
{
    quint64 seed = 0;
    std::chrono::milliseconds every{2000};
    int stepsPerEpoch = 100;
    QStringList head; // written at the start
};

// What a task writes, as far as it has come. Lines are numbered from 0 and their times never fall.
class Transcript
{
public:
    Transcript() = default;
    explicit Transcript(const QList<TimedLine> &lines);
    explicit Transcript(Training training);

    qint64 count(std::chrono::milliseconds passed) const; // written by then
    TimedLine line(qint64 number) const; // below the count of some time
    // When the next line after so many is written; absent when there is none.
    std::optional<std::chrono::milliseconds> next(qint64 count) const;

    // The task ended: nothing but these follows.
    void close(std::chrono::milliseconds at, const QList<TimedLine> &last);

private:
    QList<TimedLine> m_lines; // what is fixed: a script's lines, or a training's head
    std::optional<Training> m_training;
    std::optional<qint64> m_closedCount; // lines before the last ones
    QList<TimedLine> m_last;
};

} // namespace engines
