// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>

#include <algorithm>
#include <functional>
#include <vector>

// What a column of a TableModel is.
template <typename Row>
struct Column
{
    Column() = default;

    std::function<QString()> title; // in the language of now
    std::function<QString(const Row &)> display;
    std::function<bool(const Row &, const Row &)> less; // none: cannot be sorted by
    std::function<QVariant(const Row &, int)> other; // every role but display and alignment
    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
};

// Where a list has the value; -1: nowhere.
inline int positionOf(const std::vector<int> &list, int value)
{
    const auto found = std::ranges::find(list, value);
    return found == list.end() ? -1 : int(found - list.begin());
}

// The positions of 0…size−1 in the list; -1: not there.
inline std::vector<int> inverse(const std::vector<int> &list, size_t size)
{
    std::vector<int> positions(size, -1);
    for (size_t i = 0; i < list.size(); ++i)
        positions[size_t(list[i])] = int(i);
    return positions;
}
