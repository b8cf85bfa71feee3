// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/profile.h"

#include <optional>

// The rules of accounts, once for the forms of the console and the server.
namespace rules {

constexpr int kLeastPasswordCharacters = 8;
constexpr int kMostPasswordCharacters = 128;
constexpr int kLeastUsernameCharacters = 4;
constexpr int kMostUsernameCharacters = 20;
constexpr int kMostNicknameCharacters = 20;
constexpr int kMostEmailCharacters = 254;

enum class PasswordRule { TooShort, TooLong, SameAsUsername };

// The first broken rule of a new password, or none.
std::optional<PasswordRule> checkPassword(const QString &password, const QString &username);

Error error(PasswordRule rule, const QString &field);

// A broken rule, as a code with numbers: the console words it, error() says it in English.
enum class AccountRule {
    UsernameLength, // `least`…`most` characters
    UsernameCharacters, // letters, digits, _ . and - only
    NicknameLength, // `least`…`most` characters
    NicknameCharacters, // no control characters, no blank at either end
    PasswordTooShort, // at least `least` characters
    PasswordTooLong, // at most `most` characters
    PasswordSameAsUsername,
    PhoneForm, // `least`…`most` digits, blanks and hyphens between them, perhaps + before
    EmailForm, // not an address, or longer than `most` characters
};

struct AccountViolation
{
    AccountRule rule = AccountRule::UsernameLength;
    QString field;
    int least = 0;
    int most = 0;

    bool operator==(const AccountViolation &) const = default;
};

Error error(const AccountViolation &violation);

// No control characters, nothing that changes how the text around it is shown, no blank at either
// end.
bool isPlainLine(const QString &text);

// The first broken rule of one value, or none. Phone and email may be empty.
std::optional<AccountViolation> checkUsername(const QString &username);
std::optional<AccountViolation> checkNickname(const QString &nickname);
std::optional<AccountViolation> checkPhone(const QString &phone);
std::optional<AccountViolation> checkEmail(const QString &email);

// Every broken rule, in the order of the form, one for each field.
QList<AccountViolation> check(const model::SignUp &signUp);
QList<AccountViolation> check(const model::ProfileChange &change);

// The first of them as an error.
Result<> firstViolation(const QList<AccountViolation> &violations);

} // namespace rules
