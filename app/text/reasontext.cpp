// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/format.h"
#include "app/text/jobtext.h"

using model::Reason;
using model::ReasonCode;

namespace {

QString number(int value)
{
    return QString::number(value);
}

} // namespace

QString JobText::reason(const Reason &reason)
{
    switch (reason.code) {
    case ReasonCode::NotEnoughInVc:
    case ReasonCode::UserLimit:
    case ReasonCode::NoNodeHasRoom:
    case ReasonCode::NoRingHasRoom:
    case ReasonCode::NotEnoughNodes:
    case ReasonCode::FreedByPreemption:
    case ReasonCode::HeldForEarlierJob:
    case ReasonCode::NeverFits:
    case ReasonCode::TooFewNodes:
    case ReasonCode::MoreThanVc:
    case ReasonCode::MoreThanUserLimit:
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
    case ReasonCode::NotPrepared:
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
        return reason.subject.isEmpty() ? tr("The free devices are held for an earlier job.")
                                        : tr("The free devices are held for the earlier job %1.")
                                              .arg(Format::shortId(reason.subject));
    case ReasonCode::FreedByPreemption:
        return tr("%n device(s) are kept for it, %1 of them free; jobs still making room: %2.",
                  nullptr, reason.asked)
            .arg(number(reason.free), number(reason.total));
    case ReasonCode::WaitingForStart:
        return tr("Starts in a moment.");
    default:
        return never(reason);
    }
}

QString JobText::waitingNote(const Reason &reason)
{
    const QString asked = number(reason.asked);
    switch (reason.code) {
    case ReasonCode::NotEnoughInVc:
        //: Devices, in a list: %1 asked for, %2 of %3 free
        return tr("needs %1, %2 of %3 free").arg(asked, number(reason.free), number(reason.total));
    case ReasonCode::UserLimit:
        //: Devices, in a list: %1 asked for, %2 left under the person's limit
        return tr("needs %1, your limit leaves %2").arg(asked, number(reason.free));
    case ReasonCode::NoNodeHasRoom:
        //: Devices, in a list
        return tr("no node has %1 free").arg(asked);
    case ReasonCode::NoRingHasRoom:
        //: Devices, in a list
        return tr("no ring has %1 free").arg(asked);
    case ReasonCode::NotEnoughNodes:
        //: In a list: %1 nodes asked for, %2 have room
        return tr("needs %1 nodes, %2 have room").arg(asked, number(reason.free));
    case ReasonCode::FreedByPreemption:
        //: Devices, in a list: %1 of %2 kept for the job are free
        return tr("%1 of %2 freed for it").arg(number(reason.free), asked);
    case ReasonCode::HeldForEarlierJob:
        return tr("an earlier job is first");
    case ReasonCode::WaitingForStart:
        return tr("starts in a moment");
    default:
        return isForEver(reason.code) ? tr("can never run") : JobText::reason(reason);
    }
}

QString JobText::never(const Reason &reason)
{
    switch (reason.code) {
    case ReasonCode::NeverFits:
        return tr("Can never run: it asks for %n device(s), the largest node has %1.", nullptr,
                  reason.asked)
            .arg(number(reason.total));
    case ReasonCode::TooFewNodes:
        return tr("Can never run: it asks for %n node(s), the cluster has %1 that are large enough.",
                  nullptr, reason.asked)
            .arg(number(reason.total));
    case ReasonCode::MoreThanVc:
        return tr("Can never run: it asks for %n device(s), the virtual cluster has %1.", nullptr,
                  reason.asked)
            .arg(number(reason.total));
    case ReasonCode::MoreThanUserLimit:
        return tr("Can never run: it asks for %n device(s), your limit in this virtual cluster is "
                  "%1.",
                  nullptr, reason.asked)
            .arg(number(reason.total));
    default:
        return tr("Can never run: no node has this device type.");
    }
}

QString JobText::requeued(const Reason &reason)
{
    if (reason.code == ReasonCode::Preempted)
        return reason.subject.isEmpty()
                   ? tr("Gave its devices to a job that is not preemptible.")
                   : tr("Gave its devices to the job %1, which is not preemptible.")
                         .arg(Format::shortId(reason.subject));
    if (reason.code == ReasonCode::NodeLost)
        return tr("The node %1 was lost.").arg(reason.subject);
    if (reason.code == ReasonCode::NodeDrained)
        return withNote(tr("The node %1 is being emptied.").arg(reason.subject), reason.detail);
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
    case ReasonCode::NotPrepared:
        return detail(tr("Its directories could not be prepared."), reason);
    case ReasonCode::TaskLost:
        return tr("The container of task %1 is gone.").arg(reason.subject);
    default:
        //: %1 is a person
        return tr("By %1.").arg(reason.subject);
    }
}

// A sentence of ours, then what a person wrote about it.
QString JobText::withNote(const QString &sentence, const QString &note)
{
    return note.isEmpty() ? sentence : tr("%1 %2").arg(sentence, note);
}

QString JobText::detail(const QString &sentence, const Reason &reason)
{
    if (reason.detail.isEmpty())
        return sentence;
    //: A sentence of ours, then the engine's own
    return tr("%1 The engine says: %2").arg(sentence, reason.detail);
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
    case ReasonCode::TooFewNodes:
    case ReasonCode::MoreThanVc:
    case ReasonCode::MoreThanUserLimit:
    case ReasonCode::NoSuchDevices:
        return tr("Kill it and submit it again with what the cluster has.");
    default:
        return {};
    }
}
