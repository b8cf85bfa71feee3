// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/attemptbook.h"

#include "backend/services/randomtoken.h"
#include "core/base/log.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace services {

namespace {

constexpr qint64 kLife = 10 * 60; // seconds
constexpr qint64 kToldFor = 10 * 60; // an expired attempt can still be asked for

} // namespace

void OpenAttempt::fail(model::AttemptFailure failure, const QString &detail)
{
    qCInfo(logSignIn).noquote() << "an attempt to sign in through" << json::nameOf(start.provider)
                                << "failed:" << detail;
    stage = Stage::Over;
    result = {.state = model::AttemptState::Failed,
              .session = {},
              .suggestedNickname = {},
              .failure = failure,
              .detail = detail};
}

AttemptBook::AttemptBook(const Clock &clock)
    : m_clock(clock)
{ }

AttemptPointer AttemptBook::begin(const model::AttemptStart &start, const QString &boundBy,
                                  const QUrl &redirect)
{
    const auto random = [] { return QString::fromLatin1(randomToken()); };
    auto attempt = std::make_shared<OpenAttempt>();
    attempt->id = random();
    attempt->start = start;
    attempt->boundBy = boundBy;
    attempt->handshake = {random(), random(), random(), redirect};
    attempt->code = randomCode();
    extend(attempt);
    m_attempts.push_back(attempt);
    return attempt;
}

void AttemptBook::remove(const AttemptPointer &attempt)
{
    std::erase(m_attempts, attempt);
}

void AttemptBook::removeOld()
{
    const QDateTime until = m_clock.now().addSecs(-kToldFor);
    std::erase_if(m_attempts, [&](const auto &attempt) { return attempt->expiresAt < until; });
}

bool AttemptBook::isExpired(const AttemptPointer &attempt) const
{
    return attempt->expiresAt <= m_clock.now();
}

void AttemptBook::extend(const AttemptPointer &attempt) const
{
    attempt->expiresAt = m_clock.now().addSecs(kLife);
}

AttemptPointer AttemptBook::withSecret(const QString &id, const QString &secret) const
{
    const auto attempt = find([&](const OpenAttempt &each) { return each.id == id; });
    return attempt && answersChallenge(secret, attempt->start.challenge) ? attempt : nullptr;
}

AttemptPointer AttemptBook::withState(model::Provider provider, const QString &state) const
{
    return find([&](const OpenAttempt &each) {
        return each.handshake.state == state && each.start.provider == provider;
    });
}

AttemptPointer AttemptBook::withTicket(const QString &ticket) const
{
    return find([&](const OpenAttempt &each) {
        return each.stage == OpenAttempt::Stage::Confirming && each.ticket == ticket;
    });
}

AttemptPointer AttemptBook::find(const std::function<bool(const OpenAttempt &attempt)> &is) const
{
    const auto it = std::find_if(m_attempts.begin(), m_attempts.end(),
                                 [&](const auto &attempt) { return is(*attempt); });
    return it == m_attempts.end() ? nullptr : *it;
}

} // namespace services
