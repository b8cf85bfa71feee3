// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/ratelimiter.h"

#include <algorithm>

namespace services {

namespace {

constexpr qsizetype kMostKeys = 20000;

} // namespace

RateLimiter::RateLimiter(int burst, std::chrono::milliseconds refill)
    : m_burst(burst)
    , m_refill(double(refill.count()))
{ }

bool RateLimiter::take(const QString &key, const QDateTime &now)
{
    if (m_buckets.size() >= kMostKeys)
        forgetFull(now);
    auto it = m_buckets.find(key);
    if (it == m_buckets.end())
        it = m_buckets.insert(key, {m_burst, now});
    it->tokens = refilled(*it, now);
    it->at = std::max(it->at, now);
    if (it->tokens < 1)
        return false;
    it->tokens -= 1;
    return true;
}

void RateLimiter::giveBack(const QString &key)
{
    if (const auto it = m_buckets.find(key); it != m_buckets.end())
        it->tokens = std::min(m_burst, it->tokens + 1);
}

double RateLimiter::refilled(const Bucket &bucket, const QDateTime &now) const
{
    const auto passed = double(std::max<qint64>(0, bucket.at.msecsTo(now)));
    return std::min(m_burst, bucket.tokens + passed / m_refill);
}

void RateLimiter::forgetFull(const QDateTime &now)
{
    m_buckets.removeIf([&](const auto &item) { return refilled(item.value(), now) >= m_burst; });
    if (m_buckets.size() >= kMostKeys)
        m_buckets.clear(); // bounded comes first
}

} // namespace services
