// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/accountrules.h"

#include <QCoreApplication>

// Broken rules of what is known of a person, as sentences that say what to do.
class AccountText
{
    Q_DECLARE_TR_FUNCTIONS(AccountText)

public:
    static QString of(const rules::AccountViolation &violation);
    static QString usernameTaken();
};
