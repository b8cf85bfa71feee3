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
#include "world.h"

// One life of berthd's inner parts, from its start on a data directory to its death.
class Life
{
public:
    Life(World &world, VirtualTime &time, const QString &directory);

    storage::JobStore &jobs() { return *m_jobs; }
    const storage::LogArchive &logs() const { return m_logs; }

private:
    std::unique_ptr<storage::Database> m_database;
    std::unique_ptr<storage::Committer> m_committer;
    std::unique_ptr<storage::JobStore> m_jobs;
    std::unique_ptr<storage::VcStore> m_vcs;
    storage::SecretBox m_secrets;
    storage::LogArchive m_logs;
    WorldEngine m_engine;
    engines::NodeBook m_nodes;
    std::unique_ptr<reconcile::Reconciler> m_reconciler;
};

// A data directory with the schema and the VC in place.
void prepare(const QString &directory);

// The directory as a crash of this moment would leave it.
void copyDirectory(const QString &from, const QString &to);
