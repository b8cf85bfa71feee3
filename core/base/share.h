// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

// Shares `amount` out by weight, exactly: remainders go to the largest fractions, on a tie to the
// earlier (Hamilton's method). Nobody gets more than their weight; all zero when the weights are.
std::vector<int> shareOut(int amount, const std::vector<int> &weights);
