// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/accountrules.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace rules {

namespace {

constexpr int kLeastPhoneDigits = 5;
constexpr int kMostPhoneDigits = 15; // E.164

bool matches(const QString &text, const QString &pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(text).hasMatch();
}

AccountViolation passwordViolation(PasswordRule rule)
{
    const QString field = u"password"_s;
    switch (rule) {
    case PasswordRule::TooShort:
        return {AccountRule::PasswordTooShort, field, kLeastPasswordCharacters, 0};
    case PasswordRule::TooLong:
        return {AccountRule::PasswordTooLong, field, 0, kMostPasswordCharacters};
    case PasswordRule::SameAsUsername:
        return {AccountRule::PasswordSameAsUsername, field, 0, 0};
    }
    Q_UNREACHABLE();
}

void add(QList<AccountViolation> &found, const std::optional<AccountViolation> &violation)
{
    if (violation)
        found.append(*violation);
}

QString words(const AccountViolation &violation)
{
    switch (violation.rule) {
    case AccountRule::UsernameLength:
    case AccountRule::NicknameLength:
        return u"expected %1 to %2 characters"_s.arg(violation.least).arg(violation.most);
    case AccountRule::UsernameCharacters:
        return u"only letters, digits, _, . and -"_s;
    case AccountRule::NicknameCharacters:
        return u"no control characters, and no blank at either end"_s;
    case AccountRule::PasswordTooShort:
        return u"at least %1 characters"_s.arg(violation.least);
    case AccountRule::PasswordTooLong:
        return u"at most %1 characters"_s.arg(violation.most);
    case AccountRule::PasswordSameAsUsername:
        return u"must differ from the username"_s;
    case AccountRule::PhoneForm:
        return u"expected %1 to %2 digits, such as +86 10 1234 5678"_s.arg(violation.least)
            .arg(violation.most);
    case AccountRule::EmailForm:
        return u"expected an address such as name@example.org"_s;
    }
    Q_UNREACHABLE();
}

} // namespace

std::optional<PasswordRule> checkPassword(const QString &password, const QString &username)
{
    if (password.size() < kLeastPasswordCharacters)
        return PasswordRule::TooShort;
    if (password.size() > kMostPasswordCharacters)
        return PasswordRule::TooLong;
    if (password.compare(username, Qt::CaseInsensitive) == 0)
        return PasswordRule::SameAsUsername;
    return std::nullopt;
}

Error error(PasswordRule rule, const QString &field)
{
    AccountViolation violation = passwordViolation(rule);
    violation.field = field;
    return error(violation);
}

Error error(const AccountViolation &violation)
{
    return {ErrorCode::InvalidInput, violation.field % u": " % words(violation), violation.field};
}

std::optional<AccountViolation> checkUsername(const QString &username)
{
    const QString field = u"username"_s;
    if (!matches(username, u"[A-Za-z0-9_.-]*"_s))
        return AccountViolation{AccountRule::UsernameCharacters, field, 0, 0};
    if (username.size() < kLeastUsernameCharacters || username.size() > kMostUsernameCharacters) {
        return AccountViolation{AccountRule::UsernameLength, field, kLeastUsernameCharacters,
                                kMostUsernameCharacters};
    }
    return std::nullopt;
}

bool isPlainLine(const QString &text)
{
    const auto characters = text.toUcs4();
    // Also what turns the direction of a text, which lets one name look like another.
    const auto isBad = [](char32_t character) {
        const auto category = QChar::category(character);
        return category == QChar::Other_Control || category == QChar::Other_Format
               || category == QChar::Other_Surrogate || category == QChar::Separator_Line
               || category == QChar::Separator_Paragraph;
    };
    return text.trimmed() == text && std::none_of(characters.begin(), characters.end(), isBad);
}

std::optional<AccountViolation> checkNickname(const QString &nickname)
{
    const QString field = u"nickname"_s;
    const auto characters = nickname.toUcs4();
    if (characters.isEmpty() || characters.size() > kMostNicknameCharacters)
        return AccountViolation{AccountRule::NicknameLength, field, 1, kMostNicknameCharacters};
    if (!isPlainLine(nickname))
        return AccountViolation{AccountRule::NicknameCharacters, field, 0, 0};
    return std::nullopt;
}

std::optional<AccountViolation> checkPhone(const QString &phone)
{
    const auto digits = phone.count(QRegularExpression(u"[0-9]"_s));
    if (phone.isEmpty()
        || (matches(phone, u"\\+?[0-9]+([ -][0-9]+)*"_s) && digits >= kLeastPhoneDigits
            && digits <= kMostPhoneDigits))
        return std::nullopt;
    return AccountViolation{AccountRule::PhoneForm, u"phone"_s, kLeastPhoneDigits,
                            kMostPhoneDigits};
}

std::optional<AccountViolation> checkEmail(const QString &email)
{
    // The part of RFC 5321 that is in use: no quotes, no comments, no address literals.
    static const QString pattern =
        u"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
        "@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)*[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?"_s;
    if (email.isEmpty() || (email.size() <= kMostEmailCharacters && matches(email, pattern)))
        return std::nullopt;
    return AccountViolation{AccountRule::EmailForm, u"email"_s, 0, kMostEmailCharacters};
}

QList<AccountViolation> check(const model::SignUp &signUp)
{
    QList<AccountViolation> found;
    add(found, checkUsername(signUp.username));
    add(found, checkNickname(signUp.nickname));
    if (const auto broken = checkPassword(signUp.password, signUp.username))
        found.append(passwordViolation(*broken));
    return found;
}

QList<AccountViolation> check(const model::ProfileChange &change)
{
    QList<AccountViolation> found;
    add(found, checkNickname(change.nickname));
    add(found, checkPhone(change.phone));
    add(found, checkEmail(change.email));
    return found;
}

Result<> firstViolation(const QList<AccountViolation> &violations)
{
    return violations.isEmpty() ? Result<>() : error(violations.first());
}

} // namespace rules
