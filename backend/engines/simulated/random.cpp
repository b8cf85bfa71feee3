// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/simulated/random.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace engines {

namespace {

constexpr double kLongest = 10.0 * 365 * 86400 * 1000;

// Steele, Lea, Flood: Fast splittable pseudorandom number generators (2014).
quint64 mixed(quint64 value)
{
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31);
}

constexpr quint64 kGolden = 0x9e3779b97f4a7c15ULL;

} // namespace

Random Random::of(quint64 seed, quint64 n)
{
    return Random(mixed(seed + kGolden * (n + 1)));
}

quint64 Random::number()
{
    m_state += kGolden;
    return mixed(m_state);
}

double Random::uniform()
{
    return double(number() >> 11) * 0x1.0p-53;
}

double Random::normal()
{
    const double radius = std::sqrt(-2 * std::log(1 - uniform()));
    return radius * std::cos(2 * std::numbers::pi * uniform());
}

std::chrono::milliseconds Distribution::draw(Random &random) const
{
    const auto base = double(first.count());
    double value = base;
    switch (kind) {
    case Kind::Fixed:
        break;
    case Kind::Uniform:
        value = base + random.uniform() * double((most - first).count());
        break;
    case Kind::Exponential:
        value = -base * std::log(1 - random.uniform());
        break;
    case Kind::Lognormal:
        value = base * std::exp(spread * random.normal());
        break;
    }
    return std::chrono::milliseconds(std::llround(std::clamp(value, 0.0, kLongest)));
}

} // namespace engines
