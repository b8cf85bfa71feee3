// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/accounttext.h"

#include <QLocale>

using rules::AccountRule;

QString AccountText::of(const rules::AccountViolation &violation)
{
    const QString least = QLocale().toString(violation.least);
    const QString most = QLocale().toString(violation.most);
    switch (violation.rule) {
    case AccountRule::UsernameLength:
    case AccountRule::NicknameLength:
        return tr("Use %1 to %2 characters.").arg(least, most);
    case AccountRule::UsernameCharacters:
        return tr("Use only letters, digits, _, . and -.");
    case AccountRule::NicknameCharacters:
        return tr("Leave out control characters, and blanks at either end.");
    case AccountRule::PasswordTooShort:
        return tr("Use at least %n characters.", nullptr, violation.least);
    case AccountRule::PasswordTooLong:
        return tr("Use at most %n characters.", nullptr, violation.most);
    case AccountRule::PasswordSameAsUsername:
        return tr("Choose a password that is not the username.");
    case AccountRule::PhoneForm:
        return tr("Write %1 to %2 digits, with + in front for another country.").arg(least, most);
    case AccountRule::EmailForm:
        return tr("Write an address like ada@example.org.");
    }
    Q_UNREACHABLE();
}

QString AccountText::usernameTaken()
{
    return tr("This username is taken. Choose another.");
}
