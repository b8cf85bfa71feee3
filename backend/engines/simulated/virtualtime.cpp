// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/simulated/virtualtime.h"

#include <algorithm>
#include <cmath>

namespace engines {

namespace {

constexpr double kLongestWait = 24.0 * 3600 * 1000; // a timer holds no more than some weeks

} // namespace

VirtualTime::VirtualTime(const QDateTime &begin, double speed, QObject *parent)
    : QObject(parent)
    , m_base(begin.toMSecsSinceEpoch())
    , m_since(std::chrono::steady_clock::now())
    , m_speed(speed)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &VirtualTime::timeOut);
}

QDateTime VirtualTime::now() const
{
    return QDateTime::fromMSecsSinceEpoch(m_standing.value_or(flowing()), Qt::UTC);
}

qint64 VirtualTime::flowing() const
{
    const std::chrono::duration<double, std::milli> passed =
        std::chrono::steady_clock::now() - m_since;
    return m_base + qint64(passed.count() * m_speed);
}

void VirtualTime::setSpeed(double speed)
{
    m_base = flowing();
    m_since = std::chrono::steady_clock::now();
    m_speed = speed;
    wait();
}

quint64 VirtualTime::at(const QDateTime &time, QObject *context, Action action)
{
    const quint64 number = m_next++;
    const qint64 due = time.toMSecsSinceEpoch();
    m_events.emplace(Key{due, number}, Event{context, std::move(action)});
    m_times.insert(number, due);
    if (m_events.begin()->first.second == number)
        wait();
    return number;
}

void VirtualTime::cancel(quint64 event)
{
    if (const auto it = m_times.constFind(event); it != m_times.constEnd()) {
        m_events.erase({*it, event});
        m_times.erase(it);
    }
}

void VirtualTime::advance(std::chrono::milliseconds by)
{
    const qint64 until = flowing() + by.count();
    doUntil(until);
    m_base = until;
    m_since = std::chrono::steady_clock::now();
    wait();
}

void VirtualTime::doUntil(qint64 time)
{
    while (!m_events.empty() && m_events.begin()->first.first <= time) {
        const auto next = m_events.extract(m_events.begin());
        const auto [due, number] = next.key();
        m_times.remove(number);
        // Asked for when it was past already: it is done now, and time never goes back.
        m_standing = std::max(due, m_standing.value_or(due));
        if (next.mapped().context)
            next.mapped().action();
    }
    m_standing.reset();
}

void VirtualTime::timeOut()
{
    doUntil(flowing());
    wait();
}

void VirtualTime::wait()
{
    if (m_events.empty() || m_speed <= 0) {
        m_timer.stop();
        return;
    }
    const auto ahead = double(m_events.begin()->first.first - flowing());
    m_timer.start(int(std::clamp(std::ceil(ahead / m_speed), 0.0, kLongestWait)));
}

} // namespace engines
