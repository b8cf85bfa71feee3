// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/codec.h"
#include "core/model/ids.h"
#include "core/model/jobspec.h"

namespace model {

enum class EndpointState {
    Pending, // asked for; the job does not run yet or the program inside does not answer yet
    Ready, // answers at its address
    Failed, // `failure` says why; switching it on again tries again
    Stopped, // switched off, or the job has ended
};

enum class EndpointFailure {
    NotInImage, // the program it needs is not in the job's image
    Exited, // the program ended by itself; `detail` is its last word
    NoAnswer, // the program runs and does not answer in time
    NoPort, // its node has no port free for it
    EngineRefused, // `detail` is the engine's own sentence
};

// A way into a running job. Addresses and tokens are there for the owner and for those who manage
// other people's jobs; for others they are empty.
struct JobEndpoint
{
    QString name; // "ssh", "jupyter", "tensorboard", or "port-40001"; see EndpointName
    QString task; // where it is: "main", "worker0"; ssh has one for each task
    EndpointState state = EndpointState::Pending;
    std::optional<EndpointFailure> failure; // while failed
    QString detail; // of the failure
    QString host; // of the address outside, while ready
    int port = 0;
    QString url; // of what a browser opens, with the token if it takes one; empty for ssh
    QString command; // for a terminal, only ssh: "ssh -p 40022 ada@10.0.0.1"

    bool operator==(const JobEndpoint &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("name"_L1, &JobEndpoint::name),
                          json::field("task"_L1, &JobEndpoint::task),
                          json::field("state"_L1, &JobEndpoint::state),
                          json::field("failure"_L1, &JobEndpoint::failure),
                          json::defaulted("detail"_L1, &JobEndpoint::detail),
                          json::defaulted("host"_L1, &JobEndpoint::host),
                          json::defaulted("port"_L1, &JobEndpoint::port),
                          json::defaulted("url"_L1, &JobEndpoint::url),
                          json::defaulted("command"_L1, &JobEndpoint::command)};
    }
};

// What an endpoint's name says.
struct EndpointName
{
    std::optional<EndpointKind> kind; // absent: an interactive port
    int port = 0; // the interactive port, the same inside the container

    bool operator==(const EndpointName &) const = default;

    QString toString() const
    {
        if (!kind)
            return QStringLiteral("port-%1").arg(port);
        for (const auto &[value, word] : json::EnumNames<EndpointKind>::table) {
            if (value == *kind)
                return word;
        }
        return {};
    }

    // Absent when the text is no such name; whether the port is allowed is a matter of rules.
    static std::optional<EndpointName> fromString(const QString &text)
    {
        for (const auto &[value, word] : json::EnumNames<EndpointKind>::table) {
            if (text == word)
                return EndpointName{value, 0};
        }
        const QString prefix = QStringLiteral("port-");
        bool ok = false;
        const int port = text.startsWith(prefix) ? text.mid(prefix.size()).toInt(&ok) : 0;
        const EndpointName name{std::nullopt, port};
        return ok && name.toString() == text ? std::optional(name) : std::nullopt;
    }
};

} // namespace model

template <>
struct json::EnumNames<model::EndpointState>
{
    using State = model::EndpointState;
    static constexpr std::array table{std::pair{State::Pending, QLatin1StringView("pending")},
                                      std::pair{State::Ready, QLatin1StringView("ready")},
                                      std::pair{State::Failed, QLatin1StringView("failed")},
                                      std::pair{State::Stopped, QLatin1StringView("stopped")}};
};

template <>
struct json::EnumNames<model::EndpointFailure>
{
    using Failure = model::EndpointFailure;
    static constexpr std::array table{
        std::pair{Failure::NotInImage, QLatin1StringView("not_in_image")},
        std::pair{Failure::Exited, QLatin1StringView("exited")},
        std::pair{Failure::NoAnswer, QLatin1StringView("no_answer")},
        std::pair{Failure::NoPort, QLatin1StringView("no_port")},
        std::pair{Failure::EngineRefused, QLatin1StringView("engine_refused")}};
};
