// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace berthd {

// Sends Qt's messages to stderr, one line each: time, level, category, text. Under systemd the
// journal's priority stands in front and the time, which the journal knows, is left out. Control
// characters of a text are escaped, so that no input can make a line of its own.
void logToStderr();

} // namespace berthd
