// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/account.h"

#include <QStringList>

#include <array>
#include <span>

// The HTTP contract as typed values: one constexpr per endpoint, used by the client and by the
// router. Requests of Get and Delete travel in the query, those of the others in the JSON body.
namespace api {

enum class Verb { Get, Post, Put, Delete };

// Who may call an endpoint at all. There is no default: an endpoint that does not say is an error.
class Access
{
public:
    static constexpr Access everybody() { return {Kind::Everybody, {}, 0}; }
    static constexpr Access signedIn() { return {Kind::SignedIn, {}, 0}; }
    static constexpr Access needs(model::Permission permission)
    {
        return {Kind::Permission, {permission}, 1};
    }
    static constexpr Access needsOneOf(model::Permission one, model::Permission other)
    {
        return {Kind::Permission, {one, other}, 2};
    }

    constexpr bool isPublic() const { return m_kind == Kind::Everybody; }
    // One of them is needed; none when everybody or everybody signed in may call it.
    constexpr std::span<const model::Permission> permissions() const
    {
        return std::span(m_permissions).first(m_count);
    }
    // Whether a signed-in person may call it.
    bool admits(const model::Account &account) const;
    QString wanted() const; // the permissions' wire words, joined by " or "

private:
    enum class Kind { Everybody, SignedIn, Permission };
    using Permissions = std::array<model::Permission, 2>;
    constexpr Access(Kind kind, Permissions permissions, std::size_t count)
        : m_kind(kind)
        , m_permissions(permissions)
        , m_count(count)
    { }

    Kind m_kind;
    Permissions m_permissions;
    std::size_t m_count;
};

// One request, one answer.
template <typename RequestType, typename ResponseType>
struct Endpoint
{
    using Request = RequestType;
    using Response = ResponseType;

    Verb verb;
    QLatin1StringView path; // with {names}
    Access access;
    QLatin1StringView summary; // for the OpenAPI document
};

// A WebSocket that carries JSON messages from the server; opened by Get with the request as query.
template <typename RequestType, typename MessageType>
struct Stream
{
    using Request = RequestType;
    using Message = MessageType;

    QLatin1StringView path;
    Access access;
    QLatin1StringView summary;
};

// Puts values, percent-encoded, in place of the {names} of a path, in their order.
QString fillPath(QLatin1StringView path, const QStringList &values);

QLatin1StringView nameOf(Verb verb); // "GET", …

inline constexpr QLatin1StringView kIdempotencyHeader{"Idempotency-Key"};
inline constexpr QLatin1StringView kRequestIdHeader{"X-Request-ID"};

} // namespace api
