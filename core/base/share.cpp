// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/share.h"

#include <QtGlobal>

#include <algorithm>
#include <numeric>

std::vector<int> shareOut(int amount, const std::vector<int> &weights)
{
    const qint64 sum = std::accumulate(weights.begin(), weights.end(), qint64(0));
    std::vector<int> shares(weights.size(), 0);
    if (sum <= 0)
        return shares;
    amount = int(std::min<qint64>(amount, sum));
    std::vector<size_t> byFraction(weights.size());
    std::iota(byFraction.begin(), byFraction.end(), 0U);
    qint64 left = amount;
    for (size_t i = 0; i < weights.size(); ++i) {
        shares[i] = int(qint64(amount) * weights[i] / sum);
        left -= shares[i];
    }
    const auto fraction = [&](size_t i) { return qint64(amount) * weights[i] % sum; };
    std::stable_sort(byFraction.begin(), byFraction.end(),
                     [&](size_t a, size_t b) { return fraction(a) > fraction(b); });
    for (size_t i = 0; i < size_t(left); ++i)
        ++shares[byFraction[i]];
    return shares;
}
