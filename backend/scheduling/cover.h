// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

#include <utility>
#include <vector>

namespace scheduling {

// A job that may be evicted.
struct Candidate
{
    model::JobId id;
    int gain = 0; // devices it gives up
    qint64 lost = 0; // device-milliseconds of its work
};

using Victims = std::vector<int>; // candidates by index, ascending
using Cost = std::pair<qint64, size_t>; // what is lost, then how many they are

Cost costOf(const std::vector<Candidate> &candidates, const Victims &victims);
int gainOf(const std::vector<Candidate> &candidates, const Victims &victims);

// The victims and, of the others, the cheapest that make them give up so many devices together; as
// they were when there are not enough.
Victims covered(const std::vector<Candidate> &candidates, const Victims &victims, int devices);

} // namespace scheduling
