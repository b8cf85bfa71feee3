// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>

namespace storage {

// Encrypts what must be kept but not be readable in a copy of the database. The key is a file
// outside of it.
class SecretBox
{
public:
    // The key is DIR/secret.key, readable by its owner only; made at the first time.
    static Result<SecretBox> open(const QString &dataDirectory);

    QByteArray seal(const QByteArray &secret) const;
    // Internal when it was sealed with another key or was changed.
    Result<QByteArray> unseal(const QByteArray &sealed) const;

private:
    explicit SecretBox(QByteArray key);

    QByteArray m_key;
};

} // namespace storage
