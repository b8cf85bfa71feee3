// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/secretbox.h"

#include <QDir>
#include <QFile>

#include <sodium.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace storage {

namespace {

constexpr qsizetype kKeySize = crypto_secretbox_KEYBYTES;
constexpr qsizetype kNonceSize = crypto_secretbox_NONCEBYTES;
constexpr qsizetype kTagSize = crypto_secretbox_MACBYTES;

const unsigned char *bytes(const QByteArray &array)
{
    return reinterpret_cast<const unsigned char *>(array.constData());
}

unsigned char *bytes(QByteArray &array)
{
    return reinterpret_cast<unsigned char *>(array.data());
}

Error keyError(const QString &path, const QString &what)
{
    return {ErrorCode::Unavailable, path % u": " % what, QString()};
}

Result<> writeKey(const QString &path)
{
    QByteArray key(kKeySize, Qt::Uninitialized);
    crypto_secretbox_keygen(bytes(key));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly)
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) || file.write(key) != kKeySize
        || !file.flush() || ::fsync(file.handle()) != 0) {
        return keyError(path, file.errorString());
    }
    return {};
}

} // namespace

Result<SecretBox> SecretBox::open(const QString &dataDirectory)
{
    if (sodium_init() < 0)
        return Error{ErrorCode::Internal, u"libsodium does not start"_s, QString()};
    const QString path = QDir(dataDirectory).filePath(u"secret.key"_s);
    if (!QFile::exists(path))
        TRY_VOID(writeKey(path));
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return keyError(path, file.errorString());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    if (file.permissions() & others)
        return keyError(path, u"must be readable by its owner only"_s);
    const QByteArray key = file.readAll();
    if (key.size() != kKeySize)
        return keyError(path, u"is not a key of %1 bytes"_s.arg(kKeySize));
    return SecretBox(key);
}

SecretBox::SecretBox(QByteArray key)
    : m_key(std::move(key))
{ }

QByteArray SecretBox::seal(const QByteArray &secret) const
{
    QByteArray nonce(kNonceSize, Qt::Uninitialized);
    randombytes_buf(nonce.data(), size_t(nonce.size()));
    QByteArray box(secret.size() + kTagSize, Qt::Uninitialized);
    crypto_secretbox_easy(bytes(box), bytes(secret), static_cast<unsigned long long>(secret.size()),
                          bytes(nonce), bytes(m_key));
    return nonce + box;
}

Result<QByteArray> SecretBox::unseal(const QByteArray &sealed) const
{
    const Error refused{ErrorCode::Internal, u"a stored secret cannot be decrypted"_s, QString()};
    if (sealed.size() < kNonceSize + kTagSize)
        return refused;
    const QByteArray nonce = sealed.first(kNonceSize);
    const QByteArray box = sealed.sliced(kNonceSize);
    QByteArray secret(box.size() - kTagSize, Qt::Uninitialized);
    if (crypto_secretbox_open_easy(bytes(secret), bytes(box),
                                   static_cast<unsigned long long>(box.size()), bytes(nonce),
                                   bytes(m_key))
        != 0) {
        return refused;
    }
    return secret;
}

} // namespace storage
