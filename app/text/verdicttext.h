// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/verdict.h"

#include <QCoreApplication>

// What becomes of a job that is submitted now, in words.
class VerdictText
{
    Q_DECLARE_TR_FUNCTIONS(VerdictText)

public:
    static QString of(const model::Verdict &verdict);

private:
    static QString places(const QList<model::TaskPlacement> &placement);
    static QString evictions(const model::Verdict &verdict);
};
