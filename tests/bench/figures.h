// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <vector>

namespace bench {

// The value below which so large a part of the values lies; 0 of none.
double percentile(std::vector<double> values, double part);

// Of a process, this one by default, in MiB; 0 when it is gone.
double residentMemory(qint64 process = 0);

} // namespace bench
