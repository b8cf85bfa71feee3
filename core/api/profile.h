// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/endpoint.h"
#include "core/model/page.h"
#include "core/model/profile.h"

// What belongs to every signed-in person, whatever they may do otherwise.
namespace api {

using namespace Qt::Literals::StringLiterals;

inline constexpr Endpoint<model::Nothing, model::Profile> getProfile{
    Verb::Get, "/api/v1/account/profile"_L1, Access::signedIn(), "My account page"_L1};

inline constexpr Endpoint<model::ProfileChange, model::Profile> changeProfile{
    Verb::Put, "/api/v1/account/profile"_L1, Access::signedIn(), "Change what is said of me"_L1};

// Conflict when the account has the key already.
inline constexpr Endpoint<model::NewSshKey, model::SshKey> addSshKey{
    Verb::Post, "/api/v1/account/ssh-keys"_L1, Access::signedIn(), "Add a public key of mine"_L1};

inline constexpr Endpoint<model::Nothing, model::Nothing> removeSshKey{
    Verb::Delete, "/api/v1/account/ssh-keys/{id}"_L1, Access::signedIn(),
    "Remove a public key of mine"_L1};

// Ends in the state bound; the attempt is asked for as every other.
inline constexpr Endpoint<model::AttemptStart, model::Attempt> startBinding{
    Verb::Post, "/api/v1/account/sign-in-attempts"_L1, Access::signedIn(),
    "Begin to bind an identity of a provider to my account"_L1};

// Conflict when it is the last way in.
inline constexpr Endpoint<model::Nothing, model::Nothing> unbind{
    Verb::Delete, "/api/v1/account/identities/{provider}"_L1, Access::signedIn(),
    "Let an identity no longer lead into my account"_L1};

inline constexpr Endpoint<model::Nothing, model::Items<model::OpenSession>> listSessions{
    Verb::Get, "/api/v1/account/sessions"_L1, Access::signedIn(), "Where I am signed in"_L1};

inline constexpr Endpoint<model::Nothing, model::Nothing> endSession{
    Verb::Delete, "/api/v1/account/sessions/{id}"_L1, Access::signedIn(),
    "End a session of mine"_L1};

inline constexpr Endpoint<model::Nothing, model::Nothing> endOtherSessions{
    Verb::Delete, "/api/v1/account/sessions"_L1, Access::signedIn(),
    "End all my sessions but this one"_L1};

} // namespace api
