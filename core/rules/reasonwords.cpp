// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/reasonwords.h"

using namespace Qt::Literals::StringLiterals;

namespace rules {

namespace {

QString withDetail(const QString &words, const QString &detail)
{
    return detail.isEmpty() ? words : QString(words % u": " % detail);
}

QString waitingWords(const model::Reason &r)
{
    using Code = model::ReasonCode;
    switch (r.code) {
    case Code::NotEnoughInVc:
        return u"asks %1, %2 free of %3 in the VC"_s.arg(r.asked).arg(r.free).arg(r.total);
    case Code::UserLimit:
        return u"asks %1, its owner may hold %2 more of %3 in the VC"_s.arg(r.asked)
            .arg(r.free)
            .arg(r.total);
    case Code::NoNodeHasRoom:
        return u"asks %1, no node has as many free, the best has %2"_s.arg(r.asked).arg(r.free);
    case Code::NoRingHasRoom:
        return u"no link group has %1 devices free"_s.arg(r.asked);
    case Code::NotEnoughNodes:
        return u"needs %1 nodes with room, %2 have it"_s.arg(r.asked).arg(r.free);
    case Code::HeldForEarlierJob:
        return u"the devices are held for "_s
               + (r.subject.isEmpty() ? u"an earlier job"_s
                                      : QString(u"the earlier job "_s + r.subject));
    case Code::FreedByPreemption:
        return u"%1 devices are kept for it, %2 are there; %3 jobs still make room"_s.arg(r.asked)
            .arg(r.free)
            .arg(r.total);
    case Code::NeverFits:
        return u"can never run: asks %1, the largest node has %2"_s.arg(r.asked).arg(r.total);
    case Code::TooFewNodes:
        return u"can never run: asks %1 nodes, %2 are large enough"_s.arg(r.asked).arg(r.total);
    case Code::MoreThanVc:
        return u"can never run: asks %1, the VC has %2"_s.arg(r.asked).arg(r.total);
    case Code::MoreThanUserLimit:
        return u"can never run: asks %1, one person may hold %2 in the VC"_s.arg(r.asked).arg(
            r.total);
    case Code::NoSuchDevices:
        return u"no node has this device type"_s;
    default:
        return u"starts at the next pass"_s;
    }
}

} // namespace

QString reasonWords(const model::Reason &r)
{
    using Code = model::ReasonCode;
    switch (r.code) {
    case Code::NotEnoughInVc:
    case Code::UserLimit:
    case Code::NoNodeHasRoom:
    case Code::NoRingHasRoom:
    case Code::NotEnoughNodes:
    case Code::FreedByPreemption:
    case Code::HeldForEarlierJob:
    case Code::NeverFits:
    case Code::TooFewNodes:
    case Code::MoreThanVc:
    case Code::MoreThanUserLimit:
    case Code::NoSuchDevices:
    case Code::WaitingForStart:
        return waitingWords(r);
    case Code::Preempted:
        return u"gave its devices to "_s
               + (r.subject.isEmpty() ? u"another job"_s : QString(u"job "_s + r.subject));
    case Code::NodeLost:
        return u"node %1 was lost"_s.arg(r.subject);
    case Code::NodeDrained:
        return withDetail(u"node %1 is being emptied"_s.arg(r.subject), r.detail);
    case Code::EngineRetry:
        return withDetail(u"start %1 of %2 failed"_s.arg(r.asked).arg(r.total), r.detail);
    case Code::ExitCode:
        return u"task %1 ended with %2"_s.arg(r.subject).arg(r.exitCode.value_or(-1));
    case Code::OutOfMemory:
        return u"task %1 was killed at its memory limit"_s.arg(r.subject);
    case Code::ImageNotFound:
        return withDetail(u"image not found"_s, r.detail);
    case Code::RegistryRefused:
        return withDetail(u"the registry refused"_s, r.detail);
    case Code::EngineRefused:
        return withDetail(u"the engine refused"_s, r.detail);
    case Code::NotPrepared:
        return withDetail(u"its directories could not be prepared"_s, r.detail);
    case Code::TaskLost:
        return u"the container of task %1 is gone"_s.arg(r.subject);
    case Code::ByUser:
        return u"by %1"_s.arg(r.subject);
    }
    Q_UNREACHABLE();
}

} // namespace rules
