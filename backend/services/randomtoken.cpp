// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/randomtoken.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <sodium.h>

#include <array>

namespace services {

namespace {

constexpr auto kUrl = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;
constexpr qsizetype kHashSize = 32;

} // namespace

QByteArray randomToken()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QByteArray(reinterpret_cast<const char *>(words.data()), sizeof(words)).toBase64(kUrl);
}

QString randomCode()
{
    constexpr QLatin1StringView kLetters("ABCDEFGHJKMNPQRSTUVWXYZ23456789");
    QString code;
    for (int i = 0; i < 6; ++i) {
        if (i == 3)
            code += u'-';
        code += kLetters.at(QRandomGenerator::system()->bounded(int(kLetters.size())));
    }
    return code;
}

bool answersChallenge(const QString &secret, const QString &challenge)
{
    const QByteArray made =
        QCryptographicHash::hash(secret.toUtf8(), QCryptographicHash::Sha256).toBase64(kUrl);
    const QByteArray wanted = challenge.toLatin1();
    return made.size() == wanted.size()
           && sodium_memcmp(made.constData(), wanted.constData(), std::size_t(made.size())) == 0;
}

bool isChallenge(const QString &text)
{
    const auto hash = QByteArray::fromBase64Encoding(
        text.toLatin1(), kUrl | QByteArray::AbortOnBase64DecodingErrors);
    return hash && hash.decoded.size() == kHashSize
           && QString::fromLatin1(hash.decoded.toBase64(kUrl)) == text;
}

} // namespace services
