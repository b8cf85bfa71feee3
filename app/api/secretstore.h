// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/async.h"

#include <QHash>

#include <optional>

// Where the console keeps secrets between two starts. A store that cannot be reached answers
// Unavailable: the person is asked again, and nothing is ever written anywhere else.
class SecretStore
{
public:
    virtual ~SecretStore() = default;

    // Absent when nothing is kept under the key.
    virtual QFuture<Result<std::optional<QString>>> read(const QString &key) = 0;
    virtual QFuture<Result<>> write(const QString &key, const QString &secret) = 0;
    // Also succeeds when nothing was kept.
    virtual QFuture<Result<>> remove(const QString &key) = 0;
};

// The keyring of the desktop, through QtKeychain.
class KeyringSecrets final : public SecretStore
{
public:
    explicit KeyringSecrets(QString service);

    QFuture<Result<std::optional<QString>>> read(const QString &key) override;
    QFuture<Result<>> write(const QString &key, const QString &secret) override;
    QFuture<Result<>> remove(const QString &key) override;

private:
    const QString m_service;
};

// Keeps secrets until the program ends.
class MemorySecrets final : public SecretStore
{
public:
    QFuture<Result<std::optional<QString>>> read(const QString &key) override;
    QFuture<Result<>> write(const QString &key, const QString &secret) override;
    QFuture<Result<>> remove(const QString &key) override;

private:
    QHash<QString, QString> m_secrets;
};
