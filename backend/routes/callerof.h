// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/http/call.h"
#include "backend/services/caller.h"

namespace routes {

inline services::Caller callerOf(const http::Call &call)
{
    return {call.account, call.peer.toString()};
}

} // namespace routes
