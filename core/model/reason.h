// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/codec.h"

// Why a job is in its state, as a code with numbers: the console and the command line turn it into
// words of the person's language.
namespace model {

enum class ReasonCode {
    // queued: the place
    NotEnoughInVc, // asks `asked`, `free` free of `total` in the VC
    UserLimit, // asks `asked`, the person may hold `free` more of `total`
    NoNodeHasRoom, // no node has `asked` devices free now; the best has `free`
    NoRingHasRoom, // no link group has `asked` devices free now
    NotEnoughNodes, // needs `asked` nodes with room, `free` have it
    FreedByPreemption, // `asked` are kept for it, `free` are there; `total` jobs still make room
    HeldForEarlierJob, // the devices are kept for a job before this one (`subject`)
    NeverFits, // asks `asked`, the largest node has `total`
    TooFewNodes, // asks `asked` nodes, the cluster has `total` that are large enough
    MoreThanVc, // asks `asked`, the VC has `total`
    MoreThanUserLimit, // asks `asked`, one person may hold `total` in the VC
    NoSuchDevices, // no node has this device type
    WaitingForStart, // placed at the next pass
    // queued again
    Preempted, // gave its devices to `subject`
    NodeLost, // the node `subject` was lost, `asked` of `total` times that are made good
    NodeDrained, // the node `subject` is being emptied; `detail` is the person's reason
    EngineRetry, // preparing or starting failed, `asked` of `total` times; `detail` says why
    // ended
    ExitCode, // task `subject` ended with `exitCode`
    OutOfMemory, // task `subject` was killed at its memory limit
    ImageNotFound, // `detail` is the engine's sentence
    RegistryRefused, // wrong registry, user or password
    EngineRefused, // any other refusal of the engine
    NotPrepared, // its directories could not be made; `detail` names the one and says why
    TaskLost, // the container of `subject` is gone
    // by a person
    ByUser, // paused, resumed or killed by `subject`
};

// No wait ends it: the job can never run on the cluster as it is, in its VC, for its owner.
constexpr bool isForEver(ReasonCode code)
{
    return code == ReasonCode::NeverFits || code == ReasonCode::TooFewNodes
           || code == ReasonCode::MoreThanVc || code == ReasonCode::MoreThanUserLimit
           || code == ReasonCode::NoSuchDevices;
}

struct Reason
{
    ReasonCode code = ReasonCode::WaitingForStart;
    int asked = 0;
    int free = 0;
    int total = 0;
    std::optional<int> exitCode;
    QString subject; // a job, node, task or person, as the code says
    QString detail; // the engine's own sentence

    bool operator==(const Reason &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("code"_L1, &Reason::code),
                          json::defaulted("asked"_L1, &Reason::asked),
                          json::defaulted("free"_L1, &Reason::free),
                          json::defaulted("total"_L1, &Reason::total),
                          json::field("exitCode"_L1, &Reason::exitCode),
                          json::defaulted("subject"_L1, &Reason::subject),
                          json::defaulted("detail"_L1, &Reason::detail)};
    }
};

} // namespace model

template <>
struct json::EnumNames<model::ReasonCode>
{
    using Code = model::ReasonCode;
    static constexpr std::array table{
        std::pair{Code::NotEnoughInVc, QLatin1StringView("not_enough_in_vc")},
        std::pair{Code::UserLimit, QLatin1StringView("user_limit")},
        std::pair{Code::NoNodeHasRoom, QLatin1StringView("no_node_has_room")},
        std::pair{Code::NoRingHasRoom, QLatin1StringView("no_ring_has_room")},
        std::pair{Code::NotEnoughNodes, QLatin1StringView("not_enough_nodes")},
        std::pair{Code::FreedByPreemption, QLatin1StringView("freed_by_preemption")},
        std::pair{Code::HeldForEarlierJob, QLatin1StringView("held_for_earlier_job")},
        std::pair{Code::NeverFits, QLatin1StringView("never_fits")},
        std::pair{Code::TooFewNodes, QLatin1StringView("too_few_nodes")},
        std::pair{Code::MoreThanVc, QLatin1StringView("more_than_vc")},
        std::pair{Code::MoreThanUserLimit, QLatin1StringView("more_than_user_limit")},
        std::pair{Code::NoSuchDevices, QLatin1StringView("no_such_devices")},
        std::pair{Code::WaitingForStart, QLatin1StringView("waiting_for_start")},
        std::pair{Code::Preempted, QLatin1StringView("preempted")},
        std::pair{Code::NodeLost, QLatin1StringView("node_lost")},
        std::pair{Code::NodeDrained, QLatin1StringView("node_drained")},
        std::pair{Code::EngineRetry, QLatin1StringView("engine_retry")},
        std::pair{Code::ExitCode, QLatin1StringView("exit_code")},
        std::pair{Code::OutOfMemory, QLatin1StringView("out_of_memory")},
        std::pair{Code::ImageNotFound, QLatin1StringView("image_not_found")},
        std::pair{Code::RegistryRefused, QLatin1StringView("registry_refused")},
        std::pair{Code::EngineRefused, QLatin1StringView("engine_refused")},
        std::pair{Code::NotPrepared, QLatin1StringView("not_prepared")},
        std::pair{Code::TaskLost, QLatin1StringView("task_lost")},
        std::pair{Code::ByUser, QLatin1StringView("by_user")}};
};
