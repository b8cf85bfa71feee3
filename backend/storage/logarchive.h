// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/ids.h"
#include "core/model/log.h"

namespace storage {

// The logs of attempts that are over, so that they outlive their containers: one file an attempt,
// DIR/logs/<job>/<attempt>.log, one line of it for each line of the log.
class LogArchive
{
public:
    static constexpr qint64 kMostBytes = 256 * 1024 * 1024; // of a file; older lines are dropped

    explicit LogArchive(const QString &dataDirectory);

    // Puts the lines in the place of what is kept for the attempt, all or nothing, on disk when it
    // returns.
    Result<> store(const model::JobId &job, int attempt, const QList<model::LogLine> &lines);

    bool contains(const model::JobId &job, int attempt) const;
    QList<int> attempts(const model::JobId &job) const; // in their order

    // The newest `tail` lines, of the one task or of all, oldest first. Reads only as much of the
    // end as it needs. An attempt without a log has no lines.
    Result<QList<model::LogLine>> read(const model::JobId &job, int attempt, int tail,
                                       const QString &task = {}) const;

    Result<> remove(const model::JobId &job);

private:
    QString directory(const model::JobId &job) const;
    QString path(const model::JobId &job, int attempt) const;

    const QString m_root;
};

} // namespace storage
