// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QProcess>
#include <QTemporaryDir>

namespace support {

// A private image registry on loopback, by plain HTTP, that asks for a user and a password. Needs the
// packages docker-registry and apache2-utils.
class RegistryService
{
public:
    RegistryService();
    ~RegistryService();
    RegistryService(const RegistryService &) = delete;
    RegistryService &operator=(const RegistryService &) = delete;

    Result<> start(const QString &username, const QString &password);

    QString address() const; // host:port

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace support
