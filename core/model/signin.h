// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/account.h"

namespace model {

// Who else can vouch for a person.
enum class Provider { Microsoft, WeChat };

// What somebody who is not signed in may know.
struct SignInOptions
{
    QString platformName;
    QString supportAddress; // mail of the operators, may be empty
    bool signUpOpen = false; // whether people may make accounts of their own
    QList<Provider> providers; // beside the password, which always works

    bool operator==(const SignInOptions &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("platformName"_L1, &SignInOptions::platformName),
                          json::defaulted("supportAddress"_L1, &SignInOptions::supportAddress),
                          json::field("signUpOpen"_L1, &SignInOptions::signUpOpen),
                          json::field("providers"_L1, &SignInOptions::providers)};
    }
};

// A new account. It has no right until an administrator gives it some.
struct SignUp
{
    QString username;
    QString nickname;
    QString password;

    bool operator==(const SignUp &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("username"_L1, &SignUp::username),
                          json::field("nickname"_L1, &SignUp::nickname),
                          json::field("password"_L1, &SignUp::password)};
    }
};

// Asks for a way through a provider's pages.
struct AttemptStart
{
    Provider provider = Provider::Microsoft;
    QString challenge; // SHA-256 of a secret of 32 random bytes or more, base64url without padding

    bool operator==(const AttemptStart &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("provider"_L1, &AttemptStart::provider),
                          json::field("challenge"_L1, &AttemptStart::challenge)};
    }
};

// An attempt just begun: the system's browser opens `url`. Its last page asks the person whether
// the console shows the same `code`, so that nobody finishes the attempt of somebody else.
struct Attempt
{
    QString id;
    QString url;
    QString code; // such as "KQ7-42M"
    QDateTime expiresAt;

    bool operator==(const Attempt &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("id"_L1, &Attempt::id), json::field("url"_L1, &Attempt::url),
                          json::field("code"_L1, &Attempt::code),
                          json::field("expiresAt"_L1, &Attempt::expiresAt)};
    }
};

// Shows that it was oneself who began the attempt.
struct AttemptSecret
{
    QString secret;

    bool operator==(const AttemptSecret &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("secret"_L1, &AttemptSecret::secret)};
    }
};

enum class AttemptState {
    Pending, // the person is in the browser: ask again
    SignedIn,
    NeedsRegistration, // nobody here has this identity: send a Registration
    Bound, // the identity is a way into the account that began the attempt
    Failed,
};

enum class AttemptFailure {
    Refused, // by the person, in the browser
    Expired,
    Unavailable, // the provider does not answer, or with an error
    Untrusted, // the provider's answer does not hold what it must
    Taken, // the identity is another account's, or this account has one of the provider
    Disabled, // the account is
    SignUpClosed, // the identity is nobody's, and nobody may sign up
    SessionEnded, // of the person who wanted to bind the identity
};

// All but Pending and NeedsRegistration are told once; the attempt is gone then.
struct AttemptResult
{
    AttemptState state = AttemptState::Pending;
    std::optional<Session> session; // when signed in
    QString suggestedNickname; // when registration is needed; may be empty
    std::optional<AttemptFailure> failure;
    QString detail; // of a failure, in English

    bool operator==(const AttemptResult &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{
            json::field("state"_L1, &AttemptResult::state),
            json::field("session"_L1, &AttemptResult::session),
            json::defaulted("suggestedNickname"_L1, &AttemptResult::suggestedNickname),
            json::field("failure"_L1, &AttemptResult::failure),
            json::defaulted("detail"_L1, &AttemptResult::detail)};
    }
};

// A new account for the identity of an attempt that needs registration.
struct Registration
{
    QString username;
    QString nickname;
    QString password;
    QString attempt; // its id
    QString secret;

    bool operator==(const Registration &) const = default;
    static constexpr auto fields()
    {
        using namespace Qt::Literals::StringLiterals;
        return std::tuple{json::field("username"_L1, &Registration::username),
                          json::field("nickname"_L1, &Registration::nickname),
                          json::field("password"_L1, &Registration::password),
                          json::field("attempt"_L1, &Registration::attempt),
                          json::field("secret"_L1, &Registration::secret)};
    }
};

} // namespace model

template <>
struct json::EnumNames<model::Provider>
{
    static constexpr std::array table{
        std::pair{model::Provider::Microsoft, QLatin1StringView("microsoft")},
        std::pair{model::Provider::WeChat, QLatin1StringView("wechat")}};
};

template <>
struct json::EnumNames<model::AttemptState>
{
    using AttemptState = model::AttemptState;
    static constexpr std::array table{
        std::pair{AttemptState::Pending, QLatin1StringView("pending")},
        std::pair{AttemptState::SignedIn, QLatin1StringView("signed_in")},
        std::pair{AttemptState::NeedsRegistration, QLatin1StringView("needs_registration")},
        std::pair{AttemptState::Bound, QLatin1StringView("bound")},
        std::pair{AttemptState::Failed, QLatin1StringView("failed")}};
};

template <>
struct json::EnumNames<model::AttemptFailure>
{
    using AttemptFailure = model::AttemptFailure;
    static constexpr std::array table{
        std::pair{AttemptFailure::Refused, QLatin1StringView("refused")},
        std::pair{AttemptFailure::Expired, QLatin1StringView("expired")},
        std::pair{AttemptFailure::Unavailable, QLatin1StringView("unavailable")},
        std::pair{AttemptFailure::Untrusted, QLatin1StringView("untrusted")},
        std::pair{AttemptFailure::Taken, QLatin1StringView("taken")},
        std::pair{AttemptFailure::Disabled, QLatin1StringView("disabled")},
        std::pair{AttemptFailure::SignUpClosed, QLatin1StringView("sign_up_closed")},
        std::pair{AttemptFailure::SessionEnded, QLatin1StringView("session_ended")}};
};
