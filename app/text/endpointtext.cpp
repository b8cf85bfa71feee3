// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/endpointtext.h"

#include "app/text/jobtext.h"
#include "core/rules/jobrules.h"

using model::EndpointFailure;
using model::EndpointKind;
using model::EndpointState;
using model::JobState;
using rules::EndpointRefusal;

namespace {

model::EndpointName nameOf(const model::JobEndpoint &endpoint)
{
    return model::EndpointName::fromString(endpoint.name).value_or(model::EndpointName());
}

} // namespace

QString EndpointText::state(EndpointState state)
{
    switch (state) {
    case EndpointState::Pending:
        //: State of a way into a job
        return tr("Pending");
    case EndpointState::Ready:
        //: State of a way into a job
        return tr("Ready");
    case EndpointState::Failed:
        //: State of a way into a job
        return tr("Failed");
    case EndpointState::Stopped:
        //: State of a way into a job
        return tr("Stopped");
    }
    Q_UNREACHABLE();
}

QString EndpointText::name(const QString &endpoint)
{
    const auto name = model::EndpointName::fromString(endpoint);
    if (!name)
        return endpoint;
    return name->kind ? JobText::endpoint(*name->kind)
                      : tr("Port %1").arg(QString::number(name->port));
}

QString EndpointText::label(const model::JobEndpoint &endpoint)
{
    const bool isOfOneTask = endpoint.task == QStringLiteral("main");
    return nameOf(endpoint).kind == EndpointKind::Ssh && !isOfOneTask
               ? tr("SSH to %1").arg(endpoint.task)
               : name(endpoint.name);
}

QString EndpointText::explanation(const model::JobEndpoint &endpoint, JobState job)
{
    switch (endpoint.state) {
    case EndpointState::Pending:
        return pending(endpoint, job);
    case EndpointState::Failed:
        return failed(endpoint);
    case EndpointState::Stopped:
        return stopped(job);
    case EndpointState::Ready:
        return tr("Its address is shown to the job's owner and to those who manage jobs.");
    }
    Q_UNREACHABLE();
}

QString EndpointText::pending(const model::JobEndpoint &endpoint, JobState job)
{
    if (job != JobState::Running)
        return tr("Opens when the job runs.");
    const model::EndpointName name = nameOf(endpoint);
    return name.kind ? tr("Is being started in the job.")
                     : tr("Waits for a program in the job that listens on port %1.")
                           .arg(QString::number(name.port));
}

QString EndpointText::failed(const model::JobEndpoint &endpoint)
{
    const auto withDetail = [&endpoint](const QString &sentence, const QString &withWords) {
        return endpoint.detail.isEmpty() ? sentence : withWords.arg(endpoint.detail);
    };
    if (!endpoint.failure)
        return endpoint.detail;
    const model::EndpointName name = nameOf(endpoint);
    switch (*endpoint.failure) {
    case EndpointFailure::NotInImage:
        return missing(endpoint);
    case EndpointFailure::Exited:
        //: %1 is the program's own last word
        return withDetail(tr("It ended by itself."), tr("It ended by itself: %1"));
    case EndpointFailure::NoAnswer:
        return name.kind ? tr("It was started and does not answer.")
                         : tr("No program in the job listens on port %1.")
                               .arg(QString::number(name.port));
    case EndpointFailure::NoPort:
        return tr("The node has no port free for it.");
    case EndpointFailure::EngineRefused:
        return withDetail(tr("The node could not open it."),
                          tr("The node could not open it. The engine says: %1"));
    }
    Q_UNREACHABLE();
}

QString EndpointText::missing(const model::JobEndpoint &endpoint)
{
    return nameOf(endpoint).kind == EndpointKind::Ssh
               ? tr("The job's image has no SSH server.")
               : tr("%1 is not in the job's image.").arg(name(endpoint.name));
}

QString EndpointText::stopped(JobState job)
{
    return rules::canSwitchEndpoints(job) ? tr("Switched off.") : tr("The job has ended.");
}

QString EndpointText::unusable()
{
    return tr("The server told an address that cannot be used. Tell support.");
}

QString EndpointText::refusal(EndpointRefusal refusal)
{
    switch (refusal) {
    case EndpointRefusal::SomebodyElses:
        return tr("It is somebody else's job.");
    case EndpointRefusal::JobEnded:
        return tr("The job has ended.");
    case EndpointRefusal::UnknownName:
    case EndpointRefusal::PortRange:
        return tr("Enter a whole number from %1 to %2.")
            .arg(QString::number(rules::kLeastPort), QString::number(rules::kMostPort));
    case EndpointRefusal::TooMany:
        return tr("A job has at most %n endpoints. Switch one off first.", nullptr,
                  rules::kMostEndpoints);
    case EndpointRefusal::OnAlready:
        return tr("This one is switched on already.");
    case EndpointRefusal::OffAlready:
        return tr("This one is switched off already.");
    }
    Q_UNREACHABLE();
}

QString EndpointText::loss()
{
    return tr("Open connections to it are cut. The job goes on.");
}
