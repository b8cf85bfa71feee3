// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/devicegrid.h"

#include <QContextMenuEvent>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

// A node of two rings of four; the first device is held by `job`.
DeviceGrid::Card card(int number, const QString &job = {})
{
    DeviceGrid::Card card{.name = u"node-%1"_s.arg(number), .note = {}, .rings = {{}, {}}};
    for (int index = 0; index < 8; ++index)
        card.rings[index / 4].append(
            {DeviceHolding::Free, u"NPU %1: free"_s.arg(index), QString()});
    if (!job.isEmpty())
        card.rings[0][0] = {DeviceHolding::Mine, u"NPU 0: "_s + job, job};
    return card;
}

QList<DeviceGrid::Card> cards(int count)
{
    QList<DeviceGrid::Card> cards;
    for (int number = 0; number < count; ++number)
        cards << card(number, number % 2 ? u"job"_s : QString());
    return cards;
}

} // namespace

class DeviceGridTest : public QObject
{
    Q_OBJECT

private slots:
    void aThousandNodesFitOnOneScreen();
    void aClickOpensWhoHoldsIt();
    void besideTheSquaresTheCardIsPressed();
    void theMenuIsOfTheCard();
    void ringsHaveAnOutline();
    void keysGoFromDeviceToDevice();
    void itIsAsHighAsItsCards();
};

void DeviceGridTest::aThousandNodesFitOnOneScreen()
{
    DeviceGrid grid;
    grid.resize(1000, 100);
    grid.setCards(cards(1000));
    QVERIFY2(grid.minimumHeight() <= 500, qPrintable(QString::number(grid.minimumHeight())));
    grid.grab();
}

void DeviceGridTest::aClickOpensWhoHoldsIt()
{
    DeviceGrid grid;
    grid.resize(400, 100);
    grid.setCards({card(1, u"job-1"_s)});
    grid.show();
    const QSignalSpy pressed(&grid, &DeviceGrid::pressed);
    QTest::mouseClick(&grid, Qt::LeftButton, {}, QPoint(14 + 24, 50));
    QCOMPARE(pressed.count(), 0);
    QTest::mouseClick(&grid, Qt::LeftButton, {}, QPoint(14, 40));
    QCOMPARE(pressed.value(0).value(0).toString(), u"job-1"_s);
}

void DeviceGridTest::besideTheSquaresTheCardIsPressed()
{
    DeviceGrid grid;
    grid.resize(400, 100);
    grid.setCards({card(1, u"job-1"_s)});
    grid.show();
    const QSignalSpy pressed(&grid, &DeviceGrid::cardPressed);
    QTest::mouseClick(&grid, Qt::LeftButton, {}, QPoint(14, 40));
    QCOMPARE(pressed.count(), 0);
    QTest::mouseClick(&grid, Qt::LeftButton, {}, QPoint(80, 14));
    QCOMPARE(pressed.value(0).value(0).toString(), u"node-1"_s);
}

void DeviceGridTest::theMenuIsOfTheCard()
{
    DeviceGrid grid;
    grid.resize(600, 100);
    grid.setCards({card(1), card(2)});
    grid.show();
    const QSignalSpy asked(&grid, &DeviceGrid::menuRequested);
    QTest::keyClick(&grid, Qt::Key_Down);
    QTest::keyClick(&grid, Qt::Key_F10, Qt::ShiftModifier);
    QCOMPARE(asked.value(0).value(0).toString(), u"node-2"_s);
    const QPoint first(80, 14);
    QContextMenuEvent click(QContextMenuEvent::Mouse, first, grid.mapToGlobal(first));
    QCoreApplication::sendEvent(&grid, &click);
    QCOMPARE(asked.value(1).value(0).toString(), u"node-1"_s);
}

void DeviceGridTest::ringsHaveAnOutline()
{
    DeviceGrid grid;
    grid.resize(600, 100);
    DeviceGrid::Card shown = card(1);
    grid.setCards({shown});
    const QImage without = grid.grab().toImage();
    shown.linked = 2;
    grid.setCards({shown});
    QVERIFY(grid.grab().toImage() != without);
}

void DeviceGridTest::keysGoFromDeviceToDevice()
{
    DeviceGrid grid;
    grid.resize(600, 100);
    grid.setCards({card(1), card(2, u"job-2"_s)});
    grid.show();
    grid.setFocus();
    grid.activateWindow();
    QTest::keyClick(&grid, Qt::Key_Right);
    QCOMPARE(grid.accessibleDescription(), u"node-1, NPU 1: free"_s);
    QTest::keyClick(&grid, Qt::Key_Down);
    QCOMPARE(grid.accessibleDescription(), u"node-2, NPU 0: job-2"_s);
    const QSignalSpy pressed(&grid, &DeviceGrid::pressed);
    QTest::keyClick(&grid, Qt::Key_Return);
    QCOMPARE(pressed.count(), 1);
    QTest::keyClick(&grid, Qt::Key_Up);
    QCOMPARE(grid.accessibleDescription(), u"node-1, NPU 0: free"_s);
    QTest::keyClick(&grid, Qt::Key_End);
    QTest::keyClick(&grid, Qt::Key_Right);
    QCOMPARE(grid.accessibleDescription(), u"node-2, NPU 7: free"_s);
}

void DeviceGridTest::itIsAsHighAsItsCards()
{
    DeviceGrid grid;
    grid.resize(1000, 100);
    grid.setCards(cards(2));
    const int one = grid.minimumHeight();
    QVERIFY(one > 0);
    grid.setCards(cards(8));
    QVERIFY(grid.minimumHeight() > one);
    grid.setCards({});
    QCOMPARE(grid.minimumHeight(), 0);
}

QTEST_MAIN(DeviceGridTest)
#include "tst_devicegrid.moc"
