// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/jobactions.h"

#include <QCoreApplication>

// What people do with jobs, in words.
class ActionText
{
    Q_DECLARE_TR_FUNCTIONS(ActionText)

public:
    // Why an action is not possible, as a sentence about the job.
    static QString refusal(rules::ActionRefusal refusal);
};
