// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/reason.h"

namespace rules {

// Why a job is in its state, in plain English for the command line and the mails of the operators,
// such as "asks 8, 5 free of 16 in the VC". The console has its own, translated words.
QString reasonWords(const model::Reason &reason);

} // namespace rules
