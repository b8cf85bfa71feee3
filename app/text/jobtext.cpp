// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/jobtext.h"

using model::JobState;
using model::Reason;
using model::ReasonCode;

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

QString JobText::reason(const Reason &reason)
{
    switch (reason.code) {
    case ReasonCode::NotEnoughInVc:
    case ReasonCode::UserLimit:
    case ReasonCode::NoNodeHasRoom:
    case ReasonCode::NoRingHasRoom:
    case ReasonCode::NotEnoughNodes:
    case ReasonCode::HeldForEarlierJob:
    case ReasonCode::NeverFits:
    case ReasonCode::NoSuchDevices:
    case ReasonCode::WaitingForStart:
        return waiting(reason);
    case ReasonCode::Preempted:
    case ReasonCode::NodeLost:
    case ReasonCode::NodeDrained:
    case ReasonCode::EngineRetry:
        return requeued(reason);
    case ReasonCode::ExitCode:
    case ReasonCode::OutOfMemory:
    case ReasonCode::ImageNotFound:
    case ReasonCode::RegistryRefused:
    case ReasonCode::EngineRefused:
    case ReasonCode::TaskLost:
    case ReasonCode::ByUser:
        return ended(reason);
    }
    Q_UNREACHABLE();
}

QString JobText::waiting(const Reason &reason)
{
    switch (reason.code) {
    case ReasonCode::NotEnoughInVc:
        return tr("Needs %n device(s); %1 of %2 in the virtual cluster are free.", nullptr,
                  reason.asked)
            .arg(number(reason.free), number(reason.total));
    case ReasonCode::UserLimit:
        return tr("Needs %n device(s); your limit in this virtual cluster is %2 and leaves %1.",
                  nullptr, reason.asked)
            .arg(number(reason.free), number(reason.total));
    case ReasonCode::NoNodeHasRoom:
        return tr("No node has %n device(s) free now; the best has %1.", nullptr, reason.asked)
            .arg(number(reason.free));
    case ReasonCode::NoRingHasRoom:
        return tr("No ring of linked devices has %n free now.", nullptr, reason.asked);
    case ReasonCode::NotEnoughNodes:
        return tr("Needs %n node(s) with room at the same time; %1 have it now.", nullptr,
                  reason.asked)
            .arg(number(reason.free));
    case ReasonCode::HeldForEarlierJob:
        return reason.subject.isEmpty()
                   ? tr("The free devices are held for an earlier job.")
                   : tr("The free devices are held for the earlier job %1.").arg(reason.subject);
    case ReasonCode::NeverFits:
        return tr("Can never run: it asks for %n device(s), the largest node has %1.", nullptr,
                  reason.asked)
            .arg(number(reason.total));
    case ReasonCode::NoSuchDevices:
        return tr("Can never run: no node has this device type.");
    default:
        return tr("Starts in a moment.");
    }
}

QString JobText::requeued(const Reason &reason)
{
    if (reason.code == ReasonCode::Preempted)
        return reason.subject.isEmpty()
                   ? tr("Gave its devices to a job that is not preemptible.")
                   : tr("Gave its devices to the job %1, which is not preemptible.")
                         .arg(reason.subject);
    if (reason.code == ReasonCode::NodeLost)
        return tr("The node %1 was lost.").arg(reason.subject);
    if (reason.code == ReasonCode::NodeDrained)
        return detail(tr("The node %1 is being emptied.").arg(reason.subject), reason);
    return detail(
        tr("Starting failed, attempt %1 of %2.").arg(number(reason.asked), number(reason.total)),
        reason);
}

QString JobText::ended(const Reason &reason)
{
    switch (reason.code) {
    case ReasonCode::ExitCode:
        if (reason.exitCode.value_or(0) == 0)
            return tr("The command ended with exit code 0.");
        return tr("The command of task %1 ended with exit code %2.")
            .arg(reason.subject, number(reason.exitCode.value_or(0)));
    case ReasonCode::OutOfMemory:
        return tr("The task %1 used more memory than it may and was ended.").arg(reason.subject);
    case ReasonCode::ImageNotFound:
        return detail(tr("The image was not found."), reason);
    case ReasonCode::RegistryRefused:
        return detail(tr("The registry refused the sign-in. Check registry, user and password."),
                      reason);
    case ReasonCode::EngineRefused:
        return detail(tr("The node could not run it."), reason);
    case ReasonCode::TaskLost:
        return tr("The container of task %1 is gone.").arg(reason.subject);
    default:
        //: %1 is a person
        return tr("By %1.").arg(reason.subject);
    }
}

QString JobText::detail(const QString &sentence, const Reason &reason)
{
    if (reason.detail.isEmpty())
        return sentence;
    //: A sentence of ours, then the engine's own
    return tr("%1 %2").arg(sentence, reason.detail);
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

QString JobText::hint(const Reason &reason)
{
    switch (reason.code) {
    case ReasonCode::NotEnoughInVc:
        return tr("A preemptible job may use what others leave; fewer devices may start sooner.");
    case ReasonCode::UserLimit:
        return tr("It starts when one of your jobs ends. A preemptible job does not count.");
    case ReasonCode::NoNodeHasRoom:
    case ReasonCode::NoRingHasRoom:
    case ReasonCode::NotEnoughNodes:
        return tr("Fewer devices may start sooner.");
    case ReasonCode::NeverFits:
    case ReasonCode::NoSuchDevices:
        return tr("Kill it and submit it again with what the cluster has.");
    default:
        return {};
    }
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
        return tr("Has to leave its node");
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
