// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "virtualtime.h"

#include <QCoreApplication>
#include <QTimerEvent>

#include <algorithm>

namespace {

constexpr qint64 kBeginning = 1700000000000; // of the virtual time, in ms since 1970

} // namespace

QDateTime VirtualTime::now() const
{
    return QDateTime::fromMSecsSinceEpoch(kBeginning + m_now, Qt::UTC);
}

void VirtualTime::restart()
{
    while (step()) { }
    m_now = 0;
    m_serial = 0;
}

bool VirtualTime::step()
{
    if (std::exchange(m_posted, false)) {
        QCoreApplication::sendPostedEvents();
        return true;
    }
    if (m_timers.empty())
        return false;
    const auto next = m_timers.begin();
    const Timer timer = next->second;
    m_now = std::max(m_now, next->first.first);
    m_timers.erase(next);
    insert(timer); // a timer goes on until it is ended
    QTimerEvent event(timer.id);
    QCoreApplication::sendEvent(timer.object, &event);
    return true;
}

bool VirtualTime::processEvents(QEventLoop::ProcessEventsFlags)
{
    return step();
}

void VirtualTime::insert(const Timer &timer)
{
    m_timers.emplace(Due{m_now + timer.interval, ++m_serial}, timer);
}

void VirtualTime::registerTimer(int timerId, qint64 interval, Qt::TimerType type, QObject *object)
{
    insert({timerId, interval, type, object});
}

bool VirtualTime::unregisterTimer(int timerId)
{
    return std::erase_if(m_timers, [&](const auto &entry) { return entry.second.id == timerId; })
           > 0;
}

bool VirtualTime::unregisterTimers(QObject *object)
{
    return std::erase_if(m_timers, [&](const auto &entry) { return entry.second.object == object; })
           > 0;
}

QList<QAbstractEventDispatcher::TimerInfo> VirtualTime::registeredTimers(QObject *object) const
{
    QList<TimerInfo> timers;
    for (const auto &[due, timer] : m_timers) {
        if (timer.object == object)
            timers.append(TimerInfo(timer.id, int(timer.interval), timer.type));
    }
    return timers;
}

int VirtualTime::remainingTime(int timerId)
{
    const auto it = std::find_if(m_timers.begin(), m_timers.end(),
                                 [&](const auto &entry) { return entry.second.id == timerId; });
    return it == m_timers.end() ? -1 : int(std::max<qint64>(0, it->first.first - m_now));
}

void VirtualTime::registerSocketNotifier(QSocketNotifier *)
{
    Q_UNREACHABLE();
}

void VirtualTime::unregisterSocketNotifier(QSocketNotifier *)
{
    Q_UNREACHABLE();
}
