// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/volumes/directory.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <thread>

using namespace Qt::Literals::StringLiterals;
using volumes::Access;
using volumes::Directory;

namespace {

constexpr uid_t kUser = 30001;
constexpr int kRace = 1500; // ms
constexpr int kPatience = 30000; // ms, on a busy machine
constexpr uid_t kNobody = 65534;
const Access kTheirs{kUser, kUser, 0700};

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(cannot be read)");
}

bool isRoot()
{
    return ::geteuid() == 0;
}

} // namespace

class DirectoryTest final : public QObject
{
    Q_OBJECT

private:
    Directory root() const { return *Directory::open(m_folder->path()); }
    QString path(const QString &name) const { return m_folder->filePath(name); }
    void link(const QString &target, const QString &name) const
    {
        QCOMPARE(::symlink(qPrintable(target), qPrintable(path(name))), 0);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QTemporaryDir> m_outside;

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_outside = std::make_unique<QTemporaryDir>();
    }
    void cleanup() { QVERIFY2(QDir(m_outside->path()).isEmpty(), "something was made outside"); }

    void makesForAnOwner();
    void makesWhatIsMissingOnTheWay();
    void leavesAModeThatIsThere();
    void refusesNamesThatAreNone_data();
    void refusesNamesThatAreNone();
    void followsNoLink();
    void staysWhereItWasOpened();
    void refusesWhatIsAnothers();
    void takesUpWhatACrashLeft();
    void writesAsAWhole();
    void replacesALinkAndNotItsTarget();
    void removesLinksAndNotTheirTargets();
    void isNotLedAwayByARace();
    void saysWhenTheDiskIsFull();
    void keepsEverythingWithoutTheRightToGive();
};

void DirectoryTest::makesForAnOwner()
{
    if (!isRoot())
        QSKIP("giving files away needs root");
    const auto made = root().make(u"ada"_s, kTheirs);
    QVERIFY2(made, qPrintable(made ? QString() : made.error().detail));
    const auto access = *made->access();
    QCOMPARE(access.uid, kUser);
    QCOMPARE(access.gid, gid_t(kUser));
    QCOMPARE(access.mode, mode_t(0700));
    QVERIFY(root().make(u"ada"_s, kTheirs)); // once more
}

void DirectoryTest::makesWhatIsMissingOnTheWay()
{
    const auto made = Directory::openOrMake(path(u"a/b/c"_s), 01777);
    QVERIFY(made);
    QCOMPARE(made->access()->mode, mode_t(01777));
    QCOMPARE(Directory::open(path(u"a/b"_s))->access()->mode, mode_t(0755));
    const auto refused = Directory::openOrMake(u"/proc/self/none"_s, 0755);
    QVERIFY(!refused);
    QVERIFY2(refused.error().detail.startsWith("/proc/self/none: "_L1),
             qPrintable(refused.error().detail));
}

void DirectoryTest::leavesAModeThatIsThere()
{
    QVERIFY(root().make(u"ada"_s, {::geteuid(), ::getegid(), 0700}));
    QCOMPARE(::chmod(qPrintable(path(u"ada"_s)), 0711), 0);
    QCOMPARE(root().make(u"ada"_s, {::geteuid(), ::getegid(), 0700})->access()->mode, mode_t(0711));
}

void DirectoryTest::refusesNamesThatAreNone_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << QString();
    QTest::newRow("itself") << u"."_s;
    QTest::newRow("parent") << u".."_s;
    QTest::newRow("way out") << u"../outside"_s;
    QTest::newRow("absolute") << u"/etc"_s;
    QTest::newRow("below") << u"a/b"_s;
    QTest::newRow("zero byte") << u"a\0b"_s;
    QTest::newRow("too long") << QString(256, u'x');
}

void DirectoryTest::refusesNamesThatAreNone()
{
    QFETCH(const QString, name);
    for (const auto &error :
         {root().make(name, kTheirs).error(), root().enter(name).error(),
          root().write(name, "x", kTheirs).error(), root().remove(name).error()})
        QCOMPARE(error.code, ErrorCode::InvalidInput);
    QVERIFY(root().names()->isEmpty());
}

void DirectoryTest::followsNoLink()
{
    link(m_outside->path(), u"ada"_s);
    const auto made = root().make(u"ada"_s, kTheirs);
    QVERIFY(!made);
    QCOMPARE(made.error().code, ErrorCode::Conflict);
    QCOMPARE(made.error().detail, path(u"ada"_s) + u": is not a directory"_s);
    QCOMPARE(root().enter(u"ada"_s).error().code, ErrorCode::Conflict);
    link(u"nowhere"_s, u"lin"_s);
    QVERIFY(!root().make(u"lin"_s, kTheirs));
    QVERIFY(!QFile::exists(path(u"nowhere"_s)));
}

void DirectoryTest::staysWhereItWasOpened()
{
    const auto held = *root().make(u"ada"_s, {::geteuid(), ::getegid(), 0700});
    QVERIFY(QDir(m_folder->path()).rename(u"ada"_s, u"moved"_s));
    link(m_outside->path(), u"ada"_s);
    QVERIFY(held.make(u"job"_s, {::geteuid(), ::getegid(), 0700}));
    QVERIFY(held.write(u"file"_s, "x", {::geteuid(), ::getegid(), 0600}));
    QCOMPARE(read(path(u"moved/file"_s)), "x"_ba);
    QVERIFY(QFileInfo(path(u"moved/job"_s)).isDir());
}

void DirectoryTest::refusesWhatIsAnothers()
{
    if (!isRoot())
        QSKIP("giving files away needs root");
    QVERIFY(root().make(u"ada"_s, {kUser + 1, kUser + 1, 0700}));
    const auto refused = root().make(u"ada"_s, kTheirs);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Conflict);
    QCOMPARE(refused.error().detail, path(u"ada"_s) + u": belongs to user 30002, not to 30001"_s);
}

void DirectoryTest::takesUpWhatACrashLeft()
{
    if (!isRoot())
        QSKIP("giving files away needs root");
    QVERIFY(QDir().mkdir(path(u"ada"_s)));
    QCOMPARE(root().make(u"ada"_s, kTheirs)->access()->uid, kUser);
    QVERIFY(QDir().mkpath(path(u"lin/thesis"_s)));
    QVERIFY(!root().make(u"lin"_s, kTheirs)); // ours, but not empty
}

void DirectoryTest::writesAsAWhole()
{
    const Access access{::geteuid(), ::getegid(), 0640};
    QVERIFY(root().write(u"go"_s, "one", access));
    QFile old(path(u"go"_s));
    QVERIFY(old.open(QIODevice::ReadOnly));
    QVERIFY(root().write(u"go"_s, QByteArray(100000, 'x'), access));
    QCOMPARE(old.readAll(), "one"_ba); // who read it reads on in the old one
    QCOMPARE(read(path(u"go"_s)).size(), 100000);
    QCOMPARE(*root().names(), QStringList(u"go"_s));
    struct stat facts{};
    QCOMPARE(::stat(qPrintable(path(u"go"_s)), &facts), 0);
    QCOMPARE(facts.st_mode & 07777U, mode_t(0640));
}

void DirectoryTest::replacesALinkAndNotItsTarget()
{
    QFile target(path(u"passwd"_s));
    QVERIFY(target.open(QIODevice::WriteOnly));
    target.close();
    link(path(u"passwd"_s), u"hosts"_s);
    QVERIFY(root().write(u"hosts"_s, "x", {::geteuid(), ::getegid(), 0600}));
    QCOMPARE(read(path(u"passwd"_s)), QByteArray());
    QVERIFY(!QFileInfo(path(u"hosts"_s)).isSymLink());
}

void DirectoryTest::removesLinksAndNotTheirTargets()
{
    QVERIFY(QDir().mkpath(path(u"kept"_s)));
    QVERIFY(root().enter(u"kept"_s)->write(u"file"_s, "x", {::geteuid(), ::getegid(), 0600}));
    QVERIFY(QDir().mkpath(path(u"gone/deep/deeper"_s)));
    link(path(u"kept"_s), u"gone/deep/link"_s);
    link(path(u"kept"_s), u"link"_s);
    QVERIFY(root().remove(u"gone"_s));
    QVERIFY(root().remove(u"link"_s));
    QVERIFY(root().remove(u"absent"_s));
    QCOMPARE(*root().names(), QStringList(u"kept"_s));
    QCOMPARE(read(path(u"kept/file"_s)), "x"_ba);
}

// Somebody who may write in the root changes a directory for a link as fast as he can.
void DirectoryTest::isNotLedAwayByARace()
{
    std::atomic_bool ends = false;
    std::thread thief([&] {
        const QByteArray name = path(u"ada"_s).toUtf8();
        const QByteArray aside = path(u"aside"_s).toUtf8();
        while (!ends) {
            ::rename(name.constData(), aside.constData());
            if (::symlink(m_outside->path().toUtf8().constData(), name.constData()) == 0)
                ::unlink(name.constData());
            ::rename(aside.constData(), name.constData());
        }
    });
    const Access ours{::geteuid(), ::getegid(), 0700};
    int made = 0;
    QElapsedTimer time;
    time.start();
    while (made == 0 ? time.elapsed() < kPatience : time.elapsed() < kRace) {
        const auto user = root().make(u"ada"_s, ours);
        if (user && user->make(u"job"_s, ours) && user->write(u"go"_s, "x", ours))
            ++made;
    }
    ends = true;
    thief.join();
    QVERIFY(made > 0);
}

void DirectoryTest::saysWhenTheDiskIsFull()
{
    if (!isRoot() || ::mount("none", qPrintable(m_folder->path()), "tmpfs", 0, "size=64k") != 0)
        QSKIP("mounting a small disk needs root");
    const auto unmount =
        qScopeGuard([this] { ::umount2(qPrintable(m_folder->path()), MNT_DETACH); });
    const Access access{0, 0, 0600};
    QVERIFY(root().write(u"go"_s, "one", access));
    const auto full = root().write(u"go"_s, QByteArray(100000, 'x'), access);
    QVERIFY(!full);
    QCOMPARE(full.error().code, ErrorCode::Unavailable);
    QCOMPARE(full.error().detail, path(u"go"_s) + u": No space left on device"_s);
    QCOMPARE(read(path(u"go"_s)), "one"_ba);
    QCOMPARE(*root().names(), QStringList(u"go"_s));
}

void DirectoryTest::keepsEverythingWithoutTheRightToGive()
{
    if (!isRoot())
        QSKIP("becoming another user needs root");
    QCOMPARE(::chmod(qPrintable(m_folder->path()), 0777), 0);
    QCOMPARE(::seteuid(kNobody), 0);
    const auto back = qScopeGuard([] { ::seteuid(0); });
    QVERIFY(!volumes::mayGiveAway());
    const auto made = root().make(u"ada"_s, {0, kUser, 0750});
    QVERIFY2(made, qPrintable(made ? QString() : made.error().detail));
    QCOMPARE(made->access()->uid, kNobody);
    QCOMPARE(made->access()->mode, mode_t(0755));
    QVERIFY(root().make(u"ada"_s, kTheirs)); // whosever it is
    QVERIFY(made->write(u"go"_s, "x", kTheirs));
    QCOMPARE(::chmod(qPrintable(path(u"ada"_s)), 0500), 0);
    const auto refused = made->make(u"job"_s, kTheirs);
    QCOMPARE(refused.error().detail, path(u"ada/job"_s) + u": Permission denied"_s);
}

QTEST_APPLESS_MAIN(DirectoryTest)
#include "tst_directory.moc"
