// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/passwords.h"

#include <QRandomGenerator>
#include <QtConcurrent>

#include <sodium.h>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace services {

namespace {

constexpr int kAtATime = 2;

// Of no password: compared with when there is no account, so that the answer takes as long.
QString decoy()
{
    static const Result<QString> hash = Passwords::hashNow(Passwords::random());
    return hash ? *hash : QString();
}

} // namespace

Passwords::Passwords(QObject *parent)
    : QObject(parent)
{
    m_pool.setMaxThreadCount(kAtATime);
}

Passwords::~Passwords()
{
    m_pool.waitForDone();
}

template <typename T>
QFuture<Result<T>> Passwords::run(std::function<Result<T>()> work)
{
    if (m_waiting >= kMostWaiting)
        return ready<T>(Error{ErrorCode::TooMany, u"too many people sign in right now"_s, {}});
    ++m_waiting;
    const Promise<T> promise;
    whenDone(QtConcurrent::run(&m_pool, std::move(work)), this,
             [this, promise](const Result<T> &result) {
                 --m_waiting;
                 promise.finish(result);
             });
    return promise.future();
}

QFuture<Result<bool>> Passwords::matches(const QString &password, const QString &hash)
{
    return run<bool>([password, hash]() -> Result<bool> {
        const QByteArray text = (hash.isEmpty() ? decoy() : hash).toLatin1();
        const QByteArray bytes = password.toUtf8();
        const bool same = crypto_pwhash_str_verify(text.constData(), bytes.constData(),
                                                   static_cast<unsigned long long>(bytes.size()))
                          == 0;
        return same && !hash.isEmpty();
    });
}

QFuture<Result<QString>> Passwords::hash(const QString &password)
{
    return run<QString>([password] { return hashNow(password); });
}

Result<QString> Passwords::hashNow(const QString &password)
{
    std::array<char, crypto_pwhash_STRBYTES> text{};
    const QByteArray bytes = password.toUtf8();
    if (sodium_init() < 0
        || crypto_pwhash_str(text.data(), bytes.constData(),
                             static_cast<unsigned long long>(bytes.size()),
                             crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE)
               != 0) {
        return Error{ErrorCode::Unavailable, u"not enough memory to hash a password"_s, {}};
    }
    return QString::fromLatin1(text.data());
}

QString Passwords::random()
{
    // Without 0, 1, l and o, which look like others.
    constexpr QLatin1StringView kLetters("abcdefghijkmnpqrstuvwxyz23456789");
    QString password;
    for (int i = 0; i < 20; ++i) {
        if (i > 0 && i % 5 == 0)
            password += u'-';
        password += kLetters.at(QRandomGenerator::system()->bounded(int(kLetters.size())));
    }
    return password;
}

} // namespace services
