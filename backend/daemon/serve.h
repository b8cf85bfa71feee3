// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/daemon/config.h"

namespace berthd {

// Serves until a signal asks for the end; the process's exit status. Says on stdout where it
// listens and, when it made one, the first password. A second signal does not wait for anything.
int serve(const Config &config);

void say(const QString &line); // to stdout, at once
int fail(const Error &error, int status); // to stderr; the status

} // namespace berthd
