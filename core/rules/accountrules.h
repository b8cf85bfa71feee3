// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

#include <optional>

// The rules of accounts that sign-in, sign-up and password pages share with the server.
namespace rules {

constexpr int kLeastPasswordCharacters = 8;
constexpr int kMostPasswordCharacters = 128;

enum class PasswordRule { TooShort, TooLong, SameAsUsername };

// The first broken rule of a new password, or none.
std::optional<PasswordRule> checkPassword(const QString &password, const QString &username);

Error error(PasswordRule rule, const QString &field);

} // namespace rules
