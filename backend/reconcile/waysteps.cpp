// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/reconcile/endpointway.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

// What is asked of the engine next, and what its answers mean.
namespace reconcile {

namespace {

using model::EndpointFailure;
using model::EndpointState;

constexpr int kLooksBetweenExaminations = 4;

// As services.sh says.
constexpr int kNotInImage = 3;
constexpr int kEnded = 4;

} // namespace

// The port it had, before another takes it.
void EndpointWay::reserve()
{
    if (m_outcome.port == 0 || m_mayBeExposed)
        return go(Phase::Prepare);
    m_mayBeExposed = true;
    ask(m_engine.expose(m_what.key, m_taskPort, m_outcome.port),
        [this](const Result<engines::Exposure> &exposure) {
            m_mayBeExposed = bool(exposure);
            go(Phase::Prepare); // what hinders it now hinders it later
        });
}

void EndpointWay::prepare()
{
    if (!m_what.name.kind || !m_what.prepare)
        return go(Phase::Start);
    ask(m_what.prepare(), [this](const Result<> &done) {
        if (done)
            go(Phase::Start);
        else
            retry(done.error());
    });
}

QFuture<Result<engines::Execution>> EndpointWay::service(const QString &action)
{
    return m_engine.execute(
        m_what.key, {u"/bin/sh"_s, u"/run/berth/services.sh"_s, m_what.name.toString(), action},
        m_what.uid);
}

void EndpointWay::start()
{
    if (!m_what.name.kind)
        return go(Phase::Await);
    ask(service(u"start"_s), [this](const Result<engines::Execution> &execution) {
        if (execution)
            started(*execution);
        else
            retry(execution.error());
    });
}

void EndpointWay::started(const engines::Execution &execution)
{
    const QString words = execution.output.trimmed();
    if (execution.exitCode == 0)
        go(Phase::Await);
    else if (execution.exitCode == kNotInImage)
        fail(EndpointFailure::NotInImage, words);
    else if (execution.exitCode == kEnded)
        fail(EndpointFailure::Exited, words);
    else
        fail(EndpointFailure::EngineRefused, words);
}

void EndpointWay::await()
{
    ask(m_engine.accepts(m_what.key, m_taskPort), [this](const Result<bool> &accepts) {
        if (!accepts)
            retry(accepts.error());
        else if (*accepts)
            go(Phase::Expose);
        else
            missed();
    });
}

void EndpointWay::expose()
{
    m_mayBeExposed = true;
    ask(m_engine.expose(m_what.key, m_taskPort, m_outcome.port),
        [this](const Result<engines::Exposure> &exposure) { exposed(exposure); });
}

void EndpointWay::exposed(const Result<engines::Exposure> &exposure)
{
    if (exposure) {
        set({EndpointState::Ready, {}, {}, exposure->host, exposure->port});
        m_phase = Phase::Watch;
        m_looks = 0;
        m_silence.setRemainingTime(m_pace.patience);
        return later(m_pace.probe);
    }
    const bool isTaken = exposure.error().code == ErrorCode::Conflict;
    if (isTaken && m_outcome.port != 0) {
        m_outcome.port = 0; // another one, then
        return step();
    }
    if (isTaken)
        return fail(EndpointFailure::NoPort, exposure.error().detail);
    retry(exposure.error());
}

void EndpointWay::watch()
{
    ask(m_engine.accepts(m_what.key, m_taskPort), [this](const Result<bool> &accepts) {
        if (accepts && !*accepts)
            return missed();
        if (accepts) {
            m_looks = 0;
            m_silence.setRemainingTime(m_pace.patience);
        }
        later(m_pace.probe);
    });
}

void EndpointWay::missed()
{
    const bool wasReady = m_phase == Phase::Watch;
    if (!m_what.name.kind && wasReady) {
        set({EndpointState::Pending, {}, {}, {}, m_outcome.port});
        return go(Phase::Await);
    }
    ++m_looks;
    if (m_what.name.kind && (wasReady || m_looks % kLooksBetweenExaminations == 0))
        return examine();
    later(std::min(m_pace.look * m_looks, m_pace.longestLook));
}

void EndpointWay::examine()
{
    ask(service(u"status"_s), [this](const Result<engines::Execution> &execution) {
        if (!execution && m_silence.hasExpired())
            return fail(EndpointFailure::EngineRefused, execution.error().detail);
        if (!execution)
            return retry(execution.error());
        if (execution->exitCode != 0)
            return fail(EndpointFailure::Exited, execution->output.trimmed());
        if (m_silence.hasExpired())
            return fail(EndpointFailure::NoAnswer, {});
        later(std::min(m_pace.look * m_looks, m_pace.longestLook));
    });
}

void EndpointWay::conceal()
{
    const auto done = [this] {
        m_mayBeExposed = false;
        if (m_phase == Phase::Conceal)
            go(Phase::Stop);
    };
    if (!m_mayBeExposed && m_phase == Phase::Failed)
        return;
    if (!m_mayBeExposed)
        return done();
    ask(m_engine.conceal(m_what.key, m_taskPort), [this, done](const Result<> &concealed) {
        if (concealed || concealed.error().code == ErrorCode::NotFound)
            done();
        else
            later(m_pace.again);
    });
}

void EndpointWay::stop()
{
    const auto done = [this] {
        m_phase = Phase::Gone;
        set({EndpointState::Stopped, {}, {}, {}, m_outcome.port});
    };
    if (!m_what.name.kind || m_what.isShared)
        return done();
    ask(service(u"stop"_s), [this, done](const Result<engines::Execution> &execution) {
        if (execution)
            done();
        else
            retry(execution.error());
    });
}

} // namespace reconcile
