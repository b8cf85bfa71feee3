// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/endpointrules.h"

#include "core/rules/jobactions.h"

#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace rules {

namespace {

using State = model::EndpointState;

std::optional<EndpointRefusal> refusalOfName(const QString &text)
{
    const auto name = model::EndpointName::fromString(text);
    if (!name)
        return EndpointRefusal::UnknownName;
    if (!name->kind && (name->port < kLeastPort || name->port > kMostPort))
        return EndpointRefusal::PortRange;
    return {};
}

// Of this name and switched on.
bool isOn(const QList<model::JobEndpoint> &endpoints, const QString &name)
{
    return std::any_of(endpoints.begin(), endpoints.end(), [&](const auto &endpoint) {
        return endpoint.name == name && endpoint.state != State::Stopped;
    });
}

bool hasFailed(const QList<model::JobEndpoint> &endpoints, const QString &name)
{
    return std::any_of(endpoints.begin(), endpoints.end(), [&](const auto &endpoint) {
        return endpoint.name == name && endpoint.state == State::Failed;
    });
}

qsizetype countOn(const QList<model::JobEndpoint> &endpoints)
{
    QSet<QString> names;
    for (const model::JobEndpoint &endpoint : endpoints) {
        if (endpoint.state != State::Stopped)
            names.insert(endpoint.name);
    }
    return names.size();
}

std::optional<EndpointRefusal> refusalOfSwitching(const model::Account &account,
                                                  const model::JobSummary &job, const QString &name)
{
    if (!mayManage(account, job))
        return EndpointRefusal::SomebodyElses;
    if (const auto refusal = refusalOfName(name))
        return refusal;
    return canSwitchEndpoints(job.state) ? std::nullopt : std::optional(EndpointRefusal::JobEnded);
}

} // namespace

bool canSwitchEndpoints(model::JobState state)
{
    return !isTerminal(state) && state != model::JobState::Killing;
}

std::optional<EndpointRefusal> refusalOfOpening(const model::Account &account,
                                                const model::JobSummary &job,
                                                const QList<model::JobEndpoint> &endpoints,
                                                const QString &name)
{
    if (const auto refusal = refusalOfSwitching(account, job, name))
        return refusal;
    if (isOn(endpoints, name)) {
        return hasFailed(endpoints, name) ? std::nullopt
                                          : std::optional(EndpointRefusal::OnAlready);
    }
    if (countOn(endpoints) >= kMostEndpoints)
        return EndpointRefusal::TooMany;
    return {};
}

std::optional<EndpointRefusal> refusalOfClosing(const model::Account &account,
                                                const model::JobSummary &job,
                                                const QList<model::JobEndpoint> &endpoints,
                                                const QString &name)
{
    if (const auto refusal = refusalOfSwitching(account, job, name))
        return refusal;
    return isOn(endpoints, name) ? std::nullopt : std::optional(EndpointRefusal::OffAlready);
}

Error error(EndpointRefusal refusal)
{
    switch (refusal) {
    case EndpointRefusal::SomebodyElses:
        return {ErrorCode::Forbidden, u"the job is somebody else's"_s, u"id"_s};
    case EndpointRefusal::JobEnded:
        return {ErrorCode::Conflict, u"the job has ended or is being killed"_s, {}};
    case EndpointRefusal::UnknownName:
        return {ErrorCode::InvalidInput,
                u"name: must be ssh, jupyter, tensorboard or port- and a number"_s, u"name"_s};
    case EndpointRefusal::PortRange:
        return {ErrorCode::InvalidInput,
                u"name: ports are whole numbers from %1 to %2"_s.arg(kLeastPort).arg(kMostPort),
                u"name"_s};
    case EndpointRefusal::TooMany:
        return {ErrorCode::Conflict, u"a job has at most %1 endpoints"_s.arg(kMostEndpoints),
                u"name"_s};
    case EndpointRefusal::OnAlready:
        return {ErrorCode::Conflict, u"the endpoint is on already"_s, u"name"_s};
    case EndpointRefusal::OffAlready:
        return {ErrorCode::Conflict, u"the endpoint is off already"_s, u"name"_s};
    }
    Q_UNREACHABLE();
}

} // namespace rules
