// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/forecast.h"

#include "core/api/jobs.h"
#include "core/client/apiclient.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kPause = 200ms;

// Only what decides about the start: so an answer comes before the rest is filled in.
model::JobSpec decisive(const model::JobSpec &spec)
{
    model::JobSpec asked;
    asked.name = u"forecast"_s;
    asked.image = u"forecast"_s;
    asked.command = u"true"_s;
    asked.vc = spec.vc;
    asked.kind = spec.kind;
    asked.preemptible = spec.preemptible;
    asked.deviceType = spec.deviceType;
    asked.devices = spec.devices;
    asked.nodes = spec.nodes;
    asked.devicesPerNode = spec.devicesPerNode;
    asked.priority = spec.priority;
    return asked;
}

} // namespace

Forecast::Forecast(LiveStore &store, QObject *parent)
    : QObject(parent)
    , m_store(store)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPause);
    connect(&m_pause, &QTimer::timeout, this, &Forecast::ask);
    connect(&store, &LiveStore::vcsChanged, this, &Forecast::askSoon);
    connect(&store, &LiveStore::clusterChanged, this, &Forecast::askSoon);
}

void Forecast::follow(const model::JobSpec &spec)
{
    const model::JobSpec asked = decisive(spec);
    if (asked == m_spec)
        return;
    m_spec = asked;
    m_verdict.reset();
    askSoon();
    emit changed();
}

void Forecast::setWatched(bool watched)
{
    m_isWatched = watched;
    if (watched)
        askSoon();
    else
        m_pause.stop();
}

void Forecast::askSoon()
{
    if (m_isWatched)
        m_pause.start();
}

void Forecast::ask()
{
    if (m_spec.vc.value().isEmpty())
        return;
    whenDone(m_store.api().call(api::dryRunJob, {}, m_spec), this,
             [this, asked = m_spec](const auto &answer) { take(asked, answer); });
}

void Forecast::take(const model::JobSpec &asked, const Result<model::Verdict> &answer)
{
    if (asked != m_spec)
        return; // asked again already
    m_verdict = answer ? std::optional(*answer) : std::nullopt;
    emit changed();
}
