// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
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
    // What it is sorted by, one of the two; without any it cannot be.
    std::function<qint64(const Row &)> number;
    std::function<QByteArray(const Row &)> text;
    std::function<QVariant(const Row &, int)> other; // every role but display and alignment
    bool isSortable() const { return number || text; }

    Qt::Alignment alignment = Qt::AlignLeft | Qt::AlignVCenter;
};

inline int compareKeys(qint64 a, qint64 b)
{
    return a < b ? -1 : a > b ? 1 : 0;
}

inline int compareKeys(const QByteArray &a, const QByteArray &b)
{
    return a.compare(b);
}

// Brings the places of rows in the order of a key, then of a rank, then of precedes(). The keys are
// taken once: comparing rows themselves would wander through all of the memory they are in.
template <typename Row, typename KeyOf, typename RankOf, typename Precedes>
void sortPlaces(std::vector<int> &places, const QList<Row> &rows, bool up, const KeyOf &keyOf,
                const RankOf &rankOf, const Precedes &precedes)
{
    struct Keyed
    {
        decltype(keyOf(rows[0])) key;
        qint64 rank;
        int place;
    };
    std::vector<Keyed> keyed;
    keyed.reserve(places.size());
    for (const int place : places)
        keyed.push_back({keyOf(rows[place]), rankOf(rows[place]), place});
    std::ranges::sort(keyed, [&](const Keyed &a, const Keyed &b) {
        if (const int key = compareKeys(a.key, b.key); key != 0)
            return (key < 0) == up;
        return a.rank != b.rank ? a.rank < b.rank : precedes(rows[a.place], rows[b.place]);
    });
    std::ranges::transform(keyed, places.begin(), &Keyed::place);
}

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
