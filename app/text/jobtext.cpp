// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/jobtext.h"

using model::JobState;

namespace {

QString number(int value)
{
    return QString::number(value);
}

} // namespace

QString JobText::state(JobState state)
{
    switch (state) {
    case JobState::Queued:
        //: State of a job
        return tr("Queued");
    case JobState::Scheduling:
        //: State of a job
        return tr("Scheduling");
    case JobState::Running:
        //: State of a job
        return tr("Running");
    case JobState::Pausing:
        //: State of a job
        return tr("Pausing");
    case JobState::Paused:
        //: State of a job
        return tr("Paused");
    case JobState::Killing:
        //: State of a job
        return tr("Killing");
    case JobState::Killed:
        //: State of a job
        return tr("Killed");
    case JobState::Finished:
        //: State of a job
        return tr("Finished");
    case JobState::Failed:
        //: State of a job: its command failed
        return tr("Failed");
    case JobState::Error:
        //: State of a job: the platform could not run it
        return tr("Error");
    }
    Q_UNREACHABLE();
}

QString JobText::kind(model::JobKind kind)
{
    switch (kind) {
    case model::JobKind::Regular:
        return tr("Regular Job");
    case model::JobKind::Distributed:
        return tr("Distributed Job");
    }
    Q_UNREACHABLE();
}

QString JobText::runOn(model::RunOn runOn)
{
    switch (runOn) {
    case model::RunOn::AllWorkers:
        //: Where a distributed job's command runs
        return tr("All workers");
    case model::RunOn::Launcher:
        //: Where a distributed job's command runs: on ps0 only
        return tr("Launcher");
    }
    Q_UNREACHABLE();
}

QString JobText::endpoint(model::EndpointKind kind)
{
    switch (kind) {
    case model::EndpointKind::Ssh:
        return QStringLiteral("SSH");
    case model::EndpointKind::Jupyter:
        return QStringLiteral("Jupyter");
    case model::EndpointKind::TensorBoard:
        return QStringLiteral("TensorBoard");
    }
    Q_UNREACHABLE();
}

QString JobText::explanation(const model::JobSummary &job)
{
    QString text = job.reason ? reason(*job.reason) : QString();
    if (job.state == JobState::Queued && job.position) {
        const QString place = tr("Number %1 in the queue.").arg(number(*job.position));
        text = text.isEmpty() ? place : tr("%1 %2").arg(text, place);
    }
    if (!text.isEmpty())
        return text;
    switch (job.state) {
    case JobState::Queued:
        return tr("Waits for devices.");
    case JobState::Scheduling:
        return tr("Pulls the image and creates containers.");
    case JobState::Running:
        return tr("Every task is up.");
    case JobState::Pausing:
    case JobState::Killing:
        return tr("Containers are being removed.");
    case JobState::Paused:
        return tr("May be resumed: it starts anew with the same files.");
    case JobState::Finished:
        return tr("The command ended with exit code 0.");
    case JobState::Killed:
    case JobState::Failed:
    case JobState::Error:
        return {};
    }
    Q_UNREACHABLE();
}

QString JobText::note(const model::JobSummary &job)
{
    const bool isPlain = job.state == JobState::Running || job.state == JobState::Finished;
    if (isPlain || !job.reason)
        return {};
    if (job.state != JobState::Queued || !job.position)
        return reason(*job.reason);
    //: %1 its place in the queue, %2 why it waits
    return tr("No. %1 · %2").arg(number(*job.position), waitingNote(*job.reason));
}

QString JobText::step(const model::TimelineEntry &entry)
{
    using Cause = model::TimelineCause;
    const QString actor = entry.actor.value_or(QString());
    const auto byOr = [&actor](const QString &by, const QString &alone) {
        return actor.isEmpty() ? alone : by.arg(actor);
    };
    switch (entry.cause) {
    case Cause::Submitted:
        return byOr(tr("Submitted by %1"), tr("Submitted"));
    case Cause::Placed:
        return tr("Devices chosen, containers are being created");
    case Cause::Started:
        return tr("Running: every task is up");
    case Cause::StartRetried:
        return tr("The engine is asked again");
    case Cause::Withdrawn:
        return tr("Has to leave its devices");
    case Cause::Requeued:
        return tr("Back in the queue");
    case Cause::PauseRequested:
        return byOr(tr("%1 asked to pause it"), tr("Pause asked for"));
    case Cause::Paused:
        return tr("Paused");
    case Cause::Resumed:
        return byOr(tr("Resumed by %1"), tr("Resumed"));
    case Cause::KillRequested:
        return byOr(tr("%1 asked to kill it"), tr("Kill asked for"));
    case Cause::Ended:
        return state(entry.state);
    case Cause::PriorityChanged:
        return actor.isEmpty()
                   ? tr("Priority changed to %1").arg(number(entry.priority.value_or(0)))
                   : tr("Priority changed to %1 by %2")
                         .arg(number(entry.priority.value_or(0)), actor);
    }
    Q_UNREACHABLE();
}
