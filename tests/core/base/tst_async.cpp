// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/async.h"

#include <QCoreApplication>
#include <QTest>

class AsyncTest final : public QObject
{
    Q_OBJECT

private slots:
    void deliversFromTheEventLoop();
    void isSilentWhenTheReceiverIsGone();
    void isSilentWhenNobodyFinishes();
    void firstFinishWins();
};

void AsyncTest::deliversFromTheEventLoop()
{
    QObject receiver;
    int got = 0;
    whenDone(ready<int>(7), &receiver, [&](const Result<int> &result) { got = *result; });
    QCOMPARE(got, 0);
    QTRY_COMPARE(got, 7);
}

void AsyncTest::isSilentWhenTheReceiverIsGone()
{
    bool called = false;
    const Promise<int> promise;
    {
        QObject receiver;
        whenDone(promise.future(), &receiver, [&](const Result<int> &) { called = true; });
    }
    promise.finish(1);
    QCoreApplication::processEvents();
    QVERIFY(!called);
}

void AsyncTest::isSilentWhenNobodyFinishes()
{
    bool called = false;
    QObject receiver;
    {
        const Promise<> promise;
        whenDone(promise.future(), &receiver, [&](const Result<> &) { called = true; });
    }
    QCoreApplication::processEvents();
    QVERIFY(!called);
}

void AsyncTest::firstFinishWins()
{
    const Promise<int> promise;
    promise.finish(1);
    promise.finish(2);
    QCOMPARE(*promise.future().result(), 1);
}

QTEST_GUILESS_MAIN(AsyncTest)
#include "tst_async.moc"
