// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/ratelimiter.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

class RateLimiterTest : public QObject
{
    Q_OBJECT

private slots:
    void letsABurstPassThenOneEachRefill();
    void givesBack();
    void staysBounded();
};

void RateLimiterTest::letsABurstPassThenOneEachRefill()
{
    services::RateLimiter limiter(3, 10s);
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    for (int i = 0; i < 3; ++i)
        QVERIFY(limiter.take(u"a"_s, now));
    QVERIFY(!limiter.take(u"a"_s, now));
    QVERIFY(limiter.take(u"b"_s, now));
    QVERIFY(!limiter.take(u"a"_s, now.addSecs(9)));
    QVERIFY(limiter.take(u"a"_s, now.addSecs(10)));
    QVERIFY(!limiter.take(u"a"_s, now.addSecs(-100)));
    QVERIFY(!limiter.take(u"a"_s, now.addSecs(10)));
}

void RateLimiterTest::givesBack()
{
    services::RateLimiter limiter(1, 10s);
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    for (int i = 0; i < 5; ++i) {
        QVERIFY(limiter.take(u"a"_s, now));
        limiter.giveBack(u"a"_s);
    }
}

void RateLimiterTest::staysBounded()
{
    services::RateLimiter limiter(1, 10s);
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(0, Qt::UTC);
    for (int i = 0; i < 50000; ++i)
        QVERIFY(limiter.take(QString::number(i), now.addMSecs(i)));
}

QTEST_GUILESS_MAIN(RateLimiterTest)
#include "tst_ratelimiter.moc"
