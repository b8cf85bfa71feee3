// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QProcess>
#include <QTemporaryDir>

namespace support {

// A private image registry on this machine that asks for a user and a password. Needs the packages
// docker-registry, apache2-utils and, with TLS, openssl.
class RegistryService
{
public:
    // With TLS the certificate is of an authority of its own, for this address alone.
    enum class Tls { No, Yes };

    explicit RegistryService(QString host = QStringLiteral("127.0.0.1"), Tls tls = Tls::No);
    ~RegistryService();
    RegistryService(const RegistryService &) = delete;
    RegistryService &operator=(const RegistryService &) = delete;

    Result<> start(const QString &username, const QString &password);

    QString address() const; // host:port
    QString url() const; // with http:// or https://
    QString authorityFile() const; // PEM

private:
    Result<> makeCertificate() const;
    Result<> run(const QString &program, const QStringList &arguments) const;
    Result<> writeConfiguration() const;

    const QString m_host;
    const Tls m_tls;
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace support
