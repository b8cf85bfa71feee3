// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/volumes/volumes.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using volumes::Volumes;

namespace {

constexpr uid_t kUser = 30001;

model::Job aJob()
{
    model::Job job;
    job.id = model::JobId(QUuid::createUuid());
    job.owner = model::UserId(int(kUser));
    job.ownerName = u"ada.b"_s;
    job.attempt = 1;
    return job;
}

struct stat factsOf(const QString &path)
{
    struct stat facts{};
    if (::stat(qPrintable(path), &facts) != 0)
        qFatal("%s is not there", qPrintable(path));
    return facts;
}

QString problemOf(const Result<> &result)
{
    return result ? QString() : result.error().detail;
}

} // namespace

class VolumesTest final : public QObject
{
    Q_OBJECT

private:
    volumes::Roots roots() const
    {
        const QString path = m_folder->path();
        return {path % u"/work"_s, path % u"/data"_s, path % u"/home"_s, path % u"/jobs"_s};
    }
    QString runtime(const model::Job &job) const
    {
        return m_volumes->runtimePath({job.id, job.attempt});
    }
    QString prepared(const model::Job &job, const QList<volumes::RuntimeFile> &files = {}) const
    {
        return problemOf(m_volumes->prepare(job, files).result());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Volumes> m_volumes;

private slots:
    void init()
    {
        if (::geteuid() != 0)
            QSKIP("giving files away needs root");
        m_folder = std::make_unique<QTemporaryDir>();
        m_volumes = std::make_unique<Volumes>(roots());
        QCOMPARE(problemOf(m_volumes->open()), QString());
    }

    void saysWhatAJobSees();
    void refusesWhoCannotHaveDirectories_data();
    void refusesWhoCannotHaveDirectories();
    void makesWhatAJobSees();
    void keepsWhatIsThere();
    void keepsPeopleOutOfTheRuntimeDirectory();
    void leavesOnlyTheFilesOfThisStart();
    void writesOnlyToAnAttemptThatIsPrepared();
    void removesWhatIsOver();
    void namesTheDirectoryThatIsAnothers();
    void refusesALinkInThePlaceOfAPerson();
    void refusesRootsThatOthersMayChange();
    void measuresDisks();
};

void VolumesTest::saysWhatAJobSees()
{
    const volumes::Person ada{model::UserId(30001), u"ada.b"_s};
    const model::JobId job(QUuid::createUuid());
    const auto mounts = m_volumes->mounts(ada, job);
    QVERIFY(mounts);
    QStringList lines;
    for (const auto &mount : *mounts)
        lines.append(QDir(m_folder->path()).relativeFilePath(mount.source) % u" → "_s
                     % mount.target);
    QCOMPARE(lines,
             (QStringList{u"work/ada.b → /work"_s, u"data → /data"_s, u"home/ada.b → /home/ada.b"_s,
                          u"jobs/ada.b/"_s % job.toString() % u" → /job"_s}));
    QVERIFY(!mounts->last().isPattern);
    const auto pattern = m_volumes->mounts(ada, std::nullopt);
    QVERIFY(pattern->last().isPattern);
    QCOMPARE(pattern->last().source, m_folder->filePath(u"jobs/ada.b/<job id>"_s));
}

void VolumesTest::refusesWhoCannotHaveDirectories_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("id");
    QTest::newRow("nobody") << QString() << 30001;
    QTest::newRow("parent") << u".."_s << 30001;
    QTest::newRow("itself") << u"."_s << 30001;
    QTest::newRow("below") << u"ada/x"_s << 30001;
    QTest::newRow("way out") << u"../../etc"_s << 30001;
    QTest::newRow("line end") << u"adab\n"_s << 30001;
    QTest::newRow("colon") << u"ada:x"_s << 30001;
    QTest::newRow("the runtime directories") << u"@runtime"_s << 30001;
    QTest::newRow("another script") << u"адаб"_s << 30001;
    QTest::newRow("root") << u"ada.b"_s << 0;
    QTest::newRow("negative") << u"ada.b"_s << -1;
}

void VolumesTest::refusesWhoCannotHaveDirectories()
{
    QFETCH(const QString, name);
    QFETCH(const int, id);
    auto job = aJob();
    job.ownerName = name;
    job.owner = model::UserId(id);
    QCOMPARE(m_volumes->mounts(volumes::ownerOf(job), job.id).error().code,
             ErrorCode::InvalidInput);
    QCOMPARE(m_volumes->prepare(job, {}).result().error().code, ErrorCode::InvalidInput);
    QVERIFY(QDir(roots().work).isEmpty());
    QVERIFY(QDir(roots().jobs).isEmpty());
}

void VolumesTest::makesWhatAJobSees()
{
    const auto job = aJob();
    QCOMPARE(prepared(job), QString());
    const auto mounts = *m_volumes->mounts(volumes::ownerOf(job), job.id);
    for (const auto &mount : mounts) {
        const auto facts = factsOf(mount.source);
        const bool isShared = mount.kind == model::StorageKind::Data;
        QCOMPARE(facts.st_uid, isShared ? 0 : kUser);
        QCOMPARE(facts.st_gid, isShared ? 0 : kUser);
        QCOMPARE(facts.st_mode & 07777U, mode_t(isShared ? 01777 : 0700));
    }
    // What is mounted by its name lies where only berthd changes names.
    const auto jobs = factsOf(roots().jobs % u"/ada.b"_s);
    QCOMPARE(jobs.st_uid, uid_t(0));
    QCOMPARE(jobs.st_mode & 07777U, mode_t(0750));
}

void VolumesTest::keepsWhatIsThere()
{
    const auto job = aJob();
    QCOMPARE(prepared(job), QString());
    QFile file(roots().work % u"/ada.b/thesis"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(prepared(job), QString());
    QVERIFY(file.exists());
}

void VolumesTest::keepsPeopleOutOfTheRuntimeDirectory()
{
    const auto job = aJob();
    QCOMPARE(prepared(job, {{u"services.sh"_s, "x", 0750}, {u"jupyter-token"_s, "x"}}), QString());
    QCOMPARE(factsOf(runtime(job) % u"/.."_s).st_mode & 07777U, mode_t(0700));
    const auto facts = factsOf(runtime(job));
    QCOMPARE(facts.st_uid, uid_t(0));
    QCOMPARE(facts.st_gid, gid_t(kUser));
    QCOMPARE(facts.st_mode & 07777U, mode_t(0750));
    QCOMPARE(factsOf(runtime(job) % u"/services.sh"_s).st_mode & 07777U, mode_t(0750));
    const auto token = factsOf(runtime(job) % u"/jupyter-token"_s);
    QCOMPARE(token.st_uid, uid_t(0));
    QCOMPARE(token.st_gid, gid_t(kUser));
    QCOMPARE(token.st_mode & 07777U, mode_t(0640));
}

void VolumesTest::leavesOnlyTheFilesOfThisStart()
{
    const auto job = aJob();
    QCOMPARE(prepared(job, {{u"hosts"_s, "old"}, {u"go"_s, {}}}), QString());
    QCOMPARE(prepared(job, {{u"hosts"_s, "new"}}), QString());
    QCOMPARE(QDir(runtime(job)).entryList(QDir::Files), QStringList(u"hosts"_s));
}

void VolumesTest::writesOnlyToAnAttemptThatIsPrepared()
{
    auto job = aJob();
    QCOMPARE(prepared(job), QString());
    QCOMPARE(problemOf(m_volumes->write(job, {{u"go"_s, "x"}}).result()), QString());
    QVERIFY(QFile::exists(runtime(job) % u"/go"_s));
    QCOMPARE(m_volumes->write(job, {{u"../go"_s, "x"}}).result().error().code,
             ErrorCode::InvalidInput);
    job.attempt = 2;
    QCOMPARE(m_volumes->write(job, {{u"go"_s, "x"}}).result().error().code, ErrorCode::NotFound);
}

void VolumesTest::removesWhatIsOver()
{
    const auto kept = aJob();
    const auto over = aJob();
    auto again = over;
    again.attempt = 2;
    for (const auto &job : {kept, over, again})
        QCOMPARE(prepared(job, {{u"go"_s, {}}}), QString());
    QVERIFY(m_volumes->removeRuntime({over.id, over.attempt}).result());
    QVERIFY(!QFile::exists(runtime(over)));
    QVERIFY(QFile::exists(runtime(again)));
    QVERIFY(m_volumes->removeRuntimesBut({{kept.id, kept.attempt}}).result());
    QVERIFY(!QFile::exists(runtime(again)));
    QVERIFY(QFile::exists(runtime(kept)));
    QVERIFY(QFile::exists(roots().jobs % u"/ada.b/"_s % over.id.toString()));
}

void VolumesTest::namesTheDirectoryThatIsAnothers()
{
    QVERIFY(QDir().mkpath(roots().home % u"/ada.b/mail"_s));
    QCOMPARE(prepared(aJob()), roots().home % u"/ada.b: belongs to user 0, not to 30001"_s);
}

void VolumesTest::refusesALinkInThePlaceOfAPerson()
{
    const QTemporaryDir outside;
    for (const QString &root : {roots().work, roots().home, roots().jobs}) {
        QVERIFY(QFile::link(outside.path(), root % u"/ada.b"_s));
        QCOMPARE(prepared(aJob()), root % u"/ada.b: is not a directory"_s);
        QVERIFY(QFile::remove(root % u"/ada.b"_s));
    }
    QVERIFY(QDir(outside.path()).isEmpty());
}

void VolumesTest::refusesRootsThatOthersMayChange()
{
    QCOMPARE(::chmod(qPrintable(roots().work), 0777), 0);
    QCOMPARE(problemOf(m_volumes->open()),
             roots().work % u": others than berthd's user and root may change it"_s);
    QCOMPARE(::chmod(qPrintable(roots().work), 0755), 0);
    QCOMPARE(::chown(qPrintable(roots().jobs), kUser, 0), 0);
    QVERIFY(!m_volumes->open());
    QCOMPARE(::chown(qPrintable(roots().jobs), 0, 0), 0);
    QVERIFY(m_volumes->open());
}

void VolumesTest::measuresDisks()
{
    const auto measured =
        m_volumes->measure({model::UserId(30001), u"lin.w"_s}).result(); // nothing is there yet
    QVERIFY(measured);
    QCOMPARE(measured->items.size(), 4);
    for (const auto &mount : measured->items) {
        QVERIFY(mount.totalBytes.value_or(0) > 0);
        QVERIFY(mount.freeBytes.value_or(-1) >= 0);
        QVERIFY(*mount.freeBytes <= *mount.totalBytes);
    }
}

QTEST_GUILESS_MAIN(VolumesTest)
#include "tst_volumes.moc"
