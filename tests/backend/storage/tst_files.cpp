// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/logarchive.h"
#include "backend/storage/secretbox.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class FilesTest : public QObject
{
    Q_OBJECT

private:
    static QList<model::LogLine> lines(int count)
    {
        QList<model::LogLine> list;
        for (int i = 0; i < count; ++i) {
            list.append({QDateTime::fromMSecsSinceEpoch(i, Qt::UTC),
                         i % 3 == 0 ? u"worker0"_s : u"worker1"_s,
                         i % 2 == 0 ? model::LogStream::Stdout : model::LogStream::Stderr,
                         u"line %1 "_s.arg(i) + QString(i % 300, u'x')});
        }
        return list;
    }
    const model::JobId m_job{QUuid::createUuid()};

private slots:
    void sealsAndUnseals();
    void refusesAChangedSecret();
    void refusesAKeyThatOthersCanRead();
    void keepsLinesAsTheyAre();
    void readsTheNewestLines();
    void replacesALogAsAWhole();
    void hasNoLinesWithoutALog();
    void leavesOutDamagedLines();
};

void FilesTest::sealsAndUnseals()
{
    const QTemporaryDir directory;
    const auto box = storage::SecretBox::open(directory.path());
    QVERIFY(box);
    const QByteArray sealed = box->seal("secret");
    QVERIFY(!sealed.contains("secret"));
    QVERIFY(box->seal("secret") != sealed);
    const auto again = storage::SecretBox::open(directory.path());
    QCOMPARE(*again->unseal(sealed), "secret"_ba);
    QCOMPARE(*again->unseal(box->seal({})), QByteArray());
}

void FilesTest::refusesAChangedSecret()
{
    const QTemporaryDir directory;
    const QTemporaryDir other;
    const auto box = storage::SecretBox::open(directory.path());
    QByteArray sealed = box->seal("secret");
    QVERIFY(!storage::SecretBox::open(other.path())->unseal(sealed));
    sealed[sealed.size() - 1] = char(sealed.back() ^ 1);
    QVERIFY(!box->unseal(sealed));
    QVERIFY(!box->unseal("short"));
}

void FilesTest::refusesAKeyThatOthersCanRead()
{
    const QTemporaryDir directory;
    QVERIFY(storage::SecretBox::open(directory.path()));
    const QString key = directory.filePath(u"secret.key"_s);
    QCOMPARE(QFile::permissions(key) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    QFile::setPermissions(key, QFile::ReadOwner | QFile::ReadOther);
    QVERIFY(!storage::SecretBox::open(directory.path()));
}

void FilesTest::keepsLinesAsTheyAre()
{
    const QTemporaryDir directory;
    const storage::LogArchive archive(directory.path());
    const QList<model::LogLine> odd{
        {QDateTime::fromMSecsSinceEpoch(1, Qt::UTC), u"main"_s, model::LogStream::Stdout, u""_s},
        {QDateTime::fromMSecsSinceEpoch(2, Qt::UTC), u"main"_s, model::LogStream::Stderr,
         u"a\\nb\nc\rd \\ 中文 \\\\"_s},
        {QDateTime::fromMSecsSinceEpoch(3, Qt::UTC), u"ps0"_s, model::LogStream::Stdout,
         u" leading and trailing "_s}};
    storage::LogArchive writer(directory.path());
    QVERIFY(writer.store(m_job, 1, odd));
    QCOMPARE(*archive.read(m_job, 1, 100), odd);
    QVERIFY(archive.contains(m_job, 1));
    QVERIFY(!archive.contains(m_job, 2));
}

void FilesTest::readsTheNewestLines()
{
    const QTemporaryDir directory;
    storage::LogArchive archive(directory.path());
    const auto all = lines(5000); // several chunks
    QVERIFY(archive.store(m_job, 3, all));
    QCOMPARE(*archive.read(m_job, 3, 10000), all);
    QCOMPARE(*archive.read(m_job, 3, 7), all.last(7));
    QVERIFY(archive.read(m_job, 3, 0)->isEmpty());
    const auto one = archive.read(m_job, 3, 20, u"worker0"_s);
    QCOMPARE(one->size(), 20);
    for (const auto &line : *one)
        QCOMPARE(line.task, u"worker0"_s);
}

void FilesTest::replacesALogAsAWhole()
{
    const QTemporaryDir directory;
    storage::LogArchive archive(directory.path());
    QVERIFY(archive.store(m_job, 1, lines(10)));
    QVERIFY(archive.store(m_job, 1, lines(3)));
    QVERIFY(archive.store(m_job, 12, {}));
    QCOMPARE(archive.read(m_job, 1, 100)->size(), 3);
    QCOMPARE(archive.attempts(m_job), QList<int>({1, 12}));
    QVERIFY(archive.remove(m_job));
    QVERIFY(archive.attempts(m_job).isEmpty());
}

void FilesTest::hasNoLinesWithoutALog()
{
    const QTemporaryDir directory;
    QVERIFY(storage::LogArchive(directory.path()).read(m_job, 1, 10)->isEmpty());
}

void FilesTest::leavesOutDamagedLines()
{
    const QTemporaryDir directory;
    storage::LogArchive archive(directory.path());
    QVERIFY(archive.store(m_job, 1, lines(2)));
    QFile file(directory.filePath(u"logs/%1/1.log"_s.arg(m_job.toString())));
    QVERIFY(file.open(QIODevice::Append));
    file.write("\n \nno line\n2026-01-01T00:00:00.000Z o\n2026-01-01T00:00:00.000Z o ma");
    file.close();
    QCOMPARE(archive.read(m_job, 1, 10)->size(), 2);
}

QTEST_GUILESS_MAIN(FilesTest)
#include "tst_files.moc"
