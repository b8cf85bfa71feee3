// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/routes/accountroutes.h"

#include "backend/http/router.h"
#include "backend/routes/callerof.h"
#include "backend/routes/routes.h"
#include "backend/services/attemptservice.h"
#include "backend/services/profileservice.h"
#include "core/api/accounts.h"
#include "core/api/profile.h"

namespace routes {

using namespace Qt::Literals::StringLiterals;
using http::Call;
using model::Nothing;

namespace {

void addProfile(http::Router &router, services::ProfileService &profiles)
{
    router.on(api::getProfile, [&profiles](const Call &call, const Nothing &) {
        return profiles.profile(call.account);
    });
    router.on(api::changeProfile,
              [&profiles](const Call &call, const model::ProfileChange &change) {
                  return profiles.change(callerOf(call), change);
              });
    router.on(api::addSshKey, [&profiles](const Call &call, const model::NewSshKey &key) {
        return profiles.addSshKey(callerOf(call), key);
    });
    router.on(api::removeSshKey, [&profiles](const Call &call, const Nothing &) {
        return profiles.removeSshKey(callerOf(call), call.path[u"id"_s]);
    });
    router.on(api::unbind, [&profiles](const Call &call, const Nothing &) {
        return profiles.unbind(callerOf(call), call.path[u"provider"_s]);
    });
}

void addSessions(http::Router &router, services::SignInService &signIn)
{
    router.on(api::listSessions, [&signIn](const Call &call, const Nothing &) {
        return signIn.sessions(call.account, call.token);
    });
    router.on(api::endSession, [&signIn](const Call &call, const Nothing &) {
        return signIn.endSession(callerOf(call), call.path[u"id"_s]);
    });
    router.on(api::endOtherSessions, [&signIn](const Call &call, const Nothing &) {
        return signIn.endOtherSessions(callerOf(call), call.token);
    });
}

} // namespace

void addAccountRoutes(http::Router &router, const Services &services)
{
    auto &signIn = services.signIn;
    router.on(api::signIn, [&signIn](const Call &call, const model::SignIn &who) {
        return signIn.signIn(who, {call.peer.toString(), call.client});
    });
    router.on(api::signOut, [&signIn](const Call &call, const Nothing &) {
        return signIn.signOut(callerOf(call), call.token);
    });
    router.on(api::getAccount, [](const Call &call, const Nothing &) {
        return Result<model::Account>(call.account);
    });
    router.on(api::changePassword,
              [&signIn](const Call &call, const model::PasswordChange &change) {
                  return signIn.changePassword(callerOf(call), call.token, change);
              });
    auto &attempts = services.attempts;
    router.on(api::startBinding, [&attempts](const Call &call, const model::AttemptStart &start) {
        return attempts.startBinding(callerOf(call), call.token, start);
    });
    addProfile(router, services.profiles);
    addSessions(router, signIn);
}

} // namespace routes
