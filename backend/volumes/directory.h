// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QStringList>

#include <sys/types.h>

namespace volumes {

// Whose something is, and for whom.
struct Access
{
    uid_t uid = 0;
    gid_t gid = 0;
    mode_t mode = 0700;
};

// Whether this process may give files to other users; root may, unless it was denied that.
bool mayGiveAway();

// A directory that is held open. What is below it is reached from here by single names, never
// through a symbolic link: whoever may write below cannot lead us elsewhere, whatever is changed
// meanwhile. Errors name the whole path: InvalidInput for a name that is none, NotFound for what is
// absent, Unavailable for what may pass by itself, such as a full disk, one that fails, or too many
// open files, and Conflict for whatever else is not as it must be. Any thread, one at a time.
class Directory
{
public:
    // An absolute path of the operator's choice; symbolic links in it are followed. The second makes
    // what is missing, like mkdir -p; the mode is that of the last part, if it is made.
    static Result<Directory> open(const QString &path);
    static Result<Directory> openOrMake(const QString &path, mode_t mode);

    Directory(Directory &&other) noexcept;
    Directory &operator=(Directory &&other) noexcept;
    Directory(const Directory &) = delete;
    Directory &operator=(const Directory &) = delete;
    ~Directory();

    const QString &path() const { return m_path; }
    Result<Access> access() const;
    Result<QStringList> names() const;

    Result<Directory> enter(const QString &name) const;

    // Makes it, or enters it when it is there and belongs to that user; one of another's is refused,
    // but an empty one of ours is given to the user. The mode of one that is there stays. Without
    // the right to give files away everything is ours, nobody's ownership is looked at, and what the
    // group may everybody may.
    Result<Directory> make(const QString &name, const Access &access) const;

    // Puts a file there at once and as a whole, over any other of the name.
    Result<> write(const QString &name, const QByteArray &content, const Access &access) const;

    // A file, a link itself, or a directory with everything in it. Success also when it is absent.
    Result<> remove(const QString &name) const;

private:
    Directory(int descriptor, QString path);
    Result<int> openBelow(const QString &name) const;
    Result<> adopt(const Access &wanted, bool isNew) const;

    int m_descriptor = -1;
    QString m_path;
};

} // namespace volumes
