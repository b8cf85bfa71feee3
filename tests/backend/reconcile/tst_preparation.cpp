// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/reconcile/preparation.h"
#include "platform.h"
#include "tests/support/smalldisk.h"

#include <QDir>
#include <QSignalSpy>
#include <QTest>

#include <unistd.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using model::JobState;
using model::ReasonCode;
using reconcile::Preparation;

// What lies ready for the tasks of an attempt, on a real disk.
class PreparationTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void preparesARegularJob();
    void writesTablesForNpus();
    void letsAGangGoWhenAllAreKnown();
    void tellsWhatIsStartedAgainNothingOld();
    void givesUpWithoutAnAddress();
    void clearsAwayWhatEarlierAttemptsLeft();
    void endsAJobWhoseDirectoriesCannotBeMade();
    void endsAJobWhoseRootIsMissing();
    void waitsForRoomOnTheDisk();
    void introducesWhenThereIsRoomAgain();
    void runsAJobWithItsDirectories();
    void runsAGangThatKnowsItself();

private:
    model::Job aJob(model::JobKind kind = model::JobKind::Regular) const;
    bool prepare(const model::Job &job);
    QByteArray file(const model::Job &job, const QString &name) const;
    bool retried(const model::JobId &id) const;
    QStringList files(const model::Job &job) const
    {
        return QDir(m_volumes->runtimePath({job.id, job.attempt})).entryList(QDir::Files);
    }

    std::unique_ptr<support::MemoryWorld> m_world;
    std::unique_ptr<QTemporaryDir> m_directory;
    std::unique_ptr<volumes::Volumes> m_volumes;
    std::unique_ptr<support::MemoryEngine> m_engine;
    std::unique_ptr<engines::NodeBook> m_nodes;
    std::unique_ptr<Preparation> m_preparation;
    std::unique_ptr<Platform> m_platform;
};

void PreparationTest::init()
{
    if (::geteuid() != 0)
        QSKIP("giving files away needs root");
    m_world = std::make_unique<support::MemoryWorld>();
    m_world->nodes = {aNode(u"node1"_s, 4), aNode(u"node2"_s, 4)};
    m_directory = std::make_unique<QTemporaryDir>();
    const QString path = m_directory->path();
    m_volumes = std::make_unique<volumes::Volumes>(
        volumes::Roots{path % u"/work"_s, path % u"/data"_s, path % u"/home"_s, path % u"/jobs"_s});
    QVERIFY(m_volumes->open());
    m_engine = std::make_unique<support::MemoryEngine>(*m_world);
    m_nodes = std::make_unique<engines::NodeBook>(*m_engine);
    m_preparation = std::make_unique<Preparation>(
        m_volumes.get(), *m_nodes,
        QList<model::DeviceTypeInfo>{
            {model::DeviceType(u"npu"_s), model::DeviceFamily::Npu, {}, 8, {}, 1, 8, 8}});
    QSignalSpy started(m_preparation.get(), &Preparation::started);
    m_preparation->start({});
    QTRY_VERIFY(started.count() > 0);
}

void PreparationTest::cleanup()
{
    m_platform.reset();
    m_preparation.reset();
    m_volumes.reset();
}

model::Job PreparationTest::aJob(model::JobKind kind) const
{
    model::Job job;
    job.id = model::JobId(QUuid::createUuid());
    job.owner = model::UserId(30001);
    job.ownerName = u"admin"_s;
    job.attempt = 1;
    job.kind = job.spec.kind = kind;
    job.spec.nodes = 1;
    job.spec.devicesPerNode = 1;
    job.spec.devices = 1;
    job.placement = {{u"main"_s, model::NodeName(u"node1"_s), {0}}};
    return job;
}

bool PreparationTest::prepare(const model::Job &job)
{
    return QTest::qWaitFor([&] { return m_preparation->prepare(job); }, kPatience);
}

QByteArray PreparationTest::file(const model::Job &job, const QString &name) const
{
    QFile file(m_volumes->runtimePath({job.id, job.attempt}) % u'/' % name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(absent)");
}

// Whether the job's start was tried again.
bool PreparationTest::retried(const model::JobId &id) const
{
    const auto timeline = m_platform->jobs().timeline(id);
    return std::any_of(timeline->begin(), timeline->end(), [](const model::TimelineEntry &entry) {
        return entry.reason && entry.reason->code == ReasonCode::EngineRetry;
    });
}

void PreparationTest::preparesARegularJob()
{
    m_preparation->setRuntimeFiles([](const model::Job &) {
        return QList<volumes::RuntimeFile>{{u"authorized_keys"_s, "ssh-ed25519 AAAA\n"}};
    });
    const auto job = aJob();
    QVERIFY(!m_preparation->prepare(job)); // it takes its time
    QVERIFY(prepare(job));
    QCOMPARE(files(job), (QStringList{u"authorized_keys"_s, u"bootstrap.sh"_s, u"hostfile"_s,
                                      u"services.sh"_s}));
    QVERIFY(file(job, u"bootstrap.sh"_s).startsWith("#!/bin/sh"));
    QCOMPARE(file(job, u"hostfile"_s), "localhost slots=1\n"_ba);
    const auto mounts = m_preparation->mounts(job);
    QCOMPARE(mounts.size(), 5);
    for (const auto &mount : mounts) {
        QVERIFY2(QDir(mount.source).exists(), qPrintable(mount.source));
        QCOMPARE(mount.readOnly, mount.target == "/run/berth"_L1);
    }
    QVERIFY(m_preparation->introduce(job, {}, 0s));
    m_preparation->forget(job.id, job.attempt);
    QTRY_VERIFY(!QFile::exists(mounts.last().source));
    QVERIFY(QFile::exists(mounts.first().source));
}

void PreparationTest::writesTablesForNpus()
{
    auto job = aJob();
    job.deviceType = model::DeviceType(u"npu"_s);
    QVERIFY(prepare(job));
    QVERIFY(file(job, u"hccl_ms.json"_s).contains("\"rank_id\": \"0\""));
    QVERIFY(file(job, u"hccl_tf.json"_s).contains("\"device_count\": \"1\""));
}

void PreparationTest::letsAGangGoWhenAllAreKnown()
{
    const auto job = aJob(model::JobKind::Distributed);
    QVERIFY(prepare(job));
    QCOMPARE(files(job), (QStringList{u"bootstrap.sh"_s, u"services.sh"_s}));
    QVERIFY(!m_preparation->introduce(job, {{u"ps0"_s, u"10.0.0.2"_s}, {u"worker0"_s, {}}}, 0s));
    QCOMPARE(files(job), (QStringList{u"bootstrap.sh"_s, u"services.sh"_s}));
    const Preparation::Addresses known{{u"ps0"_s, u"10.0.0.2"_s}, {u"worker0"_s, u"10.0.0.3"_s}};
    QTRY_VERIFY(m_preparation->introduce(job, known, 0s));
    QCOMPARE(files(job), (QStringList{u"bootstrap.sh"_s, u"go"_s, u"hostfile"_s, u"hosts"_s,
                                      u"services.sh"_s}));
    QCOMPARE(file(job, u"hosts"_s), "10.0.0.2 ps0\n10.0.0.3 worker0\n"_ba);
    QCOMPARE(file(job, u"hostfile"_s), "worker0 slots=1\n"_ba);
}

// As when the machine is switched off between the word to go and the note that it was given.
void PreparationTest::tellsWhatIsStartedAgainNothingOld()
{
    const auto job = aJob(model::JobKind::Distributed);
    const Preparation::Addresses known{{u"ps0"_s, u"10.0.0.2"_s}};
    QVERIFY(prepare(job));
    QTRY_VERIFY(m_preparation->introduce(job, known, 0s));
    QVERIFY(!m_preparation->prepare(job));
    QVERIFY(prepare(job));
    QCOMPARE(files(job), (QStringList{u"bootstrap.sh"_s, u"services.sh"_s}));
}

void PreparationTest::givesUpWithoutAnAddress()
{
    const auto job = aJob(model::JobKind::Distributed);
    QVERIFY(prepare(job));
    QVERIFY(!m_preparation->introduce(job, {{u"ps0"_s, {}}}, 80s));
    QVERIFY(!m_preparation->problem(job));
    QVERIFY(!m_preparation->introduce(job, {{u"ps0"_s, {}}}, 100s));
    QCOMPARE(m_preparation->problem(job), u"ps0: the engine gave it no address"_s);
}

void PreparationTest::clearsAwayWhatEarlierAttemptsLeft()
{
    const auto kept = aJob();
    const auto over = aJob();
    QVERIFY(prepare(kept) && prepare(over));
    Preparation next(m_volumes.get(), *m_nodes, {});
    QVERIFY(!next.prepare(over)); // not before that is done
    next.start({{kept.id, kept.attempt}});
    QTRY_VERIFY(files(over).isEmpty());
    QVERIFY(!files(kept).isEmpty());
}

void PreparationTest::endsAJobWhoseDirectoriesCannotBeMade()
{
    const QString taken = m_directory->filePath(u"home/admin"_s);
    QVERIFY(QDir().mkpath(taken % u"/somebody"_s));
    m_platform = std::make_unique<Platform>(*m_world, m_directory->path(), m_volumes.get());
    const auto id = m_platform->submit();
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(id), JobState::Error, kPatience);
    const auto reason = *m_platform->job(id).reason;
    QCOMPARE(reason.code, ReasonCode::NotPrepared);
    QCOMPARE(reason.detail, taken % u": belongs to user 0, not to 30001"_s);
    QVERIFY(m_world->runs.isEmpty());
    QVERIFY(!retried(id));
}

void PreparationTest::endsAJobWhoseRootIsMissing()
{
    const QString root = m_directory->filePath(u"work"_s);
    QVERIFY(QDir().rename(root, m_directory->filePath(u"elsewhere"_s)));
    m_platform = std::make_unique<Platform>(*m_world, m_directory->path(), m_volumes.get());
    const auto id = m_platform->submit();
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(id), JobState::Error, kPatience);
    QCOMPARE(m_platform->job(id).reason->detail, root % u": No such file or directory"_s);
    QVERIFY(!retried(id));
}

void PreparationTest::waitsForRoomOnTheDisk()
{
    const support::SmallDisk disk(m_volumes->roots().jobs);
    QVERIFY(disk.isThere() && disk.fill());
    m_platform = std::make_unique<Platform>(*m_world, m_directory->path(), m_volumes.get());
    const auto id = m_platform->submit();
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(id), JobState::Scheduling, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_platform->job(id).reason, kPatience);
    const auto reason = *m_platform->job(id).reason;
    QCOMPARE(reason.code, ReasonCode::EngineRetry);
    QCOMPARE(reason.asked, 1);
    QCOMPARE(reason.total, Preparation::kMostTries);
    QVERIFY2(reason.detail.endsWith(": No space left on device"_L1), qPrintable(reason.detail));
    QCOMPARE(m_platform->state(id), JobState::Scheduling);
    QVERIFY(m_world->runs.isEmpty());
    disk.clear();
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(id), JobState::Running, kPatience);
    m_platform.reset(); // before the disk
}

void PreparationTest::introducesWhenThereIsRoomAgain()
{
    const support::SmallDisk disk(m_volumes->roots().jobs);
    const auto job = aJob(model::JobKind::Distributed);
    const Preparation::Addresses known{{u"ps0"_s, u"10.0.0.2"_s}};
    QVERIFY(disk.isThere() && prepare(job));
    QVERIFY(disk.fill());
    QVERIFY(!m_preparation->introduce(job, known, 0s));
    QTRY_COMPARE(m_preparation->trouble(job).tries, 1);
    QVERIFY(!m_preparation->introduce(job, known, 0s));
    QVERIFY(!m_preparation->problem(job));
    disk.clear();
    QTRY_VERIFY_WITH_TIMEOUT(m_preparation->introduce(job, known, 0s), kPatience);
    QCOMPARE(m_preparation->trouble(job).tries, 0);
    QVERIFY(files(job).contains(u"go"_s));
}

void PreparationTest::runsAJobWithItsDirectories()
{
    m_platform = std::make_unique<Platform>(*m_world, m_directory->path(), m_volumes.get());
    const auto id = m_platform->submit();
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(id), JobState::Running, kPatience);
    const auto job = m_platform->job(id);
    const auto spec = m_world->containers.value(m_world->onlyKey()).spec;
    QCOMPARE(spec.command.value(1), u"/run/berth/bootstrap.sh"_s);
    QCOMPARE(spec.mounts, m_preparation->mounts(job));
    QVERIFY(!files(job).isEmpty());
    m_world->finish(m_world->onlyKey(), 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(id), JobState::Finished, kPatience);
    QTRY_VERIFY(files(job).isEmpty());
}

void PreparationTest::runsAGangThatKnowsItself()
{
    m_platform = std::make_unique<Platform>(*m_world, m_directory->path(), m_volumes.get());
    const auto id = m_platform->submitGang(u"true"_s, 2, 1);
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->state(id), JobState::Running, kPatience);
    const auto job = m_platform->job(id);
    QVERIFY(files(job).contains(u"go"_s));
    const auto hosts = file(job, u"hosts"_s);
    for (const auto &container : std::as_const(m_world->containers))
        QVERIFY(hosts.contains(
            (container.status.address % u' ' % container.status.key.task % u'\n').toLatin1()));
}

QTEST_GUILESS_MAIN(PreparationTest)
#include "tst_preparation.moc"
