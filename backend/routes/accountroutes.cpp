// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/routes/accountroutes.h"

#include "backend/http/router.h"
#include "backend/routes/routes.h"
#include "backend/services/signinservice.h"
#include "core/api/accounts.h"

namespace routes {

using http::Call;
using model::Nothing;

void addAccountRoutes(http::Router &router, const Services &services)
{
    auto &signIn = services.signIn;
    router.on(api::signIn, [&signIn](const Call &call, const model::SignIn &who) {
        return signIn.signIn(who, call.peer.toString());
    });
    router.on(api::signOut,
              [&signIn](const Call &call, const Nothing &) { return signIn.signOut(call.token); });
    router.on(api::getAccount, [](const Call &call, const Nothing &) {
        return Result<model::Account>(call.account);
    });
    router.on(api::changePassword,
              [&signIn](const Call &call, const model::PasswordChange &change) {
                  return signIn.changePassword(call.account, call.token, change);
              });
}

} // namespace routes
