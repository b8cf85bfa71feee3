// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/engines/container/devices.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::Literals::StringLiterals;
using model::Device;
using model::DeviceFamily;

class DevicesTest final : public QObject
{
    Q_OBJECT

private slots:
    void readsGraphicsCards();
    void readsNeuralProcessors();
    void findsDevicesByTheirNodes();
    void readsTheAddressesOfNeuralProcessors();
    void showsExactlyTheGivenDevices();
    void showsNoneToATaskWithoutDevices();
};

void DevicesTest::readsGraphicsCards()
{
    QCOMPARE(engines::parseNvidiaSmi(
                 u"1, NVIDIA H100, 00000000:02:00.0\n0, NVIDIA H100, 00000000:01:00.0\n"
                 "2, [GPU is lost], 00000000:03:00.0\n"_s),
             (QList<Device>{{0, true, {}}, {1, true, {}}, {2, false, {}}}));
    QVERIFY(engines::parseNvidiaSmi(u"No devices were found\n"_s).isEmpty());
    QVERIFY(engines::parseNvidiaSmi({}).isEmpty());
}

void DevicesTest::readsNeuralProcessors()
{
    const QString text =
        u"+------------------------------------------------------------------------------------+\n"
        "| npu-smi 22.0.4                   Version: 22.0.4                                   |\n"
        "+----------------------+---------------+----------------------------------------------+\n"
        "| NPU   Name           | Health        | Power(W)    Temp(C)           Hugepages-Usage|\n"
        "| Chip                 | Bus-Id        | AICore(%)   Memory-Usage(MB)  HBM-Usage(MB)  |\n"
        "+======================+===============+==============================================+\n"
        "| 0     910A           | OK            | 66.6        31                0    / 0       |\n"
        "| 0                    | 0000:C1:00.0  | 0           0    / 15137      1    / 32768   |\n"
        "+======================+===============+==============================================+\n"
        "| 1     910A           | Alarm         | 66.6        31                0    / 0       |\n"
        "| 0                    | 0000:81:00.0  | 0           0    / 15137      1    / 32768   |\n"_s;
    QCOMPARE(engines::parseNpuSmi(text), (QList<Device>{{0, true, {}}, {1, false, {}}}));
    QVERIFY(engines::parseNpuSmi(u"DrvMngGetConsoleLogLevel failed\n"_s).isEmpty());
}

void DevicesTest::readsTheAddressesOfNeuralProcessors()
{
    QList<Device> devices{{0, true, {}}, {1, true, {}}, {10, true, {}}};
    engines::addAddresses(u"address_0=192.168.1.100\nnetmask_0=255.255.255.0\n"
                          "netdetect_0=192.168.1.1\naddress_10 = 192.168.1.110\r\naddress_7=x\n"_s,
                          devices);
    QCOMPARE(devices[0].address, u"192.168.1.100"_s);
    QCOMPARE(devices[1].address, QString());
    QCOMPARE(devices[2].address, u"192.168.1.110"_s);
}

void DevicesTest::findsDevicesByTheirNodes()
{
    QTemporaryDir folder;
    for (const QString &name : {u"nvidia0"_s, u"nvidia1"_s, u"nvidiactl"_s, u"davinci2"_s})
        QCOMPARE(mkfifo(folder.filePath(name).toLocal8Bit().constData(), 0600), 0);
    QList<Device> devices{{0, true, {}}};
    engines::addDeviceNodes(folder.path(), DeviceFamily::Gpu, devices);
    QCOMPARE(devices, (QList<Device>{{0, true, {}}, {1, false, {}}}));
}

void DevicesTest::showsExactlyTheGivenDevices()
{
    QTemporaryDir folder;
    for (const QString &name :
         {u"nvidia0"_s, u"nvidia2"_s, u"nvidiactl"_s, u"davinci3"_s, u"devmm_svm"_s})
        QVERIFY(QFile(folder.filePath(name)).open(QIODevice::WriteOnly));
    const auto gpus = engines::deviceAccess(DeviceFamily::Gpu, {2, 5}, folder.path());
    QCOMPARE(gpus.nodes,
             (QStringList{folder.filePath(u"nvidia2"_s), folder.filePath(u"nvidiactl"_s)}));
    QCOMPARE(gpus.environment.at(0).value, u"2,5"_s);
    QCOMPARE(gpus.environment.at(1).value, QString());
    const auto npus = engines::deviceAccess(DeviceFamily::Npu, {3}, folder.path());
    QCOMPARE(npus.nodes,
             (QStringList{folder.filePath(u"davinci3"_s), folder.filePath(u"devmm_svm"_s)}));
    QCOMPARE(npus.environment.at(0).value, u"void"_s);
    QCOMPARE(npus.environment.at(1).value, u"3"_s);
}

void DevicesTest::showsNoneToATaskWithoutDevices()
{
    for (const DeviceFamily family : {DeviceFamily::Gpu, DeviceFamily::Npu}) {
        const auto none = engines::deviceAccess(family, {}, u"/dev"_s);
        QVERIFY(none.nodes.isEmpty());
        QCOMPARE(none.environment.at(0).value, u"void"_s);
        QCOMPARE(none.environment.at(1).value, QString());
    }
}

QTEST_GUILESS_MAIN(DevicesTest)
#include "tst_devices.moc"
