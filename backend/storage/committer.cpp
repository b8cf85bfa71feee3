// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/storage/committer.h"

#include "backend/storage/database.h"
#include "backend/storage/dialect.h"
#include "core/base/log.h"

using namespace Qt::Literals::StringLiterals;

namespace storage {

namespace {

// Bounds how long one turn of the event loop takes.
constexpr size_t kMostInOneCommit = 512;

} // namespace

Committer::Committer(Database &database, QObject *parent)
    : QObject(parent)
    , m_database(database)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &Committer::commit);
}

Committer::~Committer()
{
    flush();
}

QFuture<Result<>> Committer::write(std::function<Result<>()> work, std::function<void()> committed)
{
    const Promise<> promise;
    add({std::move(work),
         [promise, committed = std::move(committed)] {
             if (committed)
                 committed();
             promise.finish({});
         },
         [promise](const Error &error) { promise.finish(error); },
         {}});
    return promise.future();
}

void Committer::flush()
{
    while (!m_waiting.empty())
        commit();
}

void Committer::add(Write write)
{
    m_waiting.push_back(std::move(write));
    if (!m_timer.isActive())
        m_timer.start();
}

void Committer::commit()
{
    std::deque<Write> batch;
    while (!m_waiting.empty() && batch.size() < kMostInOneCommit) {
        batch.push_back(std::move(m_waiting.front()));
        m_waiting.pop_front();
    }
    if (!m_waiting.empty())
        m_timer.start();
    if (batch.empty())
        return;
    const Result<> outcome = runAll(batch);
    if (!outcome) {
        qCWarning(logStorage).noquote()
            << "A commit of" << batch.size() << "writes failed:" << outcome.error().detail;
        emit commitFailed(outcome.error());
    }
    for (const Write &write : batch) {
        if (!write.outcome)
            write.fail(write.outcome.error());
        else if (!outcome)
            write.fail(outcome.error());
        else
            write.succeed();
    }
    if (outcome)
        emit committed();
}

Result<> Committer::runAll(std::deque<Write> &batch)
{
    const Result<> outcome = m_database.transaction([&]() -> Result<> {
        for (Write &write : batch)
            TRY_VOID(runOne(write));
        return {};
    });
    if (outcome)
        return {};
    return Error{ErrorCode::Unavailable, u"not stored: "_s % outcome.error().detail, QString()};
}

// Fails only when the transaction as a whole cannot go on.
Result<> Committer::runOne(Write &write)
{
    TRY_VOID(m_database.run(u"SAVEPOINT one_write"_s));
    write.outcome = write.work();
    if (!write.outcome)
        TRY_VOID(m_database.run(u"ROLLBACK TO one_write"_s));
    TRY_VOID(m_database.run(u"RELEASE one_write"_s));
    return {};
}

} // namespace storage
