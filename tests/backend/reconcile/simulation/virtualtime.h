// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QAbstractEventDispatcher>

#include <map>

// An event loop whose time stands still while anything is to be done and jumps to the next timer
// when nothing is: hours pass in milliseconds, and the same timers come in the same order each
// time. Knows no sockets. To be made the application's dispatcher before the application.
class VirtualTime final : public QAbstractEventDispatcher, public Clock
{
public:
    QDateTime now() const override;
    qint64 elapsed() const { return m_now; } // ms since the beginning
    // From the beginning. Calls of QTimer::singleShot() outlive their receiver and end first; nobody
    // may go on setting timers.
    void restart();

    // One turn: what was posted, else the next timer. False when there is neither.
    bool step();

    bool processEvents(QEventLoop::ProcessEventsFlags flags) override;
    void registerSocketNotifier(QSocketNotifier *notifier) override;
    void unregisterSocketNotifier(QSocketNotifier *notifier) override;
    void registerTimer(int timerId, qint64 interval, Qt::TimerType type, QObject *object) override;
    bool unregisterTimer(int timerId) override;
    bool unregisterTimers(QObject *object) override;
    QList<TimerInfo> registeredTimers(QObject *object) const override;
    int remainingTime(int timerId) override;
    void wakeUp() override { m_posted = true; }
    void interrupt() override { }

private:
    struct Timer
    {
        int id = 0;
        qint64 interval = 0;
        Qt::TimerType type = Qt::CoarseTimer;
        QObject *object = nullptr;
    };
    using Due = std::pair<qint64, quint64>; // when, and in which order they were set

    void insert(const Timer &timer);

    std::map<Due, Timer> m_timers;
    qint64 m_now = 0;
    quint64 m_serial = 0;
    bool m_posted = false;
};
