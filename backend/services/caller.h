// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/auditlog.h"
#include "core/base/clock.h"
#include "core/model/account.h"

namespace services {

// Who asks for a change, and from which address: rights are checked against the account, the audit
// log names both.
struct Caller
{
    Caller(model::Account who, QString from = {})
        : account(std::move(who))
        , address(std::move(from))
    { }

    model::Account account;
    QString address;
};

inline storage::Actor actorOf(const Caller &caller, const Clock &clock)
{
    return {caller.account.id, caller.account.username, caller.address, clock.now()};
}

} // namespace services
