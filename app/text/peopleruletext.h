// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/peopleactions.h"
#include "core/rules/peoplerules.h"

#include <QCoreApplication>

// What administrators may not fill in or do, as sentences.
class PeopleRuleText
{
    Q_DECLARE_TR_FUNCTIONS(PeopleRuleText)

public:
    static QString of(const rules::PeopleViolation &violation);
    // Why an action is not possible.
    static QString refusal(rules::PeopleRefusal refusal);
    // What the server says of a form: a taken name, or as ErrorText has it.
    static QString of(const Error &error);
};
