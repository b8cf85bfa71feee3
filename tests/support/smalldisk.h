// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFile>

#include <sys/mount.h>

namespace support {

// A disk of 256 KiB in the place of a directory. Root only.
class SmallDisk
{
public:
    explicit SmallDisk(QString path)
        : m_path(std::move(path))
        , m_isThere(::mount("none", qPrintable(m_path), "tmpfs", 0, "size=256k,mode=755") == 0)
    { }
    ~SmallDisk()
    {
        if (m_isThere)
            ::umount2(qPrintable(m_path), MNT_DETACH);
    }
    Q_DISABLE_COPY_MOVE(SmallDisk)

    bool isThere() const { return m_isThere; }
    bool fill() const // true when nothing is left
    {
        QFile file(m_path + QStringLiteral("/fill"));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return false;
        while (file.write(QByteArray(4096, 'x')) == 4096) { }
        return file.error() != QFileDevice::NoError;
    }
    void clear() const { QFile::remove(m_path + QStringLiteral("/fill")); }

private:
    const QString m_path;
    const bool m_isThere;
};

} // namespace support
