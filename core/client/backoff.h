// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace client {

// Delays between attempts: doubled each time up to the longest, spread by a quarter either way so
// that many clients do not come back at the same moment.
class Backoff
{
public:
    using Delay = std::chrono::milliseconds;

    Backoff(Delay first, Delay longest);

    Delay next();
    void reset();

private:
    Delay m_first;
    Delay m_longest;
    Delay m_next;
};

} // namespace client
