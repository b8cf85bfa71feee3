// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/engines/engine.h"

#include <QHash>
#include <QObject>

#include <chrono>

namespace storage {
class JobStore;
class LogArchive;
} // namespace storage

namespace reconcile {

class TaskBook;

// Clears away the containers of attempts that are over: ends what still runs, keeps the log of the
// attempt in the archive, then removes them. A container whose job is not stored is reported and
// removed without its log. What fails is tried again at the next call.
class Sweeper : public QObject
{
    Q_OBJECT

public:
    // The references outlive the sweeper.
    Sweeper(engines::ContainerEngine &engine, TaskBook &book, const storage::JobStore &jobs,
            storage::LogArchive &archive, std::chrono::seconds grace, QObject *parent = nullptr);

    // All known containers of one attempt.
    void sweep(const QList<engines::TaskKey> &tasks);

private:
    // Logs of an attempt on their way to the archive.
    struct Collection
    {
        QList<engines::TaskKey> tasks;
        QList<model::LogLine> lines;
        qsizetype next = 0; // the task to be read
    };
    using Attempt = std::pair<model::JobId, int>;

    void collect(const Attempt &attempt);
    void collected(const Attempt &attempt);
    Result<> keep(const Attempt &attempt, const Collection &collection);
    void removeAll(const QList<engines::TaskKey> &tasks);

    engines::ContainerEngine &m_engine;
    TaskBook &m_book;
    const storage::JobStore &m_jobs;
    storage::LogArchive &m_archive;
    const std::chrono::seconds m_grace;
    QHash<Attempt, Collection> m_collections;
};

} // namespace reconcile
