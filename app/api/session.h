// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/api/serverprofiles.h"
#include "core/client/apiclient.h"
#include "core/model/signin.h"

#include <QObject>

class SecretStore;

// The person's session with a server: from signing in, or resuming with the token in the keyring,
// to signing out or the session's end.
class Session : public QObject
{
    Q_OBJECT

public:
    enum class Keep { No, Yes }; // the token in the keyring, for the next start
    enum class End { SignedOut, Expired };
    Q_ENUM(End)

    Session(client::ApiClient &api, SecretStore &secrets, QObject *parent = nullptr);

    // `field` of an error: "url" the address cannot be used, "authorityFile" no certificate in it,
    // "password" wrong username or password. Unavailable or TimedOut: the server does not answer.
    QFuture<Result<>> signIn(const ServerProfile &server, const model::SignIn &who, Keep keep);

    // What one may know of a server before signing in. Only while the session is closed.
    QFuture<Result<model::SignInOptions>> askOptions(const ServerProfile &server);
    // Makes an account there; one signs in with it then.
    QFuture<Result<>> signUp(const ServerProfile &server, const model::SignUp &who);
    // The account of a provider's identity, as asked for from the current server; opens the session.
    QFuture<Result<>> registerIdentity(const model::Registration &who, Keep keep);
    // Goes on with a session that a provider's pages led to.
    void enter(const model::Session &session, Keep keep);

    // False when no token is kept or the kept one has ended: the person signs in. An error when
    // the keyring (`field` "keyring") or the server does not answer; the token stays.
    QFuture<Result<bool>> resume(const ServerProfile &server);

    // Closes at once; the server is told, and the keyring forgets the token.
    void signOut();

    QFuture<Result<>> changePassword(const model::PasswordChange &change);

    client::ApiClient &api() const { return m_api; }
    bool isOpen() const { return m_open; }
    const ServerProfile &server() const { return m_server; }

signals:
    void opened(const model::Account &account);
    void closed(Session::End end);
    void tokenNotKept(const Error &error); // the keyring refused: at the next start one signs in

private:
    Result<> prepare(const ServerProfile &server);
    void open(const ServerProfile &server, const model::Account &account);
    template <typename Endpoint>
    QFuture<Result<>> enterBy(const Endpoint &endpoint, const typename Endpoint::Request &who,
                              Keep keep);
    void close(End end);
    void keep(const QString &token);
    void resumeWith(const QString &token, const Promise<bool> &promise);
    QString secretKey() const;

    client::ApiClient &m_api;
    SecretStore &m_secrets;
    ServerProfile m_server;
    bool m_open = false;
};
