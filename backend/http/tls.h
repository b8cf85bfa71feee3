// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QSslConfiguration>

namespace http {

// The server's TLS from PEM files: the certificate, followed by those that vouch for it, and its
// key without a passphrase. TLS 1.2 and later. InvalidInput names what is wrong, never the key.
Result<QSslConfiguration> loadTls(const QString &certificateFile, const QString &keyFile);

} // namespace http
