// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/json/codec.h"

namespace model {

enum class StorageKind {
    Work, // the person's work directory, in every job of theirs
    Data, // shared by everybody
    Home, // the person's home
    Job, // the job's own directory
};

// A directory that jobs see, and the room on the disk it is on.
struct StorageMount
{
    StorageKind kind = StorageKind::Work;
    QString source; // outside, as the configuration names it
    QString target; // inside the container
    bool isPattern = false; // the job's, before there is a job: its last part stands for the id
    std::optional<qint64> totalBytes; // absent: not known
    std::optional<qint64> freeBytes;

    bool operator==(const StorageMount &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("kind"_L1, &StorageMount::kind),
                          json::field("source"_L1, &StorageMount::source),
                          json::field("target"_L1, &StorageMount::target),
                          json::defaulted("isPattern"_L1, &StorageMount::isPattern),
                          json::field("totalBytes"_L1, &StorageMount::totalBytes),
                          json::field("freeBytes"_L1, &StorageMount::freeBytes)};
    }
};

} // namespace model

template <>
struct json::EnumNames<model::StorageKind>
{
    using Kind = model::StorageKind;
    static constexpr std::array table{std::pair{Kind::Work, QLatin1StringView("work")},
                                      std::pair{Kind::Data, QLatin1StringView("data")},
                                      std::pair{Kind::Home, QLatin1StringView("home")},
                                      std::pair{Kind::Job, QLatin1StringView("job")}};
};
