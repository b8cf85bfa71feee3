// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

namespace berthd {

// For an operator whom nobody lets in any more: makes the account an enabled System Admin again,
// ends its sessions and answers with a password for one sign-in. Conflict names the berthd that
// uses the directory, NotFound says what is not there.
Result<QString> resetAdministrator(const QString &dataDir, const QString &username);

} // namespace berthd
