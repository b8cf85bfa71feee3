// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/reconcile/endpointway.h"

#include "backend/reconcile/taskports.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reconcile {

namespace {

using model::EndpointFailure;
using model::EndpointState;

constexpr int kMostTries = 5; // of a step that an engine which answers refuses
constexpr int kMostDoublings = 5;

// Where it listens inside.
int taskPortOf(const model::EndpointName &name)
{
    if (!name.kind)
        return name.port;
    switch (*name.kind) {
    case model::EndpointKind::Ssh:
        return kSshPort;
    case model::EndpointKind::Jupyter:
        return kJupyterPort;
    case model::EndpointKind::TensorBoard:
        return kTensorBoardPort;
    }
    Q_UNREACHABLE();
}

} // namespace

EndpointWay::EndpointWay(engines::ContainerEngine &engine, What what, const EndpointPace &pace,
                         QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_what(std::move(what))
    , m_pace(pace)
    , m_taskPort(taskPortOf(m_what.name))
    , m_silence(QDeadlineTimer::Forever)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &EndpointWay::step);
}

void EndpointWay::want(qint64 wish, bool on, int port)
{
    if (wish == m_wish && on == m_on)
        return;
    m_wish = wish;
    m_on = on;
    ++m_serial;
    m_outcome.port = port;
    set({EndpointState::Pending, {}, {}, {}, port});
    go(on ? Phase::Reserve : Phase::Conceal);
}

void EndpointWay::look()
{
    if (m_phase == Phase::Await || m_phase == Phase::Watch)
        step();
}

void EndpointWay::leave()
{
    if (m_mayBeExposed)
        m_engine.conceal(m_what.key, m_taskPort);
}

void EndpointWay::go(Phase phase)
{
    m_phase = phase;
    m_tries = 0;
    if (phase == Phase::Await) {
        m_looks = 0;
        m_silence.setRemainingTime(m_pace.patience);
    }
    step();
}

void EndpointWay::step()
{
    if (m_busy)
        return;
    m_timer.stop();
    switch (m_phase) {
    case Phase::Reserve:
        return reserve();
    case Phase::Prepare:
        return prepare();
    case Phase::Start:
        return start();
    case Phase::Await:
        return await();
    case Phase::Expose:
        return expose();
    case Phase::Watch:
        return watch();
    case Phase::Failed:
    case Phase::Conceal:
        return conceal();
    case Phase::Stop:
        return stop();
    case Phase::Gone:
        return;
    }
}

void EndpointWay::later(std::chrono::milliseconds time)
{
    m_timer.start(time);
}

// An engine that is away is waited for; so is the end of a job whose task is gone.
void EndpointWay::retry(const Error &error)
{
    const bool mayPass = error.code == ErrorCode::Unavailable || error.code == ErrorCode::TimedOut
                         || error.code == ErrorCode::NotFound;
    const bool isAway = !m_engine.info().reachable || error.code == ErrorCode::NotFound;
    if (!isAway)
        ++m_tries;
    if (m_on && (!mayPass || m_tries >= kMostTries))
        return fail(EndpointFailure::EngineRefused, error.detail);
    later(m_pace.again * (1 << std::min(m_tries, kMostDoublings)));
}

void EndpointWay::fail(EndpointFailure failure, const QString &detail)
{
    set({EndpointState::Failed, failure, detail, {}, m_outcome.port});
    go(Phase::Failed);
}

void EndpointWay::set(const EndpointOutcome &outcome)
{
    if (m_outcome == outcome)
        return;
    m_outcome = outcome;
    emit outcomeChanged();
}

} // namespace reconcile
