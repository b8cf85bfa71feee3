// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/daemon/datalock.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace berthd {

namespace {

Error failure(const QString &what)
{
    return {
        ErrorCode::Unavailable, what % u": " % QString::fromLocal8Bit(std::strerror(errno)), {}};
}

} // namespace

Result<DataLock> DataLock::take(const QString &directory)
{
    if (!QDir().exists(directory)) {
        if (!QDir().mkpath(directory))
            return failure(u"cannot make "_s + directory);
        QFile::setPermissions(directory, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    const QString path = directory + u"/lock"_s;
    const int descriptor = ::open(QFile::encodeName(path).constData(),
                                  O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return failure(u"cannot open "_s + path);
    DataLock lock(descriptor);
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        char pid[32] = {};
        const bool isKnown = ::read(descriptor, pid, sizeof(pid) - 1) > 0;
        return Error{ErrorCode::Conflict,
                     u"%1 is used by another berthd, process %2"_s.arg(
                         directory, isKnown ? QString::fromLatin1(pid).trimmed() : u"unknown"_s),
                     {}};
    }
    const QByteArray pid = QByteArray::number(::getpid()) + '\n';
    if (::ftruncate(descriptor, 0) != 0
        || ::pwrite(descriptor, pid.constData(), std::size_t(pid.size()), 0) < 0)
        return failure(u"cannot write "_s + path);
    return lock;
}

DataLock::DataLock(DataLock &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{ }

DataLock::~DataLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace berthd
