// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/reconcile/sweeper.h"

#include "backend/reconcile/taskbook.h"
#include "backend/storage/jobstore.h"
#include "backend/storage/logarchive.h"
#include "core/base/log.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reconcile {

namespace {

constexpr int kMostLines = 1000000; // of a task's log that are kept

} // namespace

Sweeper::Sweeper(engines::ContainerEngine &engine, TaskBook &book, const storage::JobStore &jobs,
                 storage::LogArchive &archive, std::chrono::seconds grace, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_book(book)
    , m_jobs(jobs)
    , m_archive(archive)
    , m_grace(grace)
{ }

void Sweeper::sweep(const QList<engines::TaskKey> &tasks)
{
    const Attempt attempt{tasks.first().job, tasks.first().attempt};
    if (m_collections.contains(attempt))
        return;
    bool quiet = true;
    for (const auto &key : tasks) {
        const auto task = m_book.task(key);
        quiet = quiet && !task.mayRun();
        if (task.status && task.status->phase == engines::TaskPhase::Running)
            m_book.stop(key, m_grace);
    }
    if (!quiet)
        return;
    const auto job = m_jobs.find(attempt.first);
    if (!job && job.error().code != ErrorCode::NotFound) {
        qCWarning(logReconcile) << attempt.first << job.error();
        return;
    }
    if (job) {
        m_collections.insert(attempt, {tasks, {}, 0});
        collect(attempt);
        return;
    }
    qCWarning(logReconcile) << "removing containers of a job that is not known:" << tasks;
    removeAll(tasks);
}

void Sweeper::collect(const Attempt &attempt)
{
    const Collection &collection = m_collections[attempt];
    if (collection.next == collection.tasks.size()) {
        collected(attempt);
        return;
    }
    const auto key = collection.tasks.at(collection.next);
    whenDone(m_engine.log(key, {kMostLines, {}}), this,
             [this, attempt](const Result<QList<model::LogLine>> &lines) {
                 if (!lines && lines.error().code != ErrorCode::NotFound) {
                     qCWarning(logReconcile) << attempt.first << lines.error();
                     m_collections.remove(attempt);
                     return;
                 }
                 Collection &ours = m_collections[attempt];
                 if (lines)
                     ours.lines += *lines;
                 ++ours.next;
                 collect(attempt);
             });
}

void Sweeper::collected(const Attempt &attempt)
{
    const Collection collection = m_collections.take(attempt);
    if (const auto kept = keep(attempt, collection); !kept) {
        qCWarning(logReconcile) << attempt.first << kept.error();
        return;
    }
    removeAll(collection.tasks);
}

Result<> Sweeper::keep(const Attempt &attempt, const Collection &collection)
{
    QList<model::LogLine> lines = collection.lines;
    if (m_archive.contains(attempt.first, attempt.second)) {
        // An earlier sweep was cut off after it had begun to remove the containers: one may be gone
        // already, or go while its log is read. What was kept then is complete.
        QHash<QString, qsizetype> surplus;
        TRY_ASSIGN(const auto before, m_archive.read(attempt.first, attempt.second, kMostLines));
        for (const auto &line : before)
            ++surplus[line.task];
        for (const auto &line : std::as_const(lines))
            --surplus[line.task];
        lines.removeIf([&](const auto &line) { return surplus.value(line.task) > 0; });
        for (const auto &line : before) {
            if (surplus.value(line.task) > 0)
                lines.append(line);
        }
    }
    std::stable_sort(lines.begin(), lines.end(),
                     [](const auto &a, const auto &b) { return a.at < b.at; });
    return m_archive.store(attempt.first, attempt.second, lines);
}

void Sweeper::removeAll(const QList<engines::TaskKey> &tasks)
{
    for (const auto &key : tasks)
        m_book.remove(key);
}

} // namespace reconcile
