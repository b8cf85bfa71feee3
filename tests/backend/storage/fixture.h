// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/storage/committer.h"
#include "backend/storage/database.h"
#include "backend/storage/jobstore.h"

#include <QTemporaryDir>
#include <QTest>

// A database in a directory of its own that can be closed and opened again.
struct Fixture
{
    QTemporaryDir directory;
    std::unique_ptr<storage::Database> database;
    std::unique_ptr<storage::Committer> committer;
    std::unique_ptr<storage::JobStore> jobs;

    Fixture() { open(directory.filePath(QStringLiteral("berth.db"))); }

    void open(const QString &path)
    {
        close();
        auto opened = storage::Database::open(path);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().detail));
        database = *std::move(opened);
        committer = std::make_unique<storage::Committer>(*database);
        auto store = storage::JobStore::open(*database, *committer);
        if (!store)
            qFatal("%s", qPrintable(store.error().detail));
        jobs = *std::move(store);
    }
    void reopen() { open(directory.filePath(QStringLiteral("berth.db"))); }
    void close()
    {
        jobs.reset();
        committer.reset();
        database.reset();
    }

    template <typename T>
    static Result<T> await(const QFuture<Result<T>> &future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20000))
            return Error{ErrorCode::TimedOut, QStringLiteral("no answer"), {}};
        return future.result();
    }
};

inline model::Job aJob(const QString &name, int owner = 30001)
{
    using namespace Qt::Literals::StringLiterals;
    model::Job job;
    job.id = model::JobId(QUuid::createUuid());
    job.name = name;
    job.vc = model::VcName(u"platform"_s);
    job.owner = model::UserId(owner);
    job.ownerName = u"user%1"_s.arg(owner);
    job.submittedAt = QDateTime::fromMSecsSinceEpoch(QDateTime::currentMSecsSinceEpoch(), Qt::UTC);
    job.spec.name = name;
    job.spec.vc = job.vc;
    job.spec.image = u"busybox"_s;
    job.spec.command = u"true"_s;
    return job;
}
