// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/scheduling/cover.h"

#include <algorithm>
#include <optional>

namespace scheduling {

Cost costOf(const std::vector<Candidate> &candidates, const Victims &victims)
{
    Cost cost{0, victims.size()};
    for (const int victim : victims)
        cost.first += candidates[size_t(victim)].lost;
    return cost;
}

int gainOf(const std::vector<Candidate> &candidates, const Victims &victims)
{
    int gain = 0;
    for (const int victim : victims)
        gain += candidates[size_t(victim)].gain;
    return gain;
}

Victims covered(const std::vector<Candidate> &candidates, const Victims &victims, int devices)
{
    const int missing = devices - gainOf(candidates, victims);
    if (missing <= 0)
        return victims;
    Victims others;
    for (int i = 0; i < int(candidates.size()); ++i) {
        if (!std::binary_search(victims.begin(), victims.end(), i))
            others.push_back(i);
    }
    // The least that so many devices or more cost, with the candidates looked at so far.
    const auto width = size_t(missing) + 1;
    std::vector<std::optional<Cost>> least(width);
    std::vector<std::vector<char>> taken(others.size(), std::vector<char>(width, 0));
    least[0] = Cost{};
    const auto without = [&](size_t sum, size_t i) {
        const auto gain = size_t(candidates[size_t(others[i])].gain);
        return sum > gain ? sum - gain : 0;
    };
    for (size_t i = 0; i < others.size(); ++i) {
        for (size_t sum = width - 1; sum > 0; --sum) {
            const auto &before = least[without(sum, i)];
            if (!before)
                continue;
            const Cost cost{before->first + candidates[size_t(others[i])].lost, before->second + 1};
            if (!least[sum] || cost < *least[sum]) {
                least[sum] = cost;
                taken[i][sum] = 1;
            }
        }
    }
    if (!least[width - 1])
        return victims;
    Victims all = victims;
    size_t sum = width - 1;
    for (size_t i = others.size(); i-- > 0;) {
        if (taken[i][sum]) {
            all.push_back(others[i]);
            sum = without(sum, i);
        }
    }
    std::sort(all.begin(), all.end());
    return all;
}

} // namespace scheduling
