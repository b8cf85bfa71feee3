// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/simulated/behaviour.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace engines {

namespace {

bool matches(const QString &pattern, const QString &text)
{
    const auto whole = QRegularExpression::wildcardToRegularExpression(
        pattern, QRegularExpression::UnanchoredWildcardConversion);
    return QRegularExpression(whole, QRegularExpression::DotMatchesEverythingOption)
        .match(text)
        .hasMatch();
}

bool matchesOne(const QStringList &patterns, const QString &text)
{
    return std::any_of(patterns.begin(), patterns.end(),
                       [&](const QString &pattern) { return matches(pattern, text); });
}

Workload workloadOf(const Simulation &simulation, const TaskSpec &spec)
{
    const QString command = CommandScript::textOf(spec.command);
    for (const Workload &workload : simulation.workloads) {
        if (workload.match.isEmpty() || matches(workload.match, spec.image)
            || matches(workload.match, command))
            return workload;
    }
    return {};
}

std::optional<StartOutcome> refusalOf(const Simulation &simulation, const QString &image)
{
    if (matchesOne(simulation.absentImages, image)) {
        return StartOutcome{StartFailure::ImageNotFound,
                            u"manifest for %1 not found: manifest unknown"_s.arg(image),
                            {}};
    }
    if (matchesOne(simulation.closedImages, image)) {
        return StartOutcome{
            StartFailure::RegistryRefused,
            u"pull access denied for %1: unauthorized: authentication required"_s.arg(image),
            {}};
    }
    return std::nullopt;
}

int drawExitCode(const QList<ExitShare> &shares, Random &random)
{
    double total = 0;
    for (const ExitShare &share : shares)
        total += share.weight;
    double left = random.uniform() * total;
    for (const ExitShare &share : shares) {
        left -= share.weight;
        if (left < 0)
            return share.code;
    }
    return shares.isEmpty() ? 0 : shares.last().code;
}

QStringList headOf(const TaskSpec &spec)
{
    QStringList devices;
    for (const int device : spec.devices)
        devices.append(QString::number(device));
    return {u"image %1"_s.arg(spec.image),
            devices.isEmpty() ? u"no devices on %1"_s.arg(spec.node.value())
                              : u"devices %1 of %2"_s.arg(devices.join(u','), spec.node.value()),
            u"loading the data"_s};
}

} // namespace

Behaviour behaviourOf(const Simulation &simulation, const TaskSpec &spec, quint64 number)
{
    // Every draw is made in every case, so that one rule more does not change all that follows.
    Random random = Random::of(simulation.seed, number);
    const Workload workload = workloadOf(simulation, spec);
    Behaviour behaviour;
    behaviour.startTime = workload.startTime.draw(random);
    behaviour.length = workload.runTime.draw(random);
    behaviour.exitCode = drawExitCode(workload.exitCodes, random);
    behaviour.outOfMemory = random.uniform() < workload.outOfMemory;
    behaviour.stopTime = workload.stopTime.draw(random);
    behaviour.isStubborn = random.uniform() < workload.stubborn;
    behaviour.refusal = refusalOf(simulation, spec.image);
    behaviour.lacks = workload.lacks;
    constexpr int kKilled = 137;
    if (behaviour.outOfMemory)
        behaviour.exitCode = kKilled;
    if (const auto script = CommandScript::parse(spec.command)) {
        behaviour.length = script->length;
        behaviour.exitCode = script->exitCode;
        behaviour.outOfMemory = false;
        behaviour.transcript = Transcript(script->lines);
    } else {
        behaviour.transcript = Transcript(
            Training{random.number(), workload.logEvery, workload.stepsPerEpoch, headOf(spec)});
    }
    return behaviour;
}

QList<TimedLine> lastWords(const TaskStatus &status)
{
    constexpr int kAsked = 143; // 128 + SIGTERM
    const auto error = model::LogStream::Stderr;
    if (status.exitCode == 0)
        return {{{}, model::LogStream::Stdout, u"saved the model, done"_s}};
    if (status.exitCode == kAsked)
        return {{{}, error, u"asked to end: saved a checkpoint"_s}};
    if (status.exitCode > 128)
        return {};
    return {{{}, error, u"Traceback (most recent call last):"_s},
            {{}, error, u"  File \"train.py\", line 142, in step"_s},
            {{}, error, u"RuntimeError: loss is nan"_s}};
}

Execution executionOf(const Behaviour &behaviour, const QStringList &argv)
{
    constexpr int kNotInImage = 3;
    for (const QString &word : argv) {
        if (behaviour.lacks.contains(word))
            return {kNotInImage, u"%1 is not in this image\n"_s.arg(word)};
    }
    return {};
}

TaskUsage usageOf(const TaskSpec &spec, const QDateTime &startedAt, const QDateTime &now)
{
    constexpr qint64 kMiB = 1LL << 20;
    constexpr qint64 kBase = 512 * kMiB;
    constexpr qint64 kPerDevice = 12LL << 30;
    const qint64 passed = startedAt.msecsTo(now);
    Random random = Random::of(qHash(spec.key), quint64(passed / 5000));
    const auto devices = double(spec.devices.size());
    TaskUsage usage;
    usage.at = now;
    usage.cpuPercent = (80 + 150 * devices) * (0.8 + 0.2 * random.uniform());
    if (spec.milliCpu > 0)
        usage.cpuPercent = std::min(usage.cpuPercent, double(spec.milliCpu) / 10);
    usage.memoryBytes =
        kBase + qint64(double(kPerDevice) * devices * (0.9 + 0.1 * random.uniform()));
    if (spec.memoryBytes > 0)
        usage.memoryBytes = std::min(usage.memoryBytes, spec.memoryBytes * 9 / 10);
    usage.networkInBytes = passed * 2000;
    usage.networkOutBytes = passed * 500;
    usage.blockInBytes = passed * qint64(4000 * (1 + devices));
    usage.blockOutBytes = passed * 300;
    return usage;
}

} // namespace engines
