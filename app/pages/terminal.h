// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

// The desktop's terminal: what $TERMINAL names, else the first there is of those that desktops bring.
// A command is a program and its arguments, each passed on as it is; no shell reads them.
namespace terminal {

// The program with the arguments that make it run the command; empty when there is no terminal.
QStringList commandFor(const QStringList &command);

// Whether a terminal was started with it. It lives on when the console is closed.
bool run(const QStringList &command);

} // namespace terminal
