// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/api/secretstore.h"

#include <qt6keychain/keychain.h>

namespace {

Error errorOf(const QKeychain::Job &job)
{
    const bool denied =
        job.error() == QKeychain::AccessDeniedByUser || job.error() == QKeychain::AccessDenied;
    return {denied ? ErrorCode::Forbidden : ErrorCode::Unavailable, job.errorString(), {}};
}

template <typename T, typename Job, typename Answer>
QFuture<Result<T>> run(Job *job, const QString &key, Answer answer)
{
    const Promise<T> promise;
    job->setKey(key);
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, job,
                     [job, promise, answer] { promise.finish(answer(*job)); });
    job->start();
    return promise.future();
}

} // namespace

KeyringSecrets::KeyringSecrets(QString service)
    : m_service(std::move(service))
{ }

QFuture<Result<std::optional<QString>>> KeyringSecrets::read(const QString &key)
{
    using Found = Result<std::optional<QString>>;
    return run<std::optional<QString>>(new QKeychain::ReadPasswordJob(m_service), key,
                                       [](const QKeychain::ReadPasswordJob &job) -> Found {
                                           if (job.error() == QKeychain::EntryNotFound)
                                               return std::optional<QString>();
                                           return job.error()
                                                      ? Found(errorOf(job))
                                                      : Found(std::optional(job.textData()));
                                       });
}

QFuture<Result<>> KeyringSecrets::write(const QString &key, const QString &secret)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setTextData(secret);
    return run<void>(job, key, [](const QKeychain::WritePasswordJob &done) {
        return done.error() ? Result<>(errorOf(done)) : Result<>();
    });
}

QFuture<Result<>> KeyringSecrets::remove(const QString &key)
{
    return run<void>(new QKeychain::DeletePasswordJob(m_service), key,
                     [](const QKeychain::DeletePasswordJob &job) {
                         const bool gone = !job.error() || job.error() == QKeychain::EntryNotFound;
                         return gone ? Result<>() : Result<>(errorOf(job));
                     });
}

QFuture<Result<std::optional<QString>>> MemorySecrets::read(const QString &key)
{
    const auto secret = m_secrets.constFind(key);
    return ready<std::optional<QString>>(secret == m_secrets.cend() ? std::optional<QString>()
                                                                    : std::optional(*secret));
}

QFuture<Result<>> MemorySecrets::write(const QString &key, const QString &secret)
{
    m_secrets.insert(key, secret);
    return ready<void>({});
}

QFuture<Result<>> MemorySecrets::remove(const QString &key)
{
    m_secrets.remove(key);
    return ready<void>({});
}
