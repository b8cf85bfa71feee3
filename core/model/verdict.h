// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/job.h"

// What becomes of a job that is submitted now.
namespace model {

enum class Outlook {
    Starts, // at once, on `placement`
    StartsAfterEviction, // on `placement`, when the preemptible jobs there have left
    Waits, // for what `reason` says
    Never, // `reason` says why
};

// A preemptible job that would go back to the queue.
struct EvictedJob
{
    JobId id;
    QString name;
    QString ownerName;
    int devices = 0;

    bool operator==(const EvictedJob &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("id"_L1, &EvictedJob::id),
                          json::field("name"_L1, &EvictedJob::name),
                          json::field("ownerName"_L1, &EvictedJob::ownerName),
                          json::field("devices"_L1, &EvictedJob::devices)};
    }
};

struct Verdict
{
    Outlook outlook = Outlook::Waits;
    QList<TaskPlacement> placement;
    std::optional<Reason> reason;
    std::optional<int> position; // in the order of its VC and device type, from 1, if it waits
    int evictedJobs = 0;
    QList<EvictedJob> evicted; // those of them that the person may see

    bool operator==(const Verdict &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("outlook"_L1, &Verdict::outlook),
                          json::defaulted("placement"_L1, &Verdict::placement),
                          json::field("reason"_L1, &Verdict::reason),
                          json::field("position"_L1, &Verdict::position),
                          json::defaulted("evictedJobs"_L1, &Verdict::evictedJobs),
                          json::defaulted("evicted"_L1, &Verdict::evicted)};
    }
};

} // namespace model

template <>
struct json::EnumNames<model::Outlook>
{
    static constexpr std::array table{
        std::pair{model::Outlook::Starts, QLatin1StringView("starts")},
        std::pair{model::Outlook::StartsAfterEviction, QLatin1StringView("starts_after_eviction")},
        std::pair{model::Outlook::Waits, QLatin1StringView("waits")},
        std::pair{model::Outlook::Never, QLatin1StringView("never")}};
};
