// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/volumes/volumes.h"
#include "core/base/async.h"
#include "core/model/job.h"

#include <QHash>
#include <QObject>

namespace storage {
class AccountStore;
class EndpointStore;
class ProfileStore;
class SecretBox;
} // namespace storage

namespace reconcile {

// What the services in a job's tasks read when they let somebody in: the public keys of its owner
// and the token of its Jupyter, in the runtime directory of the job's current attempt.
class EndpointFiles final : public QObject
{
    Q_OBJECT

public:
    // All of them outlive it.
    struct Sources
    {
        const storage::AccountStore &accounts;
        const storage::ProfileStore &profiles;
        storage::EndpointStore &endpoints;
        const storage::SecretBox &secrets;
        volumes::Volumes *volumes = nullptr; // none where jobs have no storage
    };
    explicit EndpointFiles(const Sources &sources, QObject *parent = nullptr);

    // What lies ready before the job's tasks start: the services themselves, and the keys.
    QList<volumes::RuntimeFile> atStart(const model::Job &job) const;

    // The keys as they are when they are written; none of somebody who is disabled.
    QFuture<Result<>> writeKeys(const model::Job &job);

    // The token of the attempt; made when it has none yet.
    QFuture<Result<>> writeToken(const model::Job &job);

    // Of the attempt; empty before it was made.
    QByteArray token(const model::Job &job) const;

private:
    // Keys of one job are written one after the other, so that the newest are the last.
    struct Writing
    {
        bool busy = false;
        QList<Promise<>> next; // who waits for the writing after this one
    };

    void writeNextKeys(const model::Job &job);
    QByteArray keysOf(const model::Job &job) const;
    QFuture<Result<>> write(const model::Job &job, const QString &name, const QByteArray &content);

    const Sources m_with;
    QHash<model::JobId, Writing> m_writing;
};

} // namespace reconcile
