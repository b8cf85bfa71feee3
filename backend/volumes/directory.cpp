// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/volumes/directory.h"

#include <QFile>
#include <QRandomGenerator>

#include <dirent.h>
#include <fcntl.h>
#include <linux/capability.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>

using namespace Qt::Literals::StringLiterals;

namespace volumes {

namespace {

constexpr int kLongestName = 255;
constexpr mode_t kModeOnTheWay = 0755;
constexpr int kDirectory = O_RDONLY | O_DIRECTORY | O_CLOEXEC;

ErrorCode codeOf(int number)
{
    switch (number) {
    case ENOENT:
        return ErrorCode::NotFound;
    case EDQUOT:
    case EINTR:
    case EIO:
    case EMFILE:
    case ENFILE:
    case ENOMEM:
    case ENOSPC:
    case ESTALE:
    case ETIMEDOUT:
        return ErrorCode::Unavailable;
    default:
        return ErrorCode::Conflict;
    }
}

Error systemError(const QString &path, int number = errno)
{
    return {codeOf(number), path % u": " % qt_error_string(number), {}};
}

Error refused(const QString &path, const QString &why)
{
    return {ErrorCode::Conflict, path % u": " % why, {}};
}

// One part of a path, as bytes.
Result<QByteArray> part(const QString &name, const QString &parent)
{
    const QByteArray bytes = QFile::encodeName(name);
    if (bytes.isEmpty() || bytes == "." || bytes == ".." || bytes.contains('/')
        || bytes.contains('\0') || bytes.size() > kLongestName)
        return Error{ErrorCode::InvalidInput,
                     u"%1: “%2” cannot be the name of a file"_s.arg(parent, name),
                     {}};
    return bytes;
}

// Where the group cannot be chosen, everybody takes its place.
bool give(int descriptor, const Access &access)
{
    if (!mayGiveAway())
        return ::fchmod(descriptor, access.mode | ((access.mode & S_IRWXG) >> 3U)) == 0;
    return ::fchown(descriptor, access.uid, access.gid) == 0
           && ::fchmod(descriptor, access.mode) == 0;
}

// A file being written under a name of its own, gone again unless it took its place.
class NewFile
{
public:
    NewFile(int directory, QByteArray name)
        : m_directory(directory)
        , m_name(std::move(name))
        , m_descriptor(::openat(directory, m_name.constData(),
                                O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600))
    { }
    ~NewFile()
    {
        if (m_descriptor < 0)
            return;
        ::close(m_descriptor);
        if (!m_inPlace)
            ::unlinkat(m_directory, m_name.constData(), 0);
    }
    Q_DISABLE_COPY_MOVE(NewFile)

    bool fill(const QByteArray &content, const Access &access) const
    {
        qsizetype done = 0;
        while (m_descriptor >= 0 && done < content.size()) {
            const auto written =
                ::write(m_descriptor, content.constData() + done, size_t(content.size() - done));
            if (written < 0 && errno != EINTR)
                return false;
            done += written > 0 ? written : 0;
        }
        return m_descriptor >= 0 && give(m_descriptor, access);
    }
    bool place(const QByteArray &name)
    {
        m_inPlace = ::renameat(m_directory, m_name.constData(), m_directory, name.constData()) == 0;
        return m_inPlace;
    }

private:
    int m_directory;
    QByteArray m_name;
    int m_descriptor;
    bool m_inPlace = false;
};

} // namespace

bool mayGiveAway()
{
    __user_cap_header_struct header{_LINUX_CAPABILITY_VERSION_3, 0};
    std::array<__user_cap_data_struct, _LINUX_CAPABILITY_U32S_3> sets{};
    if (::syscall(SYS_capget, &header, sets.data()) != 0)
        return ::geteuid() == 0;
    return (sets[0].effective & (1U << CAP_CHOWN)) != 0;
}

Directory::Directory(int descriptor, QString path)
    : m_descriptor(descriptor)
    , m_path(std::move(path))
{ }

Directory::Directory(Directory &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_path(std::move(other.m_path))
{ }

Directory &Directory::operator=(Directory &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    std::swap(m_path, other.m_path);
    return *this;
}

Directory::~Directory()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<Directory> Directory::open(const QString &path)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), kDirectory);
    if (descriptor < 0)
        return systemError(path);
    return Directory(descriptor, path);
}

Result<Directory> Directory::openOrMake(const QString &path, mode_t mode)
{
    const int descriptor = ::open(QFile::encodeName(path).constData(), kDirectory);
    if (descriptor >= 0)
        return Directory(descriptor, path);
    const auto slash = path.lastIndexOf(u'/');
    if (errno != ENOENT || slash < 0)
        return systemError(path);
    TRY_ASSIGN(Directory above, openOrMake(slash == 0 ? u"/"_s : path.left(slash), kModeOnTheWay));
    const QString name = path.mid(slash + 1);
    if (name.isEmpty())
        return above;
    return above.make(name, {::geteuid(), ::getegid(), mode});
}

Result<Access> Directory::access() const
{
    struct stat facts{};
    if (::fstat(m_descriptor, &facts) != 0)
        return systemError(m_path);
    return Access{facts.st_uid, facts.st_gid, facts.st_mode & 07777U};
}

Result<QStringList> Directory::names() const
{
    // A descriptor of its own: reading moves a position that copies of one share.
    const int descriptor = ::openat(m_descriptor, ".", kDirectory);
    DIR *stream = descriptor < 0 ? nullptr : ::fdopendir(descriptor);
    if (!stream)
        return systemError(m_path);
    QStringList names;
    errno = 0;
    while (const dirent *entry = ::readdir(stream)) {
        const QByteArray name(static_cast<const char *>(entry->d_name));
        if (name != "." && name != "..")
            names.append(QFile::decodeName(name));
    }
    const int problem = errno;
    ::closedir(stream);
    if (problem != 0)
        return systemError(m_path, problem);
    return names;
}

Result<int> Directory::openBelow(const QString &name) const
{
    TRY_ASSIGN(const QByteArray bytes, part(name, m_path));
    const QString path = m_path % u'/' % name;
    const int descriptor = ::openat(m_descriptor, bytes.constData(), kDirectory | O_NOFOLLOW);
    if (descriptor >= 0)
        return descriptor;
    if (errno == ELOOP || errno == ENOTDIR)
        return refused(path, u"is not a directory"_s);
    return systemError(path);
}

Result<Directory> Directory::enter(const QString &name) const
{
    TRY_ASSIGN(const int descriptor, openBelow(name));
    return Directory(descriptor, m_path % u'/' % name);
}

Result<Directory> Directory::make(const QString &name, const Access &access) const
{
    TRY_ASSIGN(const QByteArray bytes, part(name, m_path));
    const bool isNew = ::mkdirat(m_descriptor, bytes.constData(), 0700) == 0;
    if (!isNew && errno != EEXIST)
        return systemError(m_path % u'/' % name);
    TRY_ASSIGN(Directory made, enter(name));
    TRY_VOID(made.adopt(access, isNew));
    return made;
}

// An empty one of ours is what a crash has left between making and giving. What we have made is
// looked at as well: it may have been changed for another before we held it.
Result<> Directory::adopt(const Access &wanted, bool isNew) const
{
    TRY_ASSIGN(const Access found, access());
    const bool isOurs = found.uid == ::geteuid();
    if (mayGiveAway() && found.uid != wanted.uid) {
        TRY_ASSIGN(const QStringList inside, names());
        if (!isOurs || !inside.isEmpty())
            return refused(m_path,
                           u"belongs to user %1, not to %2"_s.arg(found.uid).arg(wanted.uid));
        return give(m_descriptor, wanted) ? Result<>() : systemError(m_path);
    }
    return !isNew || !isOurs || give(m_descriptor, wanted) ? Result<>() : systemError(m_path);
}

Result<> Directory::write(const QString &name, const QByteArray &content,
                          const Access &access) const
{
    TRY_ASSIGN(const QByteArray bytes, part(name, m_path));
    const QByteArray nonce = QByteArray::number(QRandomGenerator::global()->generate64(), 36);
    NewFile file(m_descriptor, ".berth-" + nonce);
    if (!file.fill(content, access) || !file.place(bytes))
        return systemError(m_path % u'/' % name);
    return {};
}

Result<> Directory::remove(const QString &name) const
{
    TRY_ASSIGN(const QByteArray bytes, part(name, m_path));
    if (::unlinkat(m_descriptor, bytes.constData(), 0) == 0 || errno == ENOENT)
        return {};
    if (errno != EISDIR && errno != EPERM)
        return systemError(m_path % u'/' % name);
    const auto below = enter(name);
    if (!below)
        return below.error();
    TRY_ASSIGN(const QStringList inside, below->names());
    for (const QString &inner : inside)
        TRY_VOID(below->remove(inner));
    if (::unlinkat(m_descriptor, bytes.constData(), AT_REMOVEDIR) != 0 && errno != ENOENT)
        return systemError(m_path % u'/' % name);
    return {};
}

} // namespace volumes
