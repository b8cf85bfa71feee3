// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/reconcile/endpointloop.h"
#include "backend/storage/accountstore.h"
#include "backend/storage/committer.h"
#include "backend/storage/database.h"
#include "backend/storage/profilestore.h"
#include "backend/storage/secretbox.h"
#include "backend/volumes/volumes.h"
#include "memoryengine.h"

#include <QTemporaryDir>

// The endpoint loop over stores, directories and containers that outlive it. Jobs are moved by the
// test, without a reconciler.
class EndpointLab
{
public:
    EndpointLab();

    // berthd ends and begins again.
    void restart();

    // A job of ann's that runs, with one container for each task.
    model::Job run(model::JobSpec spec);
    model::Job run(const QList<model::EndpointKind> &kinds, const QList<int> &ports = {});
    // It starts once more, in new containers.
    model::Job runAgain(const model::JobId &id);
    void end(const model::JobId &id, model::JobState state);

    using Switch = storage::EndpointStore::Switch;
    void turn(Switch position, const model::Job &job, const QString &name);
    storage::StoredEndpoint endpoint(const model::Job &job, const QString &name,
                                     const QString &task = QStringLiteral("main")) const;
    bool isReady(const model::Job &job, const QString &name) const;

    // What was run in the containers: "ssh start", in the order of the calls.
    QStringList executed() const;
    QByteArray runtimeFile(const model::Job &job, const QString &name) const;
    QString token(const model::Job &job) const;
    bool isExposed(const model::Job &job, int taskPort,
                   const QString &task = QStringLiteral("main"));
    void addKey(const QString &comment); // of ann's
    void removeKeys();

    support::MemoryWorld world;
    model::UserId ann;

    storage::AccountStore &accounts() { return *m_accounts; }

private:
    void open();
    model::Job change(const model::JobId &id, const std::function<void(model::Job &job)> &edit);
    void makeContainers(const model::Job &job);

    QTemporaryDir m_directory;
    std::unique_ptr<storage::Database> m_database;
    std::unique_ptr<storage::Committer> m_committer;
    std::unique_ptr<storage::JobStore> m_jobs;
    std::unique_ptr<storage::EndpointStore> m_endpoints;
    std::unique_ptr<storage::AccountStore> m_accounts;
    std::unique_ptr<storage::ProfileStore> m_profiles;
    std::optional<storage::SecretBox> m_secrets;
    std::unique_ptr<volumes::Volumes> m_volumes;
    std::unique_ptr<support::MemoryEngine> m_engine;
    std::unique_ptr<reconcile::EndpointLoop> m_loop;
    int m_count = 0;
};
