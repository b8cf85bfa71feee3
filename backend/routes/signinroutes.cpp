// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/routes/signinroutes.h"

#include "backend/http/router.h"
#include "backend/routes/routes.h"
#include "backend/routes/signinpage.h"
#include "backend/services/attemptservice.h"
#include "core/api/signin.h"

namespace routes {

using namespace Qt::Literals::StringLiterals;
using http::Call;
using http::Request;
using model::Nothing;

namespace {

services::Visitor visitorOf(const Call &call)
{
    return {.address = call.peer.toString(), .client = call.client};
}

// The step of an attempt as a page.
QFuture<Result<http::Response>> shown(QObject *owner,
                                      const QFuture<Result<services::BrowserStep>> &step)
{
    const Promise<http::Response> promise;
    whenDone(step, owner, [promise](const Result<services::BrowserStep> &next) {
        promise.finish(next.map(signInPage));
    });
    return promise.future();
}

void addPages(http::Router &router, services::AttemptService &attempts)
{
    router.onPage(api::Verb::Get, u"/api/v1/sign-in/{provider}/callback"_s,
                  [&attempts](const Call &call, const Request &request) {
                      return shown(&attempts, attempts.takeCallback(call.path[u"provider"_s],
                                                                    request.query()));
                  });
    router.onPage(api::Verb::Post, kAnswerPath, [&attempts](const Call &, const Request &request) {
        const QUrlQuery form = request.form();
        return shown(&attempts, attempts.takeAnswer(form.queryItemValue(u"ticket"_s),
                                                    form.queryItemValue(u"answer"_s) == "yes"_L1));
    });
}

} // namespace

void addSignInRoutes(http::Router &router, const Services &services)
{
    auto &signUp = services.signUp;
    auto &attempts = services.attempts;
    router.on(api::signInOptions, [&attempts](const Call &, const Nothing &) {
        return Result<model::SignInOptions>(attempts.options());
    });
    router.on(api::signUp, [&signUp](const Call &call, const model::SignUp &who) {
        return signUp.signUp(who, visitorOf(call));
    });
    router.on(api::startSignIn, [&attempts](const Call &call, const model::AttemptStart &start) {
        return attempts.start(start, visitorOf(call));
    });
    router.on(api::attemptResult, [&attempts](const Call &call, const model::AttemptSecret &own) {
        return attempts.result(call.path[u"id"_s], own.secret, visitorOf(call));
    });
    router.on(api::registerIdentity,
              [&attempts](const Call &call, const model::Registration &registration) {
                  return attempts.registerIdentity(registration, visitorOf(call));
              });
    addPages(router, attempts);
}

} // namespace routes
