// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/api/endpoint.h"
#include "core/model/account.h"
#include "core/model/page.h"

namespace api {

using namespace Qt::Literals::StringLiterals;

inline constexpr Endpoint<model::SignIn, model::Session> signIn{Verb::Post, "/api/v1/sessions"_L1,
                                                                Access::everybody(), "Sign in"_L1};

inline constexpr Endpoint<model::Nothing, model::Nothing> signOut{
    Verb::Delete, "/api/v1/sessions/current"_L1, Access::signedIn(), "Sign out"_L1};

inline constexpr Endpoint<model::Nothing, model::Account> getAccount{
    Verb::Get, "/api/v1/account"_L1, Access::signedIn(), "Who I am and what I may do"_L1};

// Ends every other session of the person.
inline constexpr Endpoint<model::PasswordChange, model::Nothing> changePassword{
    Verb::Put, "/api/v1/account/password"_L1, Access::signedIn(), "Change my password"_L1};

} // namespace api
