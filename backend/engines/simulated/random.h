// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

namespace engines {

// Numbers that look random and are the same on every machine for the same seed.
class Random
{
public:
    explicit Random(quint64 seed)
        : m_state(seed)
    { }
    // A stream of its own for the n-th of something, whatever others draw.
    static Random of(quint64 seed, quint64 n);

    quint64 number();
    double uniform(); // from 0, below 1
    double normal(); // mean 0, deviation 1

private:
    quint64 m_state;
};

// How long something takes.
struct Distribution
{
    enum class Kind { Fixed, Uniform, Exponential, Lognormal };

    Kind kind = Kind::Fixed;
    // Fixed: the value; uniform: the least; exponential: the mean; lognormal: the median.
    std::chrono::milliseconds first{0};
    std::chrono::milliseconds most{0}; // uniform
    double spread = 0.5; // lognormal: the deviation of the logarithm

    std::chrono::milliseconds draw(Random &random) const;
    bool operator==(const Distribution &) const = default;
};

} // namespace engines
