// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>
#include <utility>

namespace json {

// The wire words of an enum, written down beside it as data:
//     template <> struct json::EnumNames<model::JobState> {
//         static constexpr std::array table{std::pair{model::JobState::Queued, "queued"_L1}, …};
//     };
template <typename Enum>
struct EnumNames;

template <typename T>
concept NamedEnum = std::is_enum_v<T> && requires { EnumNames<T>::table; };

template <NamedEnum Enum>
constexpr QLatin1StringView nameOf(Enum value)
{
    for (const auto &[candidate, name] : EnumNames<Enum>::table) {
        if (candidate == value)
            return name;
    }
    return {};
}

template <NamedEnum Enum>
std::optional<Enum> fromName(QStringView word)
{
    for (const auto &[value, name] : EnumNames<Enum>::table) {
        if (name == word)
            return value;
    }
    return std::nullopt;
}

} // namespace json
