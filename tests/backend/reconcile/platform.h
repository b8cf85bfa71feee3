// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/nodebook.h"
#include "backend/reconcile/reconciler.h"
#include "backend/storage/committer.h"
#include "backend/storage/database.h"
#include "backend/storage/jobstore.h"
#include "backend/storage/logarchive.h"
#include "backend/storage/secretbox.h"
#include "backend/storage/vcstore.h"
#include "memoryengine.h"

#include <QTemporaryDir>

// berthd's inner parts on a database of their own, over a world of containers that outlives them.
class Platform
{
public:
    Platform(support::MemoryWorld &world, const QString &directory,
             volumes::Volumes *volumes = nullptr);
    // Over another engine with so many devices, which goes by this clock.
    Platform(std::unique_ptr<engines::ContainerEngine> engine, const QString &directory,
             int devices, const Clock &clock);

    storage::JobStore &jobs() { return *m_jobs; }
    const storage::LogArchive &logs() const { return m_logs; }
    engines::ContainerEngine &engine() { return *m_engine; }
    engines::NodeBook &nodes() { return m_nodes; }

    model::JobId submit(const QString &command = QStringLiteral("true"), int devices = 1);
    model::JobId submitPreemptible(int devices);
    model::JobId submitGang(const QString &command, int nodes, int devicesPerNode);
    // What a person's pause, kill or resume does: from any state to this one.
    void ask(const model::JobId &id, model::JobState state);
    // The next commits fail.
    void failCommits(int count);
    model::Job job(const model::JobId &id) const;
    model::JobState state(const model::JobId &id) const { return job(id).state; }

private:
    struct Outside
    {
        std::unique_ptr<engines::ContainerEngine> engine;
        int devices = 8;
        const Clock *clock = nullptr; // none: the system's
        volumes::Volumes *volumes = nullptr;
    };
    Platform(Outside outside, const QString &directory);
    model::JobId submit(model::JobSpec spec);

    std::unique_ptr<storage::Database> m_database;
    std::unique_ptr<storage::Committer> m_committer;
    std::unique_ptr<storage::JobStore> m_jobs;
    std::unique_ptr<storage::VcStore> m_vcs;
    storage::SecretBox m_secrets;
    storage::LogArchive m_logs;
    const SystemClock m_systemClock;
    const Clock &m_clock;
    std::unique_ptr<engines::ContainerEngine> m_engine;
    engines::NodeBook m_nodes;
    std::unique_ptr<reconcile::Reconciler> m_reconciler;
};

constexpr int kPatience = 30000; // ms that a condition may take on a busy machine

model::Node aNode(const QString &name, int devices);
