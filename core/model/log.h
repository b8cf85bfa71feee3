// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/codec.h"

namespace model {

enum class LogStream { Stdout, Stderr };

// One line a task wrote. Text is data: shown literally, without the line's end.
struct LogLine
{
    QDateTime at;
    QString task;
    LogStream stream = LogStream::Stdout;
    QString text;

    bool operator==(const LogLine &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{
            json::field("at"_L1, &LogLine::at), json::field("task"_L1, &LogLine::task),
            json::field("stream"_L1, &LogLine::stream), json::field("text"_L1, &LogLine::text)};
    }
};

// The newest `tail` lines, of one task or of all in the order of time. To read on towards the oldest:
// those not after `until`, without the newest `skip` of them; so many lines of that very time are
// known already.
struct LogQuery
{
    static constexpr int kMaxTail = 100000;

    int tail = 2000;
    QString task; // empty: all
    std::optional<QDateTime> until = std::nullopt;
    int skip = 0;

    bool operator==(const LogQuery &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::defaulted("tail"_L1, &LogQuery::tail),
                          json::defaulted("task"_L1, &LogQuery::task),
                          json::field("until"_L1, &LogQuery::until),
                          json::defaulted("skip"_L1, &LogQuery::skip)};
    }
};

// One message of a followed log. The last one has `ended`: the job is over and nothing follows.
struct LogChunk
{
    QList<LogLine> lines;
    bool ended = false;

    bool operator==(const LogChunk &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("lines"_L1, &LogChunk::lines),
                          json::defaulted("ended"_L1, &LogChunk::ended)};
    }
};

} // namespace model

template <>
struct json::EnumNames<model::LogStream>
{
    static constexpr std::array table{
        std::pair{model::LogStream::Stdout, QLatin1StringView("stdout")},
        std::pair{model::LogStream::Stderr, QLatin1StringView("stderr")}};
};
