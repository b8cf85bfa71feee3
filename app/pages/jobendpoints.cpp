// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/jobendpoints.h"

#include "app/api/livestore.h"
#include "app/dialogs/prompt.h"
#include "app/pages/endpointlist.h"
#include "app/pages/endpointswitches.h"
#include "app/text/endpointtext.h"
#include "app/text/errortext.h"
#include "app/theme/looks.h"
#include "app/widgets/pagestates.h"
#include "app/widgets/toast.h"
#include "core/api/jobaccess.h"
#include "core/client/apiclient.h"

#include <QVBoxLayout>

#include <algorithm>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

using model::EndpointState;
using model::JobEndpoint;

namespace {

QString portName(int port)
{
    return model::EndpointName{std::nullopt, port}.toString();
}

} // namespace

JobEndpoints::JobEndpoints(LiveStore &store, Prompt &prompt, QWidget *parent)
    : QWidget(parent)
    , m_store(store)
    , m_prompt(prompt)
    , m_switches(new EndpointSwitches([this](const QString &text) { return portProblem(text); }))
    , m_states(new PageStates)
    , m_list(new EndpointList)
{
    setObjectName(u"jobEndpoints"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 2 * kGrid, 0, 0);
    layout->setSpacing(2 * kGrid);
    layout->addWidget(m_switches);
    layout->addWidget(m_states, 1);
    m_states->setContent(m_list);
    m_loadSoon.setSingleShot(true);
    m_loadSoon.setInterval(100ms);
    connect(&m_loadSoon, &QTimer::timeout, this, &JobEndpoints::load);
    connect(&store, &LiveStore::reloadNeeded, this, &JobEndpoints::load);
    connect(&store, &LiveStore::endpointsChanged, this, [this](const model::JobId &job) {
        if (job == m_job.id)
            m_loadSoon.start();
    });
    connect(&store, &LiveStore::accountChanged, &m_loadSoon, qOverload<>(&QTimer::start));
    connect(m_states, &PageStates::retryRequested, this, &JobEndpoints::load);
    connect(m_switches, &EndpointSwitches::switchRequested, this, &JobEndpoints::askToSwitch);
    connect(m_switches, &EndpointSwitches::portRequested, this, &JobEndpoints::openPort);
    connect(m_list, &EndpointList::switchRequested, this, &JobEndpoints::askToSwitch);
    connect(m_list, &EndpointList::accountRequested, this, &JobEndpoints::accountRequested);
    close();
    retranslate();
}

void JobEndpoints::setJob(const model::JobSummary &job)
{
    const bool isOther = job.id != m_job.id;
    if (isOther)
        close();
    const bool hasMoved = isOther || job.state != m_job.state;
    m_job = job;
    if (!hasMoved)
        return;
    if (m_endpoints)
        showRows();
    m_loadSoon.start();
}

void JobEndpoints::close()
{
    ++m_asked;
    m_job = {};
    m_endpoints.reset();
    m_isStale = true;
    m_switches->clearPort();
    m_switches->setEndpoints({});
    m_switches->setEnabled(false);
    m_states->showLoading();
}

void JobEndpoints::retranslate()
{
    m_switches->retranslate();
    m_list->retranslate();
    if (m_endpoints)
        showRows();
}

void JobEndpoints::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_isStale)
        load();
}

void JobEndpoints::load()
{
    m_isStale = true;
    if (m_job.id.isEmpty() || !isVisible())
        return;
    m_isStale = false;
    if (!m_endpoints)
        m_states->showLoading();
    whenDone(m_store.api().call(api::listEndpoints, {m_job.id.toString()}), this,
             [this, asked = ++m_asked](const Result<Endpoints> &endpoints) {
                 if (asked == m_asked)
                     take(endpoints);
             });
}

void JobEndpoints::take(const Result<Endpoints> &endpoints)
{
    if (endpoints)
        return takeAll(endpoints->items);
    m_isStale = true;
    // What is shown stays true enough while the server is away.
    if (m_endpoints && ErrorText::mayPass(endpoints.error().code))
        return;
    m_endpoints.reset();
    m_switches->setEnabled(false);
    m_states->showError(tr("The endpoints could not be loaded."), ErrorText::of(endpoints.error()));
}

void JobEndpoints::takeAll(const QList<JobEndpoint> &endpoints)
{
    m_endpoints = endpoints;
    m_switches->setEnabled(true);
    m_switches->setEndpoints(endpoints);
    showRows();
}

void JobEndpoints::showRows()
{
    const QString why = whyNot();
    m_switches->setWhyNot(why);
    m_list->setEndpoints(*m_endpoints, m_job.state, why);
    if (!m_endpoints->isEmpty())
        return m_states->showContent();
    m_states->showEmpty(why.isEmpty() ? tr("This job has no endpoints. Switch one on above.")
                                      : tr("This job has no endpoints."),
                        {}, Icon::Terminal);
}

std::optional<rules::EndpointRefusal> JobEndpoints::refusalOfOpening(const QString &name) const
{
    return rules::refusalOfOpening(m_store.account(), m_job,
                                   m_endpoints.value_or(QList<JobEndpoint>()), name);
}

QString JobEndpoints::whyNot() const
{
    const auto refusal = rules::refusalOfOpening(m_store.account(), m_job, {}, u"ssh"_s);
    return refusal ? EndpointText::refusal(*refusal) : QString();
}

QString JobEndpoints::portProblem(const QString &text) const
{
    const auto refusal = refusalOfOpening(portName(text.toInt()));
    return refusal ? EndpointText::refusal(*refusal) : QString();
}

bool JobEndpoints::isReady(const QString &name) const
{
    return m_endpoints && std::ranges::any_of(*m_endpoints, [&name](const JobEndpoint &endpoint) {
               return endpoint.name == name && endpoint.state == EndpointState::Ready;
           });
}

// Somebody may be at work through one that is ready.
void JobEndpoints::askToSwitch(const QString &name, bool on)
{
    if (on || !isReady(name))
        return switchTo(name, on);
    const Question question{tr("Switch off %1?").arg(EndpointText::name(name)),
                            EndpointText::loss(), tr("Switch off")};
    whenDone(m_prompt.confirm(question), this, [this, name, job = m_job.id](bool confirmed) {
        if (job != m_job.id)
            return;
        if (confirmed)
            switchTo(name, false);
        else if (m_endpoints)
            m_switches->setEndpoints(*m_endpoints);
    });
}

void JobEndpoints::openPort(int port)
{
    m_newPort = portName(port);
    switchTo(m_newPort, true);
}

void JobEndpoints::switchTo(const QString &name, bool on)
{
    const auto refusal = on ? refusalOfOpening(name) : std::nullopt;
    if (refusal && *refusal != rules::EndpointRefusal::OnAlready)
        return refuse(name, EndpointText::refusal(*refusal));
    const QStringList path{m_job.id.toString(), name};
    client::ApiClient &api = m_store.api();
    whenDone(on ? api.call(api::openEndpoint, path) : api.call(api::closeEndpoint, path), this,
             [this, name, job = m_job.id, asked = ++m_asked](const Result<Endpoints> &endpoints) {
                 if (job != m_job.id)
                     return;
                 if (!endpoints)
                     return refuse(name, ErrorText::of(endpoints.error()));
                 if (std::exchange(m_newPort, {}) == name)
                     m_switches->clearPort();
                 if (asked == m_asked)
                     takeAll(endpoints->items);
             });
}

// What did not happen is said where it was asked for, and shown as it is.
void JobEndpoints::refuse(const QString &name, const QString &why)
{
    if (m_newPort == name)
        m_switches->showPortProblem(why);
    else
        Toast::say(this, why);
    m_newPort.clear();
    if (m_endpoints)
        m_switches->setEndpoints(*m_endpoints);
    load();
}
