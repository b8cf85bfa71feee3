// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/attemptservice.h"

#include "backend/services/network.h"
#include "backend/services/randomtoken.h"
#include "core/rules/accountrules.h"

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using model::AttemptFailure;
using model::AttemptState;
using Kind = services::BrowserStep::Kind;
using Stage = services::OpenAttempt::Stage;

namespace services {

namespace {

Error unknownAttempt()
{
    return {ErrorCode::NotFound, u"no such attempt, or it has been told"_s, u"id"_s};
}

// A nickname that keeps the rules, as near to the provider's name as can be; or empty.
QString nicknameOf(const QString &name)
{
    QString nickname;
    for (const uint character : name.simplified().toUcs4()) {
        const QString longer =
            nickname % QString::fromUcs4(reinterpret_cast<const char32_t *>(&character), 1);
        if (!rules::checkNickname(longer.trimmed()))
            nickname = longer;
    }
    return nickname.trimmed();
}

AttemptFailure failureOf(const Error &error)
{
    if (error.code == ErrorCode::Forbidden)
        return AttemptFailure::Refused;
    return error.code == ErrorCode::InvalidInput ? AttemptFailure::Untrusted
                                                 : AttemptFailure::Unavailable;
}

BrowserStep lastStep(const AttemptPointer &attempt)
{
    if (attempt->result.state != AttemptState::Failed)
        return {.kind = Kind::Done};
    const bool isRefused = attempt->result.failure == AttemptFailure::Refused;
    return {.kind = isRefused ? Kind::Refused : Kind::Failed};
}

QFuture<Result<BrowserStep>> unknown()
{
    return ready<BrowserStep>(BrowserStep{.kind = Kind::Unknown});
}

} // namespace

AttemptService::AttemptService(const Sources &sources, const Clock &clock)
    : m_signIn(sources.signIn)
    , m_signUp(sources.signUp)
    , m_profiles(sources.profiles)
    , m_clock(clock)
    , m_book(clock)
    , m_limits(30, 4s)
{
    connect(&m_sweep, &QTimer::timeout, this, [this] { m_book.removeOld(); });
    m_sweep.start(1min);
}

void AttemptService::add(model::Provider provider,
                         std::unique_ptr<identity::Provider> implementation)
{
    m_providers[provider] = std::move(implementation);
}

model::SignInOptions AttemptService::options() const
{
    const SignUpSettings &settings = m_signUp.settings();
    model::SignInOptions options{.platformName = settings.platformName,
                                 .supportAddress = settings.supportAddress,
                                 .signUpOpen = settings.isOpen,
                                 .providers = {}};
    for (const auto &known : m_providers)
        options.providers.append(known.first);
    return options;
}

Result<> AttemptService::mayBegin(const model::AttemptStart &start, const QString &who)
{
    if (!m_providers.contains(start.provider))
        return Error{ErrorCode::NotFound, u"this provider is not configured"_s, u"provider"_s};
    if (!isChallenge(start.challenge)) {
        return Error{ErrorCode::InvalidInput,
                     u"challenge: expected a SHA-256 in base64url without padding"_s,
                     u"challenge"_s};
    }
    if (m_book.isFull() || !m_limits.take(who, m_clock.now()))
        return Error{ErrorCode::TooMany, u"too many attempts: try again later"_s, QString()};
    return {};
}

QFuture<Result<model::Attempt>> AttemptService::start(const model::AttemptStart &start,
                                                      const Visitor &visitor)
{
    if (const auto allowed = mayBegin(start, networkOf(visitor.address)); !allowed)
        return ready<model::Attempt>(allowed.error());
    return begin(m_book.begin(start, QString(), m_publicUrl));
}

QFuture<Result<model::Attempt>> AttemptService::startBinding(const Caller &caller,
                                                             const QByteArray &token,
                                                             const model::AttemptStart &start)
{
    if (const auto allowed = mayBegin(start, u"account "_s % caller.account.id.toString());
        !allowed)
        return ready<model::Attempt>(allowed.error());
    const AttemptPointer attempt = m_book.begin(start, SignInService::hashOf(token), m_publicUrl);
    attempt->boundFrom = caller.address;
    return begin(attempt);
}

QFuture<Result<model::Attempt>> AttemptService::begin(const AttemptPointer &attempt)
{
    const model::Provider provider = attempt->start.provider;
    attempt->handshake.redirect.setPath(
        u"/api/v1/sign-in/%1/callback"_s.arg(json::nameOf(provider)));
    const Promise<model::Attempt> promise;
    const auto give = [this, promise, attempt](const Result<QUrl> &url) {
        if (!url) {
            m_book.remove(attempt);
            return promise.finish(url.error());
        }
        promise.finish(model::Attempt{.id = attempt->id,
                                      .url = QString::fromLatin1(url->toEncoded()),
                                      .code = attempt->code,
                                      .expiresAt = attempt->expiresAt});
    };
    whenDone(m_providers.at(provider)->signInUrl(attempt->handshake), this, give);
    return promise.future();
}

QFuture<Result<BrowserStep>> AttemptService::takeCallback(const QString &provider,
                                                          const QUrlQuery &query)
{
    const auto known = json::fromName<model::Provider>(provider);
    if (!known)
        return unknown();
    const AttemptPointer attempt =
        m_book.withState(*known, query.queryItemValue(u"state"_s, QUrl::FullyDecoded));
    if (!attempt || attempt->stage != Stage::Open || m_book.isExpired(attempt))
        return unknown();
    attempt->stage = Stage::Identifying; // what comes back is taken once, however it ends
    const Promise<BrowserStep> promise;
    whenDone(m_providers.at(*known)->identify(attempt->handshake, query), this,
             [this, promise, attempt](const Result<identity::Person> &person) {
                 promise.finish(takePerson(attempt, person));
             });
    return promise.future();
}

BrowserStep AttemptService::takePerson(const AttemptPointer &attempt,
                                       const Result<identity::Person> &person)
{
    if (!person) {
        attempt->fail(failureOf(person.error()), person.error().detail);
        return lastStep(attempt);
    }
    attempt->stage = Stage::Confirming;
    attempt->ticket = QString::fromLatin1(randomToken());
    attempt->identity = {attempt->start.provider, person->subject, person->name};
    return {.kind = Kind::Confirm,
            .person = person->name,
            .code = attempt->code,
            .ticket = attempt->ticket};
}

QFuture<Result<BrowserStep>> AttemptService::takeAnswer(const QString &ticket, bool isMine)
{
    const AttemptPointer attempt = m_book.withTicket(ticket);
    if (!attempt || m_book.isExpired(attempt))
        return unknown();
    if (!isMine)
        attempt->fail(AttemptFailure::Refused, u"the person did not begin it"_s);
    else if (!attempt->boundBy.isEmpty())
        return bind(attempt);
    else
        admit(attempt);
    return ready<BrowserStep>(lastStep(attempt));
}

// Whether the person is known here, only the console that began gets to know.
void AttemptService::admit(const AttemptPointer &attempt)
{
    const auto owner = m_profiles.ownerOf(attempt->identity);
    attempt->stage = Stage::Over;
    if (!owner)
        return attempt->fail(AttemptFailure::Unavailable, owner.error().detail);
    if (*owner) {
        attempt->owner = **owner;
        attempt->result.state = AttemptState::SignedIn;
    } else if (m_signUp.settings().isOpen) {
        m_book.extend(attempt); // for the form
        attempt->result.state = AttemptState::NeedsRegistration;
        attempt->result.suggestedNickname = nicknameOf(attempt->identity.name);
    } else {
        attempt->fail(AttemptFailure::SignUpClosed, u"accounts are made by the administrators"_s);
    }
}

QFuture<Result<BrowserStep>> AttemptService::bind(const AttemptPointer &attempt)
{
    attempt->stage = Stage::Deciding;
    const auto account = m_signIn.accountOf(attempt->boundBy);
    if (!account) {
        attempt->fail(AttemptFailure::SessionEnded, account.error().detail);
        return ready<BrowserStep>(lastStep(attempt));
    }
    const Promise<BrowserStep> promise;
    whenDone(m_profiles.bind(account->id, attempt->identity, attempt->boundFrom), this,
             [promise, attempt](const Result<> &bound) {
                 attempt->stage = Stage::Over;
                 attempt->result.state = AttemptState::Bound;
                 if (!bound) {
                     const bool isTaken = bound.error().code == ErrorCode::Conflict;
                     attempt->fail(isTaken ? AttemptFailure::Taken : AttemptFailure::Unavailable,
                                   bound.error().detail);
                 }
                 promise.finish(lastStep(attempt));
             });
    return promise.future();
}

QFuture<Result<model::AttemptResult>>
AttemptService::result(const QString &id, const QString &secret, const Visitor &visitor)
{
    const AttemptPointer attempt = m_book.withSecret(id, secret);
    if (!attempt)
        return ready<model::AttemptResult>(unknownAttempt());
    const AttemptState state = attempt->result.state;
    const bool isTold = attempt->stage == Stage::Over
                        && (state == AttemptState::Failed || state == AttemptState::Bound);
    if (!isTold && m_book.isExpired(attempt))
        attempt->fail(AttemptFailure::Expired, u"it took too long"_s);
    if (attempt->stage != Stage::Over)
        return ready<model::AttemptResult>(model::AttemptResult{});
    if (attempt->result.state == AttemptState::NeedsRegistration)
        return ready<model::AttemptResult>(attempt->result);
    m_book.remove(attempt);
    return attempt->result.state == AttemptState::SignedIn
               ? openSession(attempt, visitor)
               : ready<model::AttemptResult>(attempt->result);
}

QFuture<Result<model::AttemptResult>> AttemptService::openSession(const AttemptPointer &attempt,
                                                                  const Visitor &visitor)
{
    const Promise<model::AttemptResult> promise;
    whenDone(m_signIn.open(attempt->owner, visitor), this,
             [promise, attempt](const Result<model::Session> &session) {
                 if (session) {
                     attempt->result.session = *session;
                     return promise.finish(attempt->result);
                 }
                 if (session.error().code != ErrorCode::Unauthenticated)
                     return promise.finish(session.error());
                 attempt->fail(AttemptFailure::Disabled, u"the account is disabled"_s);
                 promise.finish(attempt->result);
             });
    return promise.future();
}

QFuture<Result<model::Session>>
AttemptService::registerIdentity(const model::Registration &registration, const Visitor &visitor)
{
    const AttemptPointer attempt = m_book.withSecret(registration.attempt, registration.secret);
    if (!attempt || attempt->result.state != AttemptState::NeedsRegistration
        || m_book.isExpired(attempt))
        return ready<model::Session>(unknownAttempt());
    const Promise<model::Session> promise;
    const auto enter = [this, promise, attempt, visitor](const Result<model::UserId> &id) {
        if (!id)
            return promise.finish(id.error());
        m_book.remove(attempt);
        whenDone(m_signIn.open(*id, visitor), this,
                 [promise](const Result<model::Session> &session) { promise.finish(session); });
    };
    whenDone(m_signUp.create({registration.username, registration.nickname, registration.password},
                             attempt->identity, visitor),
             this, enter);
    return promise.future();
}

} // namespace services
