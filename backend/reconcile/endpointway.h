// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/engine.h"
#include "core/model/jobendpoint.h"

#include <QDeadlineTimer>
#include <QTimer>

#include <functional>

namespace reconcile {

// How often it is looked whether something answers.
struct EndpointPace
{
    std::chrono::milliseconds look{500}; // until it does; ever less often
    std::chrono::milliseconds longestLook{5000};
    std::chrono::milliseconds probe{10000}; // while it does
    std::chrono::milliseconds patience{90000}; // with a service that runs and does not answer
    std::chrono::milliseconds again{1000}; // after the engine did not answer; ever later
};

// What came of a wish.
struct EndpointOutcome
{
    model::EndpointState state = model::EndpointState::Pending;
    std::optional<model::EndpointFailure> failure;
    QString detail;
    QString host; // while ready
    int port = 0; // outside, the latest

    bool operator==(const EndpointOutcome &) const = default;
};

// One endpoint of one running task: brings up what is wanted and takes it down again, one request to
// the engine at a time, and watches over what answers. A failure stays until the next wish. What an
// interactive port leads to is the person's own: it may come and go.
class EndpointWay final : public QObject
{
    Q_OBJECT

public:
    struct What
    {
        engines::TaskKey key;
        model::EndpointName name;
        int uid = 0; // whose service it is
        bool isShared = false; // the service is there for others as well: it is never stopped
        // Writes what the service reads when it starts.
        std::function<QFuture<Result<>>()> prepare;
    };
    // The engine outlives it.
    EndpointWay(engines::ContainerEngine &engine, What what, const EndpointPace &pace,
                QObject *parent = nullptr);

    // The latest wish, known by its number, and the port outside that it had before, or 0.
    void want(qint64 wish, bool on, int port);
    qint64 wish() const { return m_wish; }
    bool isWanted() const { return m_on; }
    bool isGone() const { return m_phase == Phase::Gone; }
    const EndpointOutcome &outcome() const { return m_outcome; }

    void look(); // something may have changed
    void leave(); // its task is no longer needed: nobody gets in any more

signals:
    void outcomeChanged();

private:
    enum class Phase { Reserve, Prepare, Start, Await, Expose, Watch, Failed, Conceal, Stop, Gone };

    template <typename T, typename Slot>
    void ask(const QFuture<Result<T>> &future, Slot slot);
    void go(Phase phase);
    void step();
    void later(std::chrono::milliseconds time);
    void retry(const Error &error); // the same step again, unless it was tried often
    void fail(model::EndpointFailure failure, const QString &detail);
    void set(const EndpointOutcome &outcome);

    void reserve();
    void prepare();
    void start();
    void started(const engines::Execution &execution);
    void await();
    void expose();
    void exposed(const Result<engines::Exposure> &exposure);
    void watch();
    void missed(); // it does not answer
    void examine(); // asks whether the service runs
    void conceal();
    void stop();
    QFuture<Result<engines::Execution>> service(const QString &action);

    engines::ContainerEngine &m_engine;
    const What m_what;
    const EndpointPace m_pace;
    const int m_taskPort;
    EndpointOutcome m_outcome;
    Phase m_phase = Phase::Gone;
    qint64 m_wish = -1;
    bool m_on = false;
    bool m_busy = false; // a request is under way
    quint64 m_serial = 0; // of the wish that it was for
    bool m_mayBeExposed = false;
    int m_tries = 0; // of this step that the engine refused
    int m_looks = 0; // since it answered last
    QTimer m_timer;
    QDeadlineTimer m_silence; // until when it may go without an answer
};

// One request at a time; the answer to one that was for an earlier wish only ends the wait for it.
template <typename T, typename Slot>
void EndpointWay::ask(const QFuture<Result<T>> &future, Slot slot)
{
    m_busy = true;
    whenDone(future, this, [this, slot, serial = m_serial](const Result<T> &result) {
        m_busy = false;
        if (result)
            m_tries = 0;
        if (serial == m_serial)
            slot(result);
        else
            step();
    });
}

} // namespace reconcile
