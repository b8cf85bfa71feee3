// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/http/tls.h"

#include <QFile>
#include <QSslCertificate>
#include <QSslKey>

#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/x509.h>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace http {

namespace {

using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;

Error invalid(const QString &detail)
{
    return {ErrorCode::InvalidInput, detail, {}};
}

Result<QByteArray> read(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return invalid(u"cannot read %1: %2"_s.arg(path, file.errorString()));
    return file.readAll();
}

Bio bio(const QByteArray &bytes)
{
    return {BIO_new_mem_buf(bytes.constData(), int(bytes.size())), &BIO_free};
}

// Answers no passphrase, so that OpenSSL never asks a terminal for one.
int noPassphrase(char *, int, int, void *)
{
    return 0;
}

bool belongTogether(const QByteArray &certificate, const QByteArray &key)
{
    const std::unique_ptr<X509, decltype(&X509_free)> x509{
        PEM_read_bio_X509(bio(certificate).get(), nullptr, noPassphrase, nullptr), &X509_free};
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> pkey{
        PEM_read_bio_PrivateKey(bio(key).get(), nullptr, noPassphrase, nullptr), &EVP_PKEY_free};
    return x509 && pkey && X509_check_private_key(x509.get(), pkey.get()) == 1;
}

} // namespace

Result<QSslConfiguration> loadTls(const QString &certificateFile, const QString &keyFile)
{
    TRY_ASSIGN(const QByteArray certificate, read(certificateFile));
    TRY_ASSIGN(const QByteArray pem, read(keyFile));
    const auto chain = QSslCertificate::fromData(certificate, QSsl::Pem);
    if (chain.isEmpty())
        return invalid(u"%1 holds no PEM certificate"_s.arg(certificateFile));
    QSslKey key(pem, QSsl::Rsa);
    if (key.isNull())
        key = QSslKey(pem, QSsl::Ec);
    if (key.isNull())
        return invalid(u"%1 holds no PEM key of RSA or EC without passphrase"_s.arg(keyFile));
    if (!belongTogether(certificate, pem))
        return invalid(u"%1 is not the key of %2"_s.arg(keyFile, certificateFile));
    auto configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificateChain(chain);
    configuration.setPrivateKey(key);
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    configuration.setPeerVerifyMode(QSslSocket::VerifyNone);
    return configuration;
}

} // namespace http
