// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/contract/platform.h"

namespace bench {

// How many of what there are on a large platform.
struct Population
{
    int users = 0;
    int groups = 0;
    int vcs = 0;
    int sessions = 0;
    int entries = 0; // of the audit log
};

// Makes them, each person in two groups and with two VCs, chosen at random.
Result<> fill(support::Platform &platform, const Population &size);

int below(int count); // any number from 0 on

} // namespace bench
