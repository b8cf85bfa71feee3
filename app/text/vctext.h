// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/vcrules.h"

#include <QCoreApplication>

// Sharing the cluster out, in words.
class VcText
{
    Q_DECLARE_TR_FUNCTIONS(VcText)

public:
    // A broken rule as a sentence that says what to do.
    static QString of(const rules::VcViolation &violation);
    // Why the VC cannot be changed or deleted now.
    static QString refusal(rules::VcRefusal refusal, const model::VcShare &vc);
};
