// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/job.h"

namespace model {

enum class TimelineCause {
    Submitted,
    Placed, // devices chosen: scheduling
    Started, // every task is up: running
    StartRetried, // the engine could not start it and is asked again
    Withdrawn, // has to leave its devices: preempted, its node lost or being emptied
    Requeued, // back in the queue: preempted, node lost, engine error
    PauseRequested,
    Paused,
    Resumed,
    KillRequested,
    Ended, // killed, finished, failed or error
    PriorityChanged,
};

// One step of a job's life. `actor` is the person who caused it, absent when the platform did.
struct TimelineEntry
{
    QDateTime at;
    TimelineCause cause = TimelineCause::Submitted;
    JobState state = JobState::Queued; // the state after it
    std::optional<QString> actor;
    std::optional<Reason> reason;
    std::optional<int> priority; // the new one, of PriorityChanged

    bool operator==(const TimelineEntry &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("at"_L1, &TimelineEntry::at),
                          json::field("cause"_L1, &TimelineEntry::cause),
                          json::field("state"_L1, &TimelineEntry::state),
                          json::field("actor"_L1, &TimelineEntry::actor),
                          json::field("reason"_L1, &TimelineEntry::reason),
                          json::field("priority"_L1, &TimelineEntry::priority)};
    }
};

} // namespace model

template <>
struct json::EnumNames<model::TimelineCause>
{
    using Cause = model::TimelineCause;
    static constexpr std::array table{
        std::pair{Cause::Submitted, QLatin1StringView("submitted")},
        std::pair{Cause::Placed, QLatin1StringView("placed")},
        std::pair{Cause::Started, QLatin1StringView("started")},
        std::pair{Cause::StartRetried, QLatin1StringView("start_retried")},
        std::pair{Cause::Withdrawn, QLatin1StringView("withdrawn")},
        std::pair{Cause::Requeued, QLatin1StringView("requeued")},
        std::pair{Cause::PauseRequested, QLatin1StringView("pause_requested")},
        std::pair{Cause::Paused, QLatin1StringView("paused")},
        std::pair{Cause::Resumed, QLatin1StringView("resumed")},
        std::pair{Cause::KillRequested, QLatin1StringView("kill_requested")},
        std::pair{Cause::Ended, QLatin1StringView("ended")},
        std::pair{Cause::PriorityChanged, QLatin1StringView("priority_changed")}};
};
