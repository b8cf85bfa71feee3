// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/client/backoff.h"

#include <QTest>

using namespace std::chrono_literals;

class BackoffTest final : public QObject
{
    Q_OBJECT

private slots:
    void doublesUpToTheLongestWithJitter();
};

void BackoffTest::doublesUpToTheLongestWithJitter()
{
    client::Backoff backoff(1s, 30s);
    for (const std::chrono::milliseconds expected : {1s, 2s, 4s, 8s, 16s, 30s, 30s}) {
        const auto delay = backoff.next();
        QVERIFY2(delay >= expected * 3 / 4 && delay <= expected * 5 / 4,
                 qPrintable(QString::number(delay.count())));
    }
    backoff.reset();
    QVERIFY(backoff.next() <= 1250ms);
}

QTEST_GUILESS_MAIN(BackoffTest)
#include "tst_backoff.moc"
