// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/codec.h"
#include "core/model/ids.h"
#include "core/model/jobspec.h"
#include "core/model/reason.h"

namespace model {

// queued → scheduling → running → finished | failed | error; pausing → paused → queued;
// killing → killed. Who may move a job between them: core/rules/jobactions.h.
enum class JobState {
    Queued, // accepted, waiting for devices
    Scheduling, // placed; images are pulled, containers created
    Running, // every task is up
    Pausing, // containers are being removed
    Paused, // removed; may be resumed
    Killing, // containers are being removed
    Killed, // ended by a person
    Finished, // the command ended with 0
    Failed, // the command ended with another code, or a task died
    Error, // the platform could not run it
};

constexpr bool isTerminal(JobState state)
{
    return state == JobState::Killed || state == JobState::Finished || state == JobState::Failed
           || state == JobState::Error;
}

// Holds its devices: from placement until every container is gone.
constexpr bool holdsDevices(JobState state)
{
    return state == JobState::Scheduling || state == JobState::Running || state == JobState::Pausing
           || state == JobState::Killing;
}

// One container of a job on its node, with exactly these devices (indices on that node).
struct TaskPlacement
{
    QString task; // "main" for a regular job; "ps0", "worker0", …
    NodeName node;
    QList<int> devices;

    bool operator==(const TaskPlacement &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("task"_L1, &TaskPlacement::task),
                          json::field("node"_L1, &TaskPlacement::node),
                          json::field("devices"_L1, &TaskPlacement::devices)};
    }
};

// A job as a row of a list.
struct JobSummary
{
    JobId id;
    QString name;
    VcName vc;
    UserId owner;
    QString ownerName;
    JobKind kind = JobKind::Regular;
    JobState state = JobState::Queued;
    std::optional<Reason> reason;
    std::optional<int> position; // in the order of its VC and device type, from 1, while queued
    std::optional<DeviceType> deviceType;
    int devices = 0; // of all tasks together
    bool preemptible = false;
    int priority = JobSpec::kDefaultPriority;
    QDateTime submittedAt;
    std::optional<QDateTime> startedAt; // of the latest start: every task was up
    std::optional<QDateTime> finishedAt; // when it became terminal
    qint64 revision = 0; // grows with every change of the job; the larger one is the newer

    bool operator==(const JobSummary &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("id"_L1, &JobSummary::id),
                          json::field("name"_L1, &JobSummary::name),
                          json::field("vc"_L1, &JobSummary::vc),
                          json::field("owner"_L1, &JobSummary::owner),
                          json::field("ownerName"_L1, &JobSummary::ownerName),
                          json::field("kind"_L1, &JobSummary::kind),
                          json::field("state"_L1, &JobSummary::state),
                          json::field("reason"_L1, &JobSummary::reason),
                          json::field("position"_L1, &JobSummary::position),
                          json::field("deviceType"_L1, &JobSummary::deviceType),
                          json::field("devices"_L1, &JobSummary::devices),
                          json::field("preemptible"_L1, &JobSummary::preemptible),
                          json::field("priority"_L1, &JobSummary::priority),
                          json::field("submittedAt"_L1, &JobSummary::submittedAt),
                          json::field("startedAt"_L1, &JobSummary::startedAt),
                          json::field("finishedAt"_L1, &JobSummary::finishedAt),
                          json::field("revision"_L1, &JobSummary::revision)};
    }
};

// A whole job.
struct Job : JobSummary
{
    JobSpec spec; // without the registry password
    int attempt = 0; // number of starts so far; names the containers of the current one
    QList<TaskPlacement> placement; // of the current or latest start
    std::optional<int> exitCode; // of the task that decided the outcome
    std::optional<Reason> withdrawn; // why it leaves its devices to go back to the queue
    std::optional<JobId> madeRoomFor; // was evicted in favour of this job; until its next start
    int nodeLosses = 0; // how often a node was lost under it
    bool stranded = false; // lost its node and waits for the next start: before its like

    bool operator==(const Job &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple_cat(JobSummary::fields(),
                              std::tuple{json::field("spec"_L1, &Job::spec),
                                         json::field("attempt"_L1, &Job::attempt),
                                         json::field("placement"_L1, &Job::placement),
                                         json::field("exitCode"_L1, &Job::exitCode),
                                         json::field("withdrawn"_L1, &Job::withdrawn),
                                         json::field("madeRoomFor"_L1, &Job::madeRoomFor),
                                         json::defaulted("nodeLosses"_L1, &Job::nodeLosses),
                                         json::defaulted("stranded"_L1, &Job::stranded)});
    }
};

} // namespace model

template <>
struct json::EnumNames<model::JobState>
{
    using State = model::JobState;
    static constexpr std::array table{std::pair{State::Queued, QLatin1StringView("queued")},
                                      std::pair{State::Scheduling, QLatin1StringView("scheduling")},
                                      std::pair{State::Running, QLatin1StringView("running")},
                                      std::pair{State::Pausing, QLatin1StringView("pausing")},
                                      std::pair{State::Paused, QLatin1StringView("paused")},
                                      std::pair{State::Killing, QLatin1StringView("killing")},
                                      std::pair{State::Killed, QLatin1StringView("killed")},
                                      std::pair{State::Finished, QLatin1StringView("finished")},
                                      std::pair{State::Failed, QLatin1StringView("failed")},
                                      std::pair{State::Error, QLatin1StringView("error")}};
};
