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

quint16 freePort(const QString &host)
{
    QTcpServer server;
    server.listen(QHostAddress(host));
    return server.serverPort();
}

Result<> write(const QString &path, const QString &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return Error{ErrorCode::Internal, file.errorString(), {}};
    file.write(text.toUtf8());
    return {};
}

} // namespace

RegistryService::RegistryService(QString host, Tls tls)
    : m_host(std::move(host))
    , m_tls(tls)
{ }

RegistryService::~RegistryService()
{
    m_process.kill();
    m_process.waitForFinished(kLimit);
}

QString RegistryService::address() const
{
    return u"%1:%2"_s.arg(m_host).arg(m_port);
}

QString RegistryService::url() const
{
    return (m_tls == Tls::Yes ? u"https://"_s : u"http://"_s) + address();
}

QString RegistryService::authorityFile() const
{
    return m_folder.filePath(u"authority.pem"_s);
}

Result<> RegistryService::run(const QString &program, const QStringList &arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(program, arguments);
    if (process.waitForFinished(kLimit) && process.exitCode() == 0)
        return {};
    return Error{ErrorCode::Unavailable,
                 program + u": "_s + QString::fromUtf8(process.readAllStandardError()),
                 {}};
}

Result<> RegistryService::makeCertificate() const
{
    const QStringList key{u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s,
                          u"-nodes"_s};
    TRY_VOID(run(u"openssl"_s,
                 QStringList{u"req"_s, u"-x509"_s} + key
                     + QStringList{u"-keyout"_s, u"authority.key"_s, u"-out"_s, u"authority.pem"_s,
                                   u"-subj"_s, u"/CN=Test authority"_s}));
    TRY_VOID(run(u"openssl"_s, QStringList{u"req"_s} + key
                                   + QStringList{u"-keyout"_s, u"server.key"_s, u"-out"_s,
                                                 u"server.csr"_s, u"-subj"_s, u"/CN=registry"_s}));
    TRY_VOID(write(m_folder.filePath(u"names"_s), u"subjectAltName=IP:%1\n"_s.arg(m_host)));
    return run(u"openssl"_s,
               {u"x509"_s, u"-req"_s, u"-in"_s, u"server.csr"_s, u"-CA"_s, u"authority.pem"_s,
                u"-CAkey"_s, u"authority.key"_s, u"-CAcreateserial"_s, u"-extfile"_s, u"names"_s,
                u"-out"_s, u"server.pem"_s});
}

Result<> RegistryService::writeConfiguration() const
{
    const QString tls =
        m_tls == Tls::Yes
            ? u", tls: {certificate: %1/server.pem, key: %1/server.key}"_s.arg(m_folder.path())
            : QString();
    return write(m_folder.filePath(u"config.yml"_s),
                 u"version: 0.1\nstorage: {filesystem: {rootdirectory: %1/data}}\n"
                 "http: {addr: '%2', secret: test%3}\n"
                 "auth: {htpasswd: {realm: test, path: %1/htpasswd}}\n"_s.arg(m_folder.path(),
                                                                              address(), tls));
}

Result<> RegistryService::start(const QString &username, const QString &password)
{
    m_port = freePort(m_host);
    QProcess passwords;
    passwords.setStandardOutputFile(m_folder.filePath(u"htpasswd"_s));
    passwords.start(u"htpasswd"_s, {u"-Bbn"_s, username, password});
    if (!passwords.waitForFinished(kLimit) || passwords.exitCode() != 0)
        return Error{ErrorCode::Unavailable, u"htpasswd is not installed"_s, {}};
    if (m_tls == Tls::Yes)
        TRY_VOID(makeCertificate());
    TRY_VOID(writeConfiguration());
    m_process.setStandardOutputFile(m_folder.filePath(u"log"_s));
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process.start(u"docker-registry"_s, {u"serve"_s, m_folder.filePath(u"config.yml"_s)});
    QElapsedTimer elapsed;
    elapsed.start();
    while (elapsed.elapsed() < kLimit && m_process.state() != QProcess::NotRunning) {
        QTcpSocket socket;
        socket.connectToHost(m_host, m_port);
        if (socket.waitForConnected(200))
            return {};
        m_process.waitForFinished(50);
    }
    return Error{ErrorCode::Unavailable, u"docker-registry does not start"_s, {}};
}

} // namespace support
