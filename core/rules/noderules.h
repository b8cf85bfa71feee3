// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/account.h"

#include <QString>

// The rules of taking nodes out of service, for dialogs, the command line and the server.
namespace rules {

constexpr int kMostReasonCharacters = 500;

bool mayManageNodes(const model::Account &account);

// Not empty, not too long.
Result<> checkNodeReason(const QString &reason);

} // namespace rules
