// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <tuple>

namespace json {

enum class Presence { Required, Defaulted };

// One member of a struct and its key. A struct lists its fields once:
//     static constexpr auto fields()
//     {
//         return std::tuple{json::field("id"_L1, &Job::id), json::defaulted("note"_L1, &Job::note)};
//     }
// and from that list come encode, decode with error paths, query strings and the OpenAPI schema.
template <typename Class, typename Member>
struct Field
{
    using Value = Member;

    QLatin1StringView name;
    Member Class::*member;
    Presence presence;
};

// Must be there when decoded, unless the member is a std::optional.
template <typename Class, typename Member>
constexpr auto field(QLatin1StringView name, Member Class::*member)
{
    return Field<Class, Member>{name, member, Presence::Required};
}

// Keeps the struct's own initial value when it is not there.
template <typename Class, typename Member>
constexpr auto defaulted(QLatin1StringView name, Member Class::*member)
{
    return Field<Class, Member>{name, member, Presence::Defaulted};
}

template <typename T>
concept Described = requires { T::fields(); };

} // namespace json
