// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/volumes/volumes.h"

#include "core/base/async.h"

#include <QFile>
#include <QRegularExpression>
#include <QtConcurrent>

#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace volumes {

namespace {

constexpr int kThreads = 4; // so that one disk that hangs does not keep the others waiting
constexpr mode_t kRootMode = 0755;
constexpr mode_t kDataMode = 01777; // everybody's, but each file its owner's
constexpr mode_t kPrivate = 0700;
constexpr mode_t kReadable = 0750;

// No username: the rule of usernames knows no such letter.
const QString kRuntimes = u"@runtime"_s;

QString nameOf(const Attempt &attempt)
{
    return attempt.first.toString() % u'-' % QString::number(attempt.second);
}

Access ofPerson(const Person &person)
{
    const auto id = uid_t(person.id.value());
    return {id, id, kPrivate};
}

// Ours, but the person's to read.
Access forPerson(const Person &person, mode_t mode = kReadable)
{
    return {::geteuid(), gid_t(person.id.value()), mode};
}

// The rules of accounts are asked again here: what they let through decides where root writes.
Result<> checkPerson(const Person &person)
{
    static const QRegularExpression name(u"^[A-Za-z0-9_.-]{1,64}\\z"_s);
    const bool isName = name.match(person.username).hasMatch() && person.username != "."_L1
                        && person.username != ".."_L1;
    if (isName && person.id.value() > 0)
        return {};
    return Error{
        ErrorCode::InvalidInput,
        u"“%1” (user %2) cannot have directories"_s.arg(person.username, person.id.toString()),
        u"username"_s};
}

// Whoever may write in a root could put a link in the place of a directory that is mounted later.
Result<> openRoot(const QString &path)
{
    TRY_ASSIGN(const Directory root, Directory::openOrMake(path, kRootMode));
    TRY_ASSIGN(const Access access, root.access());
    if ((access.uid != 0 && access.uid != ::geteuid()) || (access.mode & (S_IWGRP | S_IWOTH)) != 0)
        return Error{ErrorCode::Conflict,
                     u"%1: others than berthd's user and root may change it"_s.arg(path),
                     {}};
    return {};
}

Result<> openData(const QString &path)
{
    const auto data = Directory::openOrMake(path, kDataMode);
    return data ? Result<>() : data.error();
}

Result<> writeAll(const Directory &directory, const Person &reader, const QList<RuntimeFile> &files)
{
    for (const RuntimeFile &file : files)
        TRY_VOID(directory.write(file.name, file.content, forPerson(reader, file.mode)));
    return {};
}

Result<> prepareRuntime(const QString &root, const model::Job &job, const QList<RuntimeFile> &files)
{
    const Person reader = ownerOf(job);
    TRY_ASSIGN(const Directory jobs, Directory::open(root));
    TRY_ASSIGN(const Directory all, jobs.make(kRuntimes, {::geteuid(), ::getegid(), kPrivate}));
    TRY_ASSIGN(const Directory mine, all.make(nameOf({job.id, job.attempt}), forPerson(reader)));
    TRY_ASSIGN(const QStringList names, mine.names());
    for (const QString &name : names) {
        if (std::none_of(files.begin(), files.end(),
                         [&](const RuntimeFile &file) { return file.name == name; }))
            TRY_VOID(mine.remove(name));
    }
    return writeAll(mine, reader, files);
}

Result<> makeOf(const QString &root, const Person &person)
{
    TRY_ASSIGN(const Directory all, Directory::open(root));
    const auto made = all.make(person.username, ofPerson(person));
    return made ? Result<>() : made.error();
}

// The directory that holds a person's jobs is ours: its entries are mounted by name.
Result<> makeJob(const QString &root, const model::Job &job)
{
    const Person person = ownerOf(job);
    TRY_ASSIGN(const Directory all, Directory::open(root));
    TRY_ASSIGN(const Directory jobs, all.make(person.username, forPerson(person)));
    const auto made = jobs.make(job.id.toString(), ofPerson(person));
    return made ? Result<>() : made.error();
}

Result<> prepareAll(const Roots &roots, const model::Job &job, const QList<RuntimeFile> &files)
{
    TRY_VOID(checkPerson(ownerOf(job)));
    TRY_VOID(makeOf(roots.work, ownerOf(job)));
    TRY_VOID(makeOf(roots.home, ownerOf(job)));
    TRY_VOID(openData(roots.data));
    TRY_VOID(makeJob(roots.jobs, job));
    return prepareRuntime(roots.jobs, job, files);
}

Result<Directory> runtimesOf(const Roots &roots)
{
    TRY_ASSIGN(const Directory jobs, Directory::open(roots.jobs));
    return jobs.enter(kRuntimes);
}

void measureOne(model::StorageMount &mount, const QString &root)
{
    struct statvfs room{};
    if (::statvfs(QFile::encodeName(mount.source).constData(), &room) != 0
        && ::statvfs(QFile::encodeName(root).constData(), &room) != 0)
        return;
    mount.totalBytes = qint64(room.f_blocks) * qint64(room.f_frsize);
    mount.freeBytes = qint64(room.f_bavail) * qint64(room.f_frsize);
}

} // namespace

Volumes::Volumes(Roots roots)
    : m_roots(std::move(roots))
{
    m_pool.setMaxThreadCount(kThreads);
}

Result<> Volumes::open() const
{
    for (const QString &path : {m_roots.work, m_roots.home, m_roots.jobs})
        TRY_VOID(openRoot(path));
    return openData(m_roots.data);
}

Result<QList<model::StorageMount>> Volumes::mounts(const Person &person,
                                                   const std::optional<model::JobId> &job) const
{
    using Kind = model::StorageKind;
    TRY_VOID(checkPerson(person));
    const QString name = u'/' % person.username;
    const QString id = job ? job->toString() : u"<job id>"_s;
    return QList<model::StorageMount>{
        {Kind::Work, m_roots.work % name, u"/work"_s, false, {}, {}},
        {Kind::Data, m_roots.data, u"/data"_s, false, {}, {}},
        {Kind::Home, m_roots.home % name, u"/home"_s % name, false, {}, {}},
        {Kind::Job, m_roots.jobs % name % u'/' % id, u"/job"_s, !job, {}, {}}};
}

QString Volumes::runtimePath(const Attempt &attempt) const
{
    return m_roots.jobs % u'/' % kRuntimes % u'/' % nameOf(attempt);
}

QFuture<Result<model::Items<model::StorageMount>>> Volumes::measure(const Person &person)
{
    using Items = model::Items<model::StorageMount>;
    auto found = mounts(person, std::nullopt);
    if (!found)
        return ready<Items>(found.error());
    return QtConcurrent::run(
        &m_pool, [roots = m_roots, items = Items{*std::move(found)}]() mutable {
            const QStringList paths{roots.work, roots.data, roots.home, roots.jobs};
            for (qsizetype i = 0; i < items.items.size(); ++i)
                measureOne(items.items[i], paths[i]);
            return Result<Items>(items);
        });
}

QFuture<Result<>> Volumes::prepare(const model::Job &job, const QList<RuntimeFile> &files)
{
    return QtConcurrent::run(&m_pool, prepareAll, m_roots, job, files);
}

QFuture<Result<>> Volumes::write(const model::Job &job, const QList<RuntimeFile> &files)
{
    return QtConcurrent::run(&m_pool, [roots = m_roots, job, files]() -> Result<> {
        TRY_ASSIGN(const Directory all, runtimesOf(roots));
        TRY_ASSIGN(const Directory mine, all.enter(nameOf({job.id, job.attempt})));
        return writeAll(mine, ownerOf(job), files);
    });
}

QFuture<Result<>> Volumes::removeRuntime(const Attempt &attempt)
{
    return QtConcurrent::run(&m_pool, [roots = m_roots, name = nameOf(attempt)]() -> Result<> {
        TRY_ASSIGN(const Directory all, runtimesOf(roots));
        return all.remove(name);
    });
}

QFuture<Result<>> Volumes::removeRuntimesBut(const QSet<Attempt> &attempts)
{
    QSet<QString> kept;
    for (const Attempt &attempt : attempts)
        kept.insert(nameOf(attempt));
    return QtConcurrent::run(&m_pool, [roots = m_roots, kept]() -> Result<> {
        TRY_ASSIGN(const Directory jobs, Directory::open(roots.jobs));
        TRY_ASSIGN(const Directory all, jobs.make(kRuntimes, {::geteuid(), ::getegid(), kPrivate}));
        TRY_ASSIGN(const QStringList names, all.names());
        for (const QString &name : names) {
            if (!kept.contains(name))
                TRY_VOID(all.remove(name));
        }
        return {};
    });
}

} // namespace volumes
