// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

#include <QHash>
#include <QPointer>
#include <QTimer>

#include <chrono>
#include <functional>
#include <map>

namespace engines {

// The time of a simulation, and what falls due in it, in one order: by time, then as it was asked
// for. It goes at a speed of its own, 1 being that of the real time, or stands until it is moved by
// hand. Nothing sleeps: one timer waits for what is due next.
class VirtualTime final : public QObject, public Clock
{
    Q_OBJECT

public:
    static constexpr double kByHand = 0;

    VirtualTime(const QDateTime &begin, double speed, QObject *parent = nullptr);

    // While something that was due is done, the time it was due at.
    QDateTime now() const override;

    double speed() const { return m_speed; }
    void setSpeed(double speed);

    // Does it then, from the event loop, unless the context is gone. Soon when that is past.
    using Action = std::function<void()>;
    quint64 at(const QDateTime &time, QObject *context, Action action);
    void cancel(quint64 event); // nothing when it is done already

    // Moves on, doing what falls due on the way, each at its time.
    void advance(std::chrono::milliseconds by);

private:
    struct Event
    {
        QPointer<QObject> context;
        Action action;
    };
    using Key = std::pair<qint64, quint64>; // milliseconds, number

    qint64 flowing() const;
    void doUntil(qint64 time);
    void timeOut();
    void wait();

    std::map<Key, Event> m_events;
    QHash<quint64, qint64> m_times; // of the events
    std::optional<qint64> m_standing; // while an event is done
    qint64 m_base; // the time when m_since began
    std::chrono::steady_clock::time_point m_since;
    double m_speed;
    quint64 m_next = 1;
    QTimer m_timer;
};

} // namespace engines
