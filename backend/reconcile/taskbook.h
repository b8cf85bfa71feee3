// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/engine.h"

#include <QHash>
#include <QTimer>

#include <chrono>

namespace reconcile {

// What is known of every container of this installation, and what is being asked of the engine for
// it: one request at a time for each. It decides nothing. The engine's list() is the truth; its
// hints and its answers to our own requests are newer than a list that was asked for before them.
class TaskBook : public QObject
{
    Q_OBJECT

public:
    static constexpr int kMostTries = 5; // of a start that the engine cannot answer

    struct Task
    {
        std::optional<engines::TaskStatus> status; // absent: no container is known
        std::optional<engines::StartOutcome> failure; // why the start was given up
        bool busy = false; // a request is under way
        bool starting = false; // it is a start
        bool uncertain = false; // a request got no answer: only a list tells what came of it
        bool waiting = false; // nothing is asked for a while, after a request that failed
        bool asked = false; // to end, by us or, for all we know, before our start
        int tries = 0; // starts that got no answer
        QString problem; // of the latest of them

        // There is no container, and none comes of what was asked.
        bool isGone() const { return !status && !busy && !uncertain; }
        // A command may be running.
        bool mayRun() const
        {
            return busy || uncertain || (status && status->phase == engines::TaskPhase::Running);
        }
    };

    // The engine outlives the book.
    explicit TaskBook(engines::ContainerEngine &engine, QObject *parent = nullptr);

    bool isKnown() const { return m_known; } // the engine has been read since the start
    Task task(const engines::TaskKey &key) const;
    QList<engines::TaskKey> keys() const; // of every container that is known

    // Each does nothing while another request for the task is under way, and for a while after one
    // that failed; but stop() ends a start's wait for its image.
    void start(const engines::TaskSpec &spec);
    void stop(const engines::TaskKey &key, std::chrono::seconds grace);
    void remove(const engines::TaskKey &key);

    // How long to wait after so many tries in vain.
    static std::chrono::seconds pauseAfter(int tries) { return std::chrono::seconds(1 << tries); }

    // That it was asked to end before our start cannot be ruled out.
    void assumeAsked(const engines::TaskKey &key) { m_tasks[key].asked = true; }

    // Reads the engine's list.
    void observe();

    // Lets go of what is remembered of an attempt that is over; containers stay known.
    void forget(const model::JobId &job, int attempt);

signals:
    // Something about a task of this attempt of the job is new.
    void changed(const model::JobId &job, int attempt);
    void observed(); // a list has been read

private:
    void startDone(const engines::TaskKey &key, const Result<engines::StartOutcome> &result);
    void pause(const engines::TaskKey &key, std::chrono::seconds time);
    void tryLater(const engines::TaskKey &key, const QString &problem);
    void requestDone(const engines::TaskKey &key, const Result<> &result);
    void hear(const engines::TaskStatus &status);
    void take(const QList<engines::TaskStatus> &list, quint64 askedAt);
    void touch(const engines::TaskKey &key);

    engines::ContainerEngine &m_engine;
    QHash<engines::TaskKey, Task> m_tasks;
    QHash<engines::TaskKey, quint64> m_touched; // when it last changed, by m_serial
    QTimer m_resync;
    quint64 m_serial = 0;
    bool m_known = false;
    bool m_observing = false;
    bool m_observeAgain = false;
};

} // namespace reconcile
