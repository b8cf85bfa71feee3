// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/volumes/directory.h"
#include "core/model/job.h"
#include "core/model/page.h"
#include "core/model/storagemount.h"

#include <QFuture>
#include <QSet>
#include <QThreadPool>

namespace volumes {

// The directories below which everything lies that jobs see; absolute.
struct Roots
{
    QString work; // a directory for each person
    QString data; // everybody's
    QString home; // a directory for each person
    QString jobs; // a directory for each person, in it one for each job

    bool operator==(const Roots &) const = default;
};

struct Person
{
    model::UserId id; // also uid and gid
    QString username;
};

inline Person ownerOf(const model::Job &job)
{
    return {job.owner, job.ownerName};
}

// One start of a job.
using Attempt = std::pair<model::JobId, int>;

// A file of an attempt's runtime directory, which only berthd writes and all tasks of the attempt
// see, read-only, in kRuntimeTarget. The job's user may read it, and run it if the mode says so.
struct RuntimeFile
{
    QString name;
    QByteArray content;
    mode_t mode = 0640;
};

inline constexpr auto kRuntimeTarget = "/run/berth";

// The directories of jobs. Futures come from threads of its own, since a disk may take its time;
// they end before this does. Errors name the directory.
class Volumes
{
public:
    explicit Volumes(Roots roots);

    const Roots &roots() const { return m_roots; }

    // Makes the roots that are missing. Conflict when others could put their own directories in the
    // place of those below.
    Result<> open() const;

    // What a job of this person sees, as paths. InvalidInput when the username cannot be that of a
    // directory.
    Result<QList<model::StorageMount>> mounts(const Person &person,
                                              const std::optional<model::JobId> &job) const;

    QString runtimePath(const Attempt &attempt) const;

    // The same with the room on their disks; of what is not there yet, that of its root.
    QFuture<Result<model::Items<model::StorageMount>>> measure(const Person &person);

    // Makes what is missing of a job's directories and of the runtime directory of its current
    // attempt, which holds exactly these files afterwards. Unavailable when asking again may help.
    QFuture<Result<>> prepare(const model::Job &job, const QList<RuntimeFile> &files);

    // Writes into the runtime directory of an attempt that was prepared, in this order, each file at
    // once and as a whole. NotFound when the attempt is over.
    QFuture<Result<>> write(const model::Job &job, const QList<RuntimeFile> &files);

    // Removes the runtime directory of an attempt that is over, or all but these.
    QFuture<Result<>> removeRuntime(const Attempt &attempt);
    QFuture<Result<>> removeRuntimesBut(const QSet<Attempt> &attempts);

private:
    const Roots m_roots;
    QThreadPool m_pool;
};

} // namespace volumes
