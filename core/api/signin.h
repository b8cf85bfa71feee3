// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/endpoint.h"
#include "core/model/page.h"
#include "core/model/signin.h"

namespace api {

using namespace Qt::Literals::StringLiterals;

inline constexpr Endpoint<model::Nothing, model::SignInOptions> signInOptions{
    Verb::Get, "/api/v1/sign-in-options"_L1, Access::everybody(),
    "How one may sign in here, and whom to ask"_L1};

// Opens no session. Conflict names username when it is taken, Forbidden says that sign-up is closed.
inline constexpr Endpoint<model::SignUp, model::Nothing> signUp{
    Verb::Post, "/api/v1/sign-ups"_L1, Access::everybody(), "Make an account for myself"_L1};

// Unavailable when the provider does not answer, NotFound when it is not configured here.
inline constexpr Endpoint<model::AttemptStart, model::Attempt> startSignIn{
    Verb::Post, "/api/v1/sign-in-attempts"_L1, Access::everybody(),
    "Begin to sign in through a provider"_L1};

// NotFound for an attempt that is unknown, already told, or not of this secret. May be asked every
// second.
inline constexpr Endpoint<model::AttemptSecret, model::AttemptResult> attemptResult{
    Verb::Post, "/api/v1/sign-in-attempts/{id}/result"_L1, Access::everybody(),
    "What became of an attempt"_L1};

// Makes the account, with the attempt's identity as a way into it, and signs in. Conflict names
// username when it is taken: the attempt stays for another try.
inline constexpr Endpoint<model::Registration, model::Session> registerIdentity{
    Verb::Post, "/api/v1/registrations"_L1, Access::everybody(),
    "Make an account for an identity of a provider"_L1};

} // namespace api
