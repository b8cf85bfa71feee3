// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/reconcile/endpointfiles.h"

#include "backend/storage/accountstore.h"
#include "backend/storage/endpointstore.h"
#include "backend/storage/profilestore.h"
#include "backend/storage/secretbox.h"
#include "core/base/log.h"

#include <QFile>
#include <QRandomGenerator>

#include <array>

using namespace Qt::Literals::StringLiterals;

// Outside every namespace, as the macro demands.
static void loadServices()
{
    Q_INIT_RESOURCE(reconcile);
}

namespace reconcile {

namespace {

constexpr QLatin1StringView kKeys{"authorized_keys"};
constexpr QLatin1StringView kToken{"jupyter-token"};

// 32 bytes of the system's randomness, in hexadecimal.
QByteArray newToken()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    QByteArray token;
    for (const quint32 word : words)
        token += QByteArray::number(word, 16).rightJustified(8, '0');
    return token;
}

} // namespace

EndpointFiles::EndpointFiles(const Sources &sources, QObject *parent)
    : QObject(parent)
    , m_with(sources)
{ }

QList<volumes::RuntimeFile> EndpointFiles::atStart(const model::Job &job) const
{
    loadServices();
    QFile services(u":/reconcile/services.sh"_s);
    if (!services.open(QIODevice::ReadOnly))
        qFatal("the services are not in the program");
    return {{u"services.sh"_s, services.readAll(), 0750}, {kKeys, keysOf(job)}};
}

QFuture<Result<>> EndpointFiles::writeKeys(const model::Job &job)
{
    Writing &writing = m_writing[job.id];
    const Promise<> promise;
    writing.next.append(promise);
    if (!writing.busy)
        writeNextKeys(job);
    return promise.future();
}

void EndpointFiles::writeNextKeys(const model::Job &job)
{
    Writing &writing = m_writing[job.id];
    writing.busy = true;
    const auto waiting = std::exchange(writing.next, {});
    whenDone(write(job, kKeys, keysOf(job)), this, [this, job, waiting](const Result<> &done) {
        for (const Promise<> &promise : waiting)
            promise.finish(done);
        Writing &now = m_writing[job.id];
        now.busy = false;
        if (now.next.isEmpty())
            m_writing.remove(job.id);
        else
            writeNextKeys(job);
    });
}

QByteArray EndpointFiles::keysOf(const model::Job &job) const
{
    if (!m_with.accounts.account(job.owner)) // or disabled
        return {};
    const auto keys = m_with.profiles.sshKeys(job.owner);
    if (!keys) {
        qCWarning(logReconcile) << job.id << keys.error();
        return {};
    }
    QByteArray lines;
    for (const model::SshKey &key : *keys)
        lines += key.line.toUtf8() + '\n';
    return lines;
}

QFuture<Result<>> EndpointFiles::writeToken(const model::Job &job)
{
    if (const QByteArray known = token(job); !known.isEmpty())
        return write(job, kToken, known);
    const QByteArray fresh = newToken();
    const Promise<> promise;
    whenDone(m_with.endpoints.keepToken(job, m_with.secrets.seal(fresh)), this,
             [this, job, fresh, promise](const Result<> &kept) {
                 if (!kept)
                     return promise.finish(kept);
                 whenDone(write(job, kToken, fresh), this,
                          [promise](const Result<> &written) { promise.finish(written); });
             });
    return promise.future();
}

QByteArray EndpointFiles::token(const model::Job &job) const
{
    const auto sealed = m_with.endpoints.sealedToken(job);
    const auto opened = sealed ? m_with.secrets.unseal(*sealed) : sealed;
    return opened ? *opened : QByteArray();
}

QFuture<Result<>> EndpointFiles::write(const model::Job &job, const QString &name,
                                       const QByteArray &content)
{
    if (!m_with.volumes)
        return ready<>(Result<>());
    return m_with.volumes->write(job, {{name, content}});
}

} // namespace reconcile
