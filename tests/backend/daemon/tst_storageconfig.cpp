// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/daemon/config.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class StorageConfigTest final : public QObject
{
    Q_OBJECT

private slots:
    void findsRoomForWhatJobsSee();
    void namesWhatIsWrongWithStorage_data();
    void namesWhatIsWrongWithStorage();
    void followsLinksBetweenRoots();
    void readsTheAddressesOfDevices();

private:
    QString write(const QByteArray &text)
    {
        QFile file(m_dir.filePath(u"berthd.yaml"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
        return file.fileName();
    }
    QString problem(const QByteArray &text)
    {
        const auto config = berthd::readConfig(write(text));
        return config ? QString() : config.error().detail;
    }

    QTemporaryDir m_dir;
};

void StorageConfigTest::findsRoomForWhatJobsSee()
{
    const auto config = berthd::readConfig(write("data-dir: /d\nstorage: {work: w, home: /h}"));
    QVERIFY2(config, config ? "" : qPrintable(config.error().detail));
    const auto roots = berthd::withDefaults(config->storage, config->dataDir);
    QCOMPARE(roots.work, m_dir.filePath(u"w"_s));
    QCOMPARE(roots.home, u"/h"_s);
    QCOMPARE(roots.data, u"/d/storage/data"_s);
    QCOMPARE(roots.jobs, u"/d/storage/jobs"_s);
}

void StorageConfigTest::namesWhatIsWrongWithStorage_data()
{
    QTest::addColumn<QByteArray>("storage");
    QTest::addColumn<QString>("problem");
    QTest::newRow("twice") << "{work: /w, jobs: /w}"_ba
                           << u"storage.jobs: is the same directory as work"_s;
    QTest::newRow("inside") << "{home: /w/home, work: /w}"_ba
                            << u"storage.home: is inside of work"_s;
    QTest::newRow("inside a default")
        << "{jobs: /d/storage/work/jobs}"_ba << u"storage.jobs: is inside of work"_s;
    QTest::newRow("roundabout") << "{work: /w, home: /x/../w}"_ba
                                << u"storage.home: is the same directory as work"_s;
    QTest::newRow("keys") << "{data: /d}"_ba << u"storage.data: holds the data directory /d"_s;
    QTest::newRow("everything") << "{data: /}"_ba << u"storage.data: holds the data directory /d"_s;
    QTest::newRow("unknown") << "{scratch: /s}"_ba << u"storage.scratch: unknown key"_s;
}

void StorageConfigTest::namesWhatIsWrongWithStorage()
{
    QFETCH(const QByteArray, storage);
    QFETCH(const QString, problem);
    QCOMPARE(this->problem("data-dir: /d\n\nstorage: " + storage),
             m_dir.filePath(u"berthd.yaml"_s) + u":3: "_s + problem);
    // --data-dir comes after the file.
    berthd::Config config;
    config.dataDir = u"/d"_s;
    config.storage.data = u"/d"_s;
    QCOMPARE(berthd::checkConfig(config).error().field, u"storage.data"_s);
}

void StorageConfigTest::followsLinksBetweenRoots()
{
    QVERIFY(QDir(m_dir.path()).mkpath(u"disk"_s));
    QVERIFY(QFile::link(m_dir.filePath(u"disk"_s), m_dir.filePath(u"link"_s)));
    QCOMPARE(problem("storage: {work: disk/shared, jobs: link/shared/jobs}"),
             m_dir.filePath(u"berthd.yaml"_s) + u":1: storage.jobs: is inside of work"_s);
}

void StorageConfigTest::readsTheAddressesOfDevices()
{
    const QByteArray devices = "node: {devices: {type: huawei_npu_arm64, count: 2, addresses: ";
    const auto config = berthd::readConfig(write(devices + "[10.1.0.1, 10.1.0.2]}}"));
    QVERIFY2(config, config ? "" : qPrintable(config.error().detail));
    QCOMPARE(config->node.devices->addresses, (QStringList{u"10.1.0.1"_s, u"10.1.0.2"_s}));
    for (const QByteArray wrong : {"[10.1.0.1]}}", "[10.1.0.1, host]}}"})
        QVERIFY(problem(devices + wrong).contains("node.devices.addresses: expected an IP"_L1));
}

QTEST_APPLESS_MAIN(StorageConfigTest)
#include "tst_storageconfig.moc"
