// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/simulated/random.h"
#include "backend/engines/simulated/virtualtime.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>

using namespace std::chrono_literals;
using engines::Distribution;
using engines::Random;
using engines::VirtualTime;

namespace {

const QDateTime kBegin = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);

} // namespace

class VirtualTimeTest final : public QObject
{
    Q_OBJECT

private slots:
    void standsUntilItIsMoved();
    void doesWhatIsDueInOrder();
    void doesWhatComesUpOnTheWay();
    void forgetsWhatIsCancelledOrGone();
    void goesAtItsSpeed();
    void drawsTheSameAgain();
    void drawsWhatIsAsked_data();
    void drawsWhatIsAsked();
};

void VirtualTimeTest::standsUntilItIsMoved()
{
    VirtualTime time(kBegin, VirtualTime::kByHand);
    QTest::qWait(5);
    QCOMPARE(time.now(), kBegin);
    time.advance(90s);
    QCOMPARE(time.now(), kBegin.addSecs(90));
}

void VirtualTimeTest::doesWhatIsDueInOrder()
{
    VirtualTime time(kBegin, VirtualTime::kByHand);
    QList<int> done;
    QList<QDateTime> times;
    const auto note = [&](int number) {
        return [&, number] {
            done.append(number);
            times.append(time.now());
        };
    };
    time.at(kBegin.addSecs(2), this, note(3));
    time.at(kBegin.addSecs(1), this, note(1));
    time.at(kBegin.addSecs(1), this, note(2));
    time.at(kBegin.addSecs(9), this, note(4));
    time.advance(5s);
    QCOMPARE(done, QList({1, 2, 3}));
    QCOMPARE(times, QList({kBegin.addSecs(1), kBegin.addSecs(1), kBegin.addSecs(2)}));
    time.advance(4s);
    QCOMPARE(done.last(), 4);
}

void VirtualTimeTest::doesWhatComesUpOnTheWay()
{
    VirtualTime time(kBegin, VirtualTime::kByHand);
    QList<QDateTime> times;
    std::function<void()> again = [&] {
        times.append(time.now());
        time.at(time.now().addSecs(10), this, again);
    };
    time.at(kBegin.addSecs(10), this, again);
    time.advance(35s);
    QCOMPARE(times, QList({kBegin.addSecs(10), kBegin.addSecs(20), kBegin.addSecs(30)}));
}

void VirtualTimeTest::forgetsWhatIsCancelledOrGone()
{
    VirtualTime time(kBegin, VirtualTime::kByHand);
    int done = 0;
    const auto count = [&] { ++done; };
    time.cancel(time.at(kBegin.addSecs(1), this, count));
    {
        QObject context;
        time.at(kBegin.addSecs(1), &context, count);
    }
    time.advance(2s);
    QCOMPARE(done, 0);
}

void VirtualTimeTest::goesAtItsSpeed()
{
    VirtualTime time(kBegin, 1000);
    QElapsedTimer passed;
    passed.start();
    QDateTime doneAt;
    time.at(kBegin.addSecs(100), this, [&] { doneAt = time.now(); });
    QTRY_VERIFY(doneAt.isValid());
    QCOMPARE(doneAt, kBegin.addSecs(100));
    QVERIFY(passed.elapsed() >= 99);
    QVERIFY(time.now() >= kBegin.addSecs(100));
    time.setSpeed(VirtualTime::kByHand);
    const QDateTime standing = time.now();
    QTest::qWait(5);
    QCOMPARE(time.now(), standing);
}

void VirtualTimeTest::drawsTheSameAgain()
{
    Random one = Random::of(7, 3);
    Random two = Random::of(7, 3);
    Random other = Random::of(7, 4);
    QCOMPARE(one.number(), two.number());
    QVERIFY(one.number() != other.number());
    // The same on every machine: replays would differ otherwise.
    QCOMPARE(Random(0).number(), 16294208416658607535ULL);
}

void VirtualTimeTest::drawsWhatIsAsked_data()
{
    using Kind = Distribution::Kind;
    QTest::addColumn<Distribution>("distribution");
    QTest::addColumn<double>("least");
    QTest::addColumn<double>("most");
    QTest::addColumn<double>("mean");
    QTest::newRow("fixed") << Distribution{Kind::Fixed, 5s, {}, 0} << 5000.0 << 5000.0 << 5000.0;
    QTest::newRow("uniform") << Distribution{Kind::Uniform, 2s, 4s, 0} << 2000.0 << 4000.0
                             << 3000.0;
    QTest::newRow("exponential") << Distribution{Kind::Exponential, 5s, {}, 0} << 0.0 << 1e6
                                 << 5000.0;
    QTest::newRow("lognormal") << Distribution{Kind::Lognormal, 5s, {}, 0.5} << 0.0 << 1e6
                               << 5000.0 * std::exp(0.125);
}

void VirtualTimeTest::drawsWhatIsAsked()
{
    QFETCH(const Distribution, distribution);
    QFETCH(const double, least);
    QFETCH(const double, most);
    QFETCH(const double, mean);
    constexpr int kDraws = 20000;
    Random random(1);
    double sum = 0;
    for (int i = 0; i < kDraws; ++i) {
        const auto value = double(distribution.draw(random).count());
        QVERIFY(value >= least && value <= most);
        sum += value;
    }
    QVERIFY2(std::abs(sum / kDraws / mean - 1) < 0.03, qPrintable(QString::number(sum / kDraws)));
}

QTEST_GUILESS_MAIN(VirtualTimeTest)
#include "tst_virtualtime.moc"
