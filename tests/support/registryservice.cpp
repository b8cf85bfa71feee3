// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/registryservice.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>

#include <sys/prctl.h>

#include <csignal>

using namespace Qt::Literals::StringLiterals;

namespace support {

namespace {

constexpr int kLimit = 20000;

quint16 freePort()
{
    QTcpServer server;
    server.listen(QHostAddress::LocalHost);
    return server.serverPort();
}

} // namespace

RegistryService::RegistryService() = default;

RegistryService::~RegistryService()
{
    m_process.kill();
    m_process.waitForFinished(kLimit);
}

QString RegistryService::address() const
{
    return u"127.0.0.1:%1"_s.arg(m_port);
}

Result<> RegistryService::start(const QString &username, const QString &password)
{
    m_port = freePort();
    QProcess passwords;
    passwords.setStandardOutputFile(m_folder.filePath(u"htpasswd"_s));
    passwords.start(u"htpasswd"_s, {u"-Bbn"_s, username, password});
    if (!passwords.waitForFinished(kLimit) || passwords.exitCode() != 0)
        return Error{ErrorCode::Unavailable, u"htpasswd is not installed"_s, {}};
    QFile configuration(m_folder.filePath(u"config.yml"_s));
    if (!configuration.open(QIODevice::WriteOnly))
        return Error{ErrorCode::Internal, configuration.errorString(), {}};
    configuration.write(
        u"version: 0.1\nstorage: {filesystem: {rootdirectory: %1/data}}\n"
        "http: {addr: '%2', secret: test}\n"
        "auth: {htpasswd: {realm: test, path: %1/htpasswd}}\n"_s.arg(m_folder.path(), address())
            .toUtf8());
    configuration.close();
    m_process.setStandardOutputFile(m_folder.filePath(u"log"_s));
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process.start(u"docker-registry"_s, {u"serve"_s, configuration.fileName()});
    QElapsedTimer elapsed;
    elapsed.start();
    while (elapsed.elapsed() < kLimit && m_process.state() != QProcess::NotRunning) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_port);
        if (socket.waitForConnected(200))
            return {};
        m_process.waitForFinished(50);
    }
    return Error{ErrorCode::Unavailable, u"docker-registry does not start"_s, {}};
}

} // namespace support
