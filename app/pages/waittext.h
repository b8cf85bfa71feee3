// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/jobspec.h"
#include "core/model/vc.h"

#include <QCoreApplication>

// What will become of a job when it is submitted now, from the numbers of its VC.
class WaitText
{
    Q_DECLARE_TR_FUNCTIONS(WaitText)

public:
    static QString of(const model::JobSpec &spec, const model::VcStatus &vc);
};
