// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QHash>
#include <QString>

namespace services {

// Tokens in a bucket for each key: `burst` of them, one more each `refill`.
class RateLimiter
{
public:
    RateLimiter(int burst, std::chrono::milliseconds refill);

    bool take(const QString &key, const QDateTime &now); // false: none is left
    void giveBack(const QString &key);

private:
    struct Bucket
    {
        double tokens = 0;
        QDateTime at;
    };
    void forgetFull(const QDateTime &now);
    double refilled(const Bucket &bucket, const QDateTime &now) const;

    const double m_burst;
    const double m_refill; // milliseconds
    QHash<QString, Bucket> m_buckets;
};

} // namespace services
