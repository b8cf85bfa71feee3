// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace support {

// A mail server on loopback that keeps what it gets. Needs the packages python3-aiosmtpd and openssl.
class MailService
{
public:
    MailService();
    ~MailService();
    MailService(const MailService &) = delete;
    MailService &operator=(const MailService &) = delete;

    // Options as smtpserver.py describes them. With TLS it has a certificate for "localhost".
    enum class Tls { No, Yes };
    Result<> start(Tls tls, const QStringList &options = {});

    QUrl url(const QString &scheme = QStringLiteral("smtp")) const;
    QString certificate() const; // of itself, PEM
    int count() const;
    QByteArray mail(int number) const; // from 1
    QJsonObject envelope(int number) const; // from, to, tls, login

private:
    Result<> makeCertificate();

    QTemporaryDir m_folder;
    QProcess m_process;
    int m_port = 0;
};

} // namespace support
