// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

namespace bench {

// Milliseconds from each of so many submits, one after the other, until the simulated engine is
// asked to start that job: durable on disk, with a plan made in between. So many jobs wait besides
// on a cluster of so many nodes that is full but for one device of every other node. Jobs that have
// started stay, or end at once, and each end has a plan of its own.
enum class Then { Stay, End };
std::vector<double> startLatencies(int nodes, int queued, int starts, Then then);

} // namespace bench
