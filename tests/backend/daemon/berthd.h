// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>

#include <csignal>

// berthd as a process of its own on a free port, with a data directory that goes with it.
class Berthd
{
public:
    // Without start() nothing runs. Arguments come after those for directory and port.
    bool start(const QStringList &arguments = {})
    {
        m_process.setProgram(QStringLiteral(BERTHD));
        m_process.setArguments(QStringList{QStringLiteral("--data-dir"), dataDir(),
                                           QStringLiteral("--listen"),
                                           QStringLiteral("127.0.0.1:0")}
                               + arguments);
        m_said.clear();
        m_process.start();
        while (m_address.isEmpty()) {
            if (!m_process.canReadLine() && !m_process.waitForReadyRead(30000))
                return false;
            while (m_process.canReadLine()) {
                const QString line = QString::fromUtf8(m_process.readLine()).trimmed();
                m_said.append(line);
                if (line.startsWith(QStringLiteral("listening on ")))
                    m_address = line.mid(13);
            }
        }
        return true;
    }

    // Ends it as an operator would; the exit status, or -1 when it does not end or crashes.
    int stop(int signal = SIGTERM)
    {
        if (m_process.state() == QProcess::NotRunning)
            return -1;
        ::kill(pid_t(m_process.processId()), signal);
        const bool hasEnded =
            m_process.waitForFinished(30000) && m_process.exitStatus() == QProcess::NormalExit;
        m_address.clear();
        return hasEnded ? m_process.exitCode() : -1;
    }

    ~Berthd()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    QString dataDir() const { return m_dir.filePath(QStringLiteral("data")); }
    QString file(const QString &name) const { return m_dir.filePath(name); }
    QString address() const { return m_address; } // "http://127.0.0.1:PORT"
    const QStringList &said() const
    {
        return m_said;
    } // lines of stdout of this start up to the address
    QByteArray log() { return m_process.readAllStandardError(); }
    qint64 processId() const { return m_process.processId(); }

private:
    QTemporaryDir m_dir;
    QProcess m_process;
    QString m_address;
    QStringList m_said;
};
