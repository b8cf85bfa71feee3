// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/mailservice.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>

#include <sys/prctl.h>

#include <csignal>

using namespace Qt::Literals::StringLiterals;

namespace support {

namespace {

constexpr int kLimit = 20000;

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

MailService::MailService() = default;

MailService::~MailService()
{
    m_process.kill();
    m_process.waitForFinished(kLimit);
}

QString MailService::certificate() const
{
    return m_folder.filePath(u"certificate.pem"_s);
}

QUrl MailService::url(const QString &scheme) const
{
    return QUrl(u"%1://localhost:%2"_s.arg(scheme).arg(m_port));
}

Result<> MailService::makeCertificate()
{
    QProcess openssl;
    openssl.start(u"openssl"_s,
                  {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                   u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s,
                   u"/CN=localhost"_s, u"-addext"_s, u"subjectAltName=DNS:localhost"_s,
                   u"-keyout"_s, m_folder.filePath(u"key.pem"_s), u"-out"_s, certificate()});
    if (!openssl.waitForFinished(kLimit) || openssl.exitCode() != 0)
        return Error{ErrorCode::Unavailable, u"openssl makes no certificate"_s, {}};
    return {};
}

Result<> MailService::start(Tls tls, const QStringList &options)
{
    QStringList arguments{QStringLiteral(BERTH_SMTP_SERVER), m_folder.path()};
    if (tls == Tls::Yes) {
        TRY_VOID(makeCertificate());
        arguments << u"certificate="_s + certificate()
                  << u"key="_s + m_folder.filePath(u"key.pem"_s);
    }
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.setChildProcessModifier([] { prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process.start(u"/usr/bin/python3"_s, arguments + options);
    if (!m_process.waitForReadyRead(kLimit))
        return Error{ErrorCode::Unavailable, u"aiosmtpd does not start"_s, {}};
    m_port = m_process.readLine().trimmed().toInt();
    return {};
}

int MailService::count() const
{
    return int(QDir(m_folder.path()).entryList({u"*.eml"_s}).size());
}

QByteArray MailService::mail(int number) const
{
    return read(m_folder.filePath(u"%1.eml"_s.arg(number)));
}

QJsonObject MailService::envelope(int number) const
{
    return QJsonDocument::fromJson(read(m_folder.filePath(u"%1.json"_s.arg(number)))).object();
}

} // namespace support
