// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/simulated/transcript.h"

#include "backend/engines/simulated/random.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace engines {

namespace {

QString trainingLine(const Training &training, qint64 number)
{
    Random random = Random::of(training.seed, quint64(number));
    const qint64 epoch = number / training.stepsPerEpoch;
    const qint64 step = number % training.stepsPerEpoch;
    const double progress =
        double(number) / (double(number) + 4.0 * double(training.stepsPerEpoch));
    const double loss = 6.9 * (1 - progress) * (1 + 0.04 * random.normal()) + 0.05;
    const double accuracy = std::clamp(0.95 * progress + 0.01 * random.normal(), 0.0, 1.0);
    const double rate = 1830 * (1 + 0.02 * random.normal());
    return u"epoch %1 step %2/%3 loss %4 accuracy %5 %6 samples/s"_s.arg(epoch + 1)
        .arg(step + 1)
        .arg(training.stepsPerEpoch)
        .arg(loss, 0, 'f', 4)
        .arg(accuracy, 0, 'f', 4)
        .arg(rate, 0, 'f', 0);
}

} // namespace

Transcript::Transcript(const QList<TimedLine> &lines)
    : m_lines(lines)
{ }

Transcript::Transcript(Training training)
    : m_training(std::move(training))
{
    for (const QString &text : std::as_const(m_training->head))
        m_lines.append({{}, model::LogStream::Stdout, text});
}

qint64 Transcript::count(std::chrono::milliseconds passed) const
{
    const auto written = [&](const QList<TimedLine> &lines) {
        return std::upper_bound(
                   lines.begin(), lines.end(), passed,
                   [](std::chrono::milliseconds time, const auto &line) { return time < line.at; })
               - lines.begin();
    };
    qint64 lines = written(m_lines);
    if (m_training)
        lines += passed / m_training->every;
    if (m_closedCount)
        return std::min<qint64>(lines, *m_closedCount) + written(m_last);
    return lines;
}

TimedLine Transcript::line(qint64 number) const
{
    if (m_closedCount && number >= *m_closedCount)
        return m_last.at(number - *m_closedCount);
    if (number < m_lines.size() || !m_training)
        return m_lines.at(number);
    const qint64 step = number - m_lines.size();
    return {m_training->every * (step + 1), model::LogStream::Stdout,
            trainingLine(*m_training, step)};
}

std::optional<std::chrono::milliseconds> Transcript::next(qint64 count) const
{
    if (m_closedCount)
        return count < *m_closedCount + m_last.size() ? std::optional(line(count).at)
                                                      : std::nullopt;
    if (!m_training && count >= m_lines.size())
        return std::nullopt;
    return line(count).at;
}

void Transcript::close(std::chrono::milliseconds at, const QList<TimedLine> &last)
{
    m_closedCount = count(at);
    m_last = last;
    for (TimedLine &line : m_last)
        line.at = at;
}

} // namespace engines
