// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace services {

// 256 bits of the system's randomness in base64url, without padding.
QByteArray randomToken();

// Letters and digits that nobody takes for others, such as "KQ7-42M".
QString randomCode();

// Whether a secret has this SHA-256 in base64url. Takes as long for every secret.
bool answersChallenge(const QString &secret, const QString &challenge);
bool isChallenge(const QString &text);

} // namespace services
