// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>

// The person's terminal, or the files and pipes in its place.
class Terminal
{
public:
    // A line for the reader of the output. On a terminal, control characters in it are made visible.
    void print(const QString &line) const;
    // A line of progress or an error, beside the output.
    void say(const QString &line) const;

    // Reads a line without showing it; a plain line when the input is no terminal.
    Result<QString> askSecret(const QString &question) const;
};

// What is said when the person presses Ctrl+C from now on. Sets the handler at the first call.
void setFarewell(const QString &line);

// Control characters other than the tab as their visible symbols.
QString literal(const QString &text);
