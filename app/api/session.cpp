// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/session.h"

#include "app/api/secretstore.h"
#include "core/api/accounts.h"
#include "core/api/signin.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

Session::Session(client::ApiClient &api, SecretStore &secrets, QObject *parent)
    : QObject(parent)
    , m_api(api)
    , m_secrets(secrets)
{
    connect(&api, &client::ApiClient::sessionExpired, this, [this] { close(End::Expired); });
}

QFuture<Result<>> Session::signIn(const ServerProfile &server, const model::SignIn &who, Keep keep)
{
    if (const Result<> prepared = prepare(server); !prepared)
        return ready<void>(prepared.error());
    return enterBy(api::signIn, who, keep);
}

QFuture<Result<model::SignInOptions>> Session::askOptions(const ServerProfile &server)
{
    if (const Result<> prepared = prepare(server); !prepared)
        return ready<model::SignInOptions>(prepared.error());
    return m_api.call(api::signInOptions);
}

QFuture<Result<>> Session::signUp(const ServerProfile &server, const model::SignUp &who)
{
    if (const Result<> prepared = prepare(server); !prepared)
        return ready<void>(prepared.error());
    const Promise<> promise;
    whenDone(m_api.call(api::signUp, {}, who), this,
             [promise](const Result<model::Nothing> &answer) {
                 promise.finish(answer ? Result<>() : Result<>(answer.error()));
             });
    return promise.future();
}

QFuture<Result<>> Session::registerIdentity(const model::Registration &who, Keep keep)
{
    return enterBy(api::registerIdentity, who, keep);
}

template <typename Endpoint>
QFuture<Result<>> Session::enterBy(const Endpoint &endpoint, const typename Endpoint::Request &who,
                                   Keep keep)
{
    const Promise<> promise;
    whenDone(m_api.call(endpoint, {}, who), this,
             [this, promise, keep](const Result<model::Session> &session) {
                 if (!session) {
                     Error error = session.error();
                     if (error.code == ErrorCode::Unauthenticated)
                         error.field = u"password"_s;
                     return promise.finish(error);
                 }
                 enter(*session, keep);
                 promise.finish({});
             });
    return promise.future();
}

void Session::enter(const model::Session &session, Keep keep)
{
    m_api.setToken(session.token);
    m_server.username = session.account.username;
    if (keep == Keep::Yes)
        this->keep(session.token);
    open(m_server, session.account);
}

QFuture<Result<bool>> Session::resume(const ServerProfile &server)
{
    if (const Result<> prepared = prepare(server); !prepared)
        return ready<bool>(prepared.error());
    const Promise<bool> promise;
    whenDone(m_secrets.read(secretKey()), this,
             [this, promise](const Result<std::optional<QString>> &token) {
                 if (token && *token)
                     resumeWith(**token, promise);
                 else if (token)
                     promise.finish(false);
                 else
                     promise.finish(Error{token.error().code, token.error().detail, u"keyring"_s});
             });
    return promise.future();
}

void Session::signOut()
{
    if (!m_open)
        return;
    // The call takes the token along before close() drops it.
    m_api.call(api::signOut);
    m_secrets.remove(secretKey());
    close(End::SignedOut);
}

QFuture<Result<>> Session::changePassword(const model::PasswordChange &change)
{
    const Promise<> promise;
    whenDone(m_api.call(api::changePassword, {}, change), this,
             [promise](const Result<model::Nothing> &answer) {
                 promise.finish(answer ? Result<>() : Result<>(answer.error()));
             });
    return promise.future();
}

Result<> Session::prepare(const ServerProfile &server)
{
    m_server = server;
    m_api.setToken({});
    if (const Result<> set = m_api.setServer(server.url); !set)
        return Error{set.error().code, set.error().detail, u"url"_s};
    if (server.authorityFile.isEmpty())
        return {};
    QFile file(server.authorityFile);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::InvalidInput, file.errorString(), u"authorityFile"_s};
    if (const Result<> trusted = m_api.setAuthority(file.readAll()); !trusted)
        return Error{trusted.error().code, trusted.error().detail, u"authorityFile"_s};
    return {};
}

void Session::open(const ServerProfile &server, const model::Account &account)
{
    m_server = server;
    m_open = true;
    emit opened(account);
}

void Session::close(End end)
{
    if (!std::exchange(m_open, false))
        return;
    m_api.setToken({});
    if (end == End::Expired)
        m_secrets.remove(secretKey());
    emit closed(end);
}

void Session::keep(const QString &token)
{
    whenDone(m_secrets.write(secretKey(), token), this, [this](const Result<> &written) {
        if (!written)
            emit tokenNotKept(written.error());
    });
}

void Session::resumeWith(const QString &token, const Promise<bool> &promise)
{
    m_api.setToken(token);
    whenDone(m_api.call(api::getAccount), this,
             [this, promise](const Result<model::Account> &account) {
                 if (account) {
                     open(m_server, *account);
                     promise.finish(true);
                     return;
                 }
                 m_api.setToken({});
                 const bool ended = account.error().code == ErrorCode::Unauthenticated;
                 if (ended)
                     m_secrets.remove(secretKey());
                 promise.finish(ended ? Result<bool>(false) : Result<bool>(account.error()));
             });
}

QString Session::secretKey() const
{
    return m_server.username % u'@' % m_server.url.toString();
}
