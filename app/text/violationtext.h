// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rules/jobrules.h"

#include <QCoreApplication>

// Broken rules of a job specification as sentences that say what to do.
class ViolationText
{
    Q_DECLARE_TR_FUNCTIONS(ViolationText)

public:
    static QString of(const rules::JobViolation &violation);

private:
    static QString ofDevices(const rules::JobViolation &violation);
    static QString ofProgram(const rules::JobViolation &violation);
    static QString ofAdvanced(const rules::JobViolation &violation);
};
