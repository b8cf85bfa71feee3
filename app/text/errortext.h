// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QCoreApplication>

// What went wrong as a sentence, with what to do about it.
class ErrorText
{
    Q_DECLARE_TR_FUNCTIONS(ErrorText)

public:
    static QString of(const Error &error);
    // Whether the same again may succeed: a page then offers to retry.
    static bool mayPass(ErrorCode code);
};
