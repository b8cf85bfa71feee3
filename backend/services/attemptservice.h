// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/attemptbook.h"
#include "backend/services/signupservice.h"
#include "backend/storage/profilestore.h"

#include <map>

namespace services {

// What the browser is to show next.
struct BrowserStep
{
    enum class Kind {
        Confirm, // ask whether the console shows the code; the answer comes with the ticket
        Done,
        Refused,
        Failed,
        Unknown, // no such attempt, or this step of it was taken before
    };

    Kind kind = Kind::Unknown;
    QString person = {}; // as the provider calls them, may be empty
    QString code = {};
    QString ticket = {};
};

// Signing in through a provider, and binding one to an account. The console begins an attempt with
// the hash of a secret; the browser goes to the provider and comes back; the person says there
// that it is the own console; the console gets the result for the secret, once.
class AttemptService : public QObject
{
    Q_OBJECT

public:
    struct Sources
    {
        SignInService &signIn;
        SignUpService &signUp;
        storage::ProfileStore &profiles;
    };
    AttemptService(const Sources &sources, const Clock &clock);

    void add(model::Provider provider, std::unique_ptr<identity::Provider> implementation);
    void setPublicUrl(const QUrl &url) { m_publicUrl = url; } // by which browsers reach this server
    model::SignInOptions options() const;

    // NotFound for a provider that is not here, InvalidInput names challenge.
    QFuture<Result<model::Attempt>> start(const model::AttemptStart &start, const Visitor &visitor);
    QFuture<Result<model::Attempt>> startBinding(const Caller &caller, const QByteArray &token,
                                                 const model::AttemptStart &start);
    // NotFound for an unknown id and a wrong secret alike.
    QFuture<Result<model::AttemptResult>> result(const QString &id, const QString &secret,
                                                 const Visitor &visitor);
    QFuture<Result<model::Session>> registerIdentity(const model::Registration &registration,
                                                     const Visitor &visitor);

    // The browser came back from the provider; and what the person answered then.
    QFuture<Result<BrowserStep>> takeCallback(const QString &provider, const QUrlQuery &query);
    QFuture<Result<BrowserStep>> takeAnswer(const QString &ticket, bool isMine);

private:
    Result<> mayBegin(const model::AttemptStart &start, const QString &who);
    QFuture<Result<model::Attempt>> begin(const AttemptPointer &attempt);
    BrowserStep takePerson(const AttemptPointer &attempt, const Result<identity::Person> &person);
    void admit(const AttemptPointer &attempt);
    QFuture<Result<BrowserStep>> bind(const AttemptPointer &attempt);
    QFuture<Result<model::AttemptResult>> openSession(const AttemptPointer &attempt,
                                                      const Visitor &visitor);

    SignInService &m_signIn;
    SignUpService &m_signUp;
    storage::ProfileStore &m_profiles;
    const Clock &m_clock;
    QUrl m_publicUrl;
    std::map<model::Provider, std::unique_ptr<identity::Provider>> m_providers;
    AttemptBook m_book;
    RateLimiter m_limits; // by address or account
    QTimer m_sweep;
};

} // namespace services
