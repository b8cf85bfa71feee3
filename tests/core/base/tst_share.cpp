// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/share.h"

#include <QTest>

#include <numeric>

class ShareTest final : public QObject
{
    Q_OBJECT

private slots:
    void sharesInProportion();
    void givesRemaindersToTheLargestFractions();
    void givesNobodyMoreThanTheirWeight();
    void sharesNothingWithoutWeights();
};

void ShareTest::sharesInProportion()
{
    QCOMPARE(shareOut(4, {6, 2}), std::vector({3, 1}));
    QCOMPARE(shareOut(0, {6, 2}), std::vector({0, 0}));
}

void ShareTest::givesRemaindersToTheLargestFractions()
{
    QCOMPARE(shareOut(5, {4, 3, 3}), std::vector({2, 2, 1}));
    QCOMPARE(shareOut(1, {2, 3, 2}), std::vector({0, 1, 0}));
    QCOMPARE(shareOut(1, {2, 2}), std::vector({1, 0}));
}

void ShareTest::givesNobodyMoreThanTheirWeight()
{
    for (int amount = 0; amount < 40; ++amount) {
        const std::vector<int> weights{7, 0, 1, 12, 3};
        const std::vector<int> shares = shareOut(amount, weights);
        for (size_t i = 0; i < weights.size(); ++i)
            QVERIFY(shares[i] >= 0 && shares[i] <= weights[i]);
        QCOMPARE(std::accumulate(shares.begin(), shares.end(), 0), std::min(amount, 23));
    }
}

void ShareTest::sharesNothingWithoutWeights()
{
    QCOMPARE(shareOut(8, {}), std::vector<int>());
    QCOMPARE(shareOut(8, {0, 0}), std::vector({0, 0}));
}

QTEST_GUILESS_MAIN(ShareTest)
#include "tst_share.moc"
