// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/backoff.h"

#include <QRandomGenerator>

#include <algorithm>

namespace client {

Backoff::Backoff(Delay first, Delay longest)
    : m_first(first)
    , m_longest(longest)
    , m_next(first)
{ }

Backoff::Delay Backoff::next()
{
    const Delay delay = m_next;
    m_next = std::min(m_longest, 2 * m_next);
    const int quarter = int(delay.count() / 4);
    return delay + Delay(QRandomGenerator::global()->bounded(-quarter, quarter + 1));
}

void Backoff::reset()
{
    m_next = m_first;
}

} // namespace client
