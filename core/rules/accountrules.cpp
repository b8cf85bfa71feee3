// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/accountrules.h"

using namespace Qt::Literals::StringLiterals;

namespace rules {

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
    const auto say = [&](const QString &detail) {
        return Error{ErrorCode::InvalidInput, field % u": " % detail, field};
    };
    switch (rule) {
    case PasswordRule::TooShort:
        return say(u"at least %1 characters"_s.arg(kLeastPasswordCharacters));
    case PasswordRule::TooLong:
        return say(u"at most %1 characters"_s.arg(kMostPasswordCharacters));
    case PasswordRule::SameAsUsername:
        return say(u"must differ from the username"_s);
    }
    Q_UNREACHABLE();
}

} // namespace rules
