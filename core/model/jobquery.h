// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/job.h"

namespace model {

enum class JobScope { Mine, All }; // All needs the right to view all users' jobs

enum class JobOrder { SubmittedAt, StartedAt, FinishedAt, Name, Priority, Devices, State };

// Which jobs a list shows, and how. Without a cursor it begins at the start.
struct JobQuery
{
    static constexpr int kMaxLimit = 1000;

    JobScope scope = JobScope::Mine;
    std::optional<VcName> vc; // absent: every VC the person may see
    QList<JobState> states; // empty: every state
    QString text; // part of the name, or the beginning of the id, any case
    JobOrder order = JobOrder::SubmittedAt;
    bool descending = true;
    int limit = 100; // 1…kMaxLimit
    QString cursor; // `next` of the page before

    bool operator==(const JobQuery &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::defaulted("scope"_L1, &JobQuery::scope),
                          json::field("vc"_L1, &JobQuery::vc),
                          json::defaulted("states"_L1, &JobQuery::states),
                          json::defaulted("text"_L1, &JobQuery::text),
                          json::defaulted("order"_L1, &JobQuery::order),
                          json::defaulted("descending"_L1, &JobQuery::descending),
                          json::defaulted("limit"_L1, &JobQuery::limit),
                          json::defaulted("cursor"_L1, &JobQuery::cursor)};
    }
};

struct PriorityChange
{
    int priority = JobSpec::kDefaultPriority;

    bool operator==(const PriorityChange &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("priority"_L1, &PriorityChange::priority)};
    }
};

} // namespace model

template <>
struct json::EnumNames<model::JobScope>
{
    static constexpr std::array table{std::pair{model::JobScope::Mine, QLatin1StringView("mine")},
                                      std::pair{model::JobScope::All, QLatin1StringView("all")}};
};

template <>
struct json::EnumNames<model::JobOrder>
{
    using Order = model::JobOrder;
    static constexpr std::array table{
        std::pair{Order::SubmittedAt, QLatin1StringView("submitted_at")},
        std::pair{Order::StartedAt, QLatin1StringView("started_at")},
        std::pair{Order::FinishedAt, QLatin1StringView("finished_at")},
        std::pair{Order::Name, QLatin1StringView("name")},
        std::pair{Order::Priority, QLatin1StringView("priority")},
        std::pair{Order::Devices, QLatin1StringView("devices")},
        std::pair{Order::State, QLatin1StringView("state")}};
};
