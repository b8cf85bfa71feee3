// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

class Terminal;
class TokenStore;

// Runs the command that the arguments name (the program's name first) and gives the status to end
// with. Errors are one line on stderr.
int runCommandLine(const QStringList &arguments, TokenStore &tokens, Terminal &terminal);

// The error as that line: the field is named as the option that sets it.
QString errorLine(const Error &error);
