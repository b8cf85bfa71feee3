// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/account.h"

#include <QStringList>

#include <optional>

// The HTTP contract as typed values: one constexpr per endpoint, used by the client and by the
// router. Requests of Get and Delete travel in the query, those of the others in the JSON body.
namespace api {

enum class Verb { Get, Post, Put, Delete };

// Who may call an endpoint at all. There is no default: an endpoint that does not say is an error.
class Access
{
public:
    static constexpr Access everybody() { return Access(Kind::Everybody, {}); }
    static constexpr Access signedIn() { return Access(Kind::SignedIn, {}); }
    static constexpr Access needs(model::Permission permission)
    {
        return Access(Kind::Permission, permission);
    }

    constexpr bool isPublic() const { return m_kind == Kind::Everybody; }
    constexpr std::optional<model::Permission> permission() const
    {
        return m_kind == Kind::Permission ? std::optional(m_permission) : std::nullopt;
    }

private:
    enum class Kind { Everybody, SignedIn, Permission };
    constexpr Access(Kind kind, model::Permission permission)
        : m_kind(kind)
        , m_permission(permission)
    { }

    Kind m_kind;
    model::Permission m_permission;
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
