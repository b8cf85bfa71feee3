// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend/services/logservice.h"

#include <QHash>
#include <QTimer>

#include <memory>
#include <vector>

namespace services {

// One followed log. It passes over from attempt to attempt and from the engine to the archive
// without leaving out a line or telling one twice.
class LogFollow : public QObject
{
    Q_OBJECT

public:
    LogFollow(LogService &service, const model::Job &job, model::LogQuery query,
              LogService::Sink sink);
    ~LogFollow() override;

    void stop(); // tells nothing any more and goes

private:
    // How far the lines of a task have been told: up to `at`, and of that instant so many.
    struct Mark
    {
        QDateTime at;
        int count = 0;
    };
    // A source of lines that begins at or before the mark it was opened with.
    struct Source
    {
        Mark from;
        int repeated = 0; // lines of the mark's own instant that it has given so far
    };
    struct Follower;

    void begin();
    void take(const model::Job &job);
    void passOver();
    void followTasks();
    void follow(const QString &task);
    void endOf(const QString &task, const std::optional<Error> &error);
    void goOn();
    void finish();
    void catchUp(const std::function<void()> &then);
    Source sourceOf(const QString &task) const;
    QList<model::LogLine> unseen(const QList<model::LogLine> &lines, Source &source);
    void tell(const QList<model::LogLine> &lines);

    LogService &m_service;
    model::Job m_job;
    const model::LogQuery m_query;
    const LogService::Sink m_sink;
    int m_attempt = 0; // the one that is being told
    QHash<QString, Mark> m_marks; // of its tasks
    std::vector<std::unique_ptr<Follower>> m_followers;
    QStringList m_complete; // tasks whose log was read to its end
    QTimer m_retry;
    bool m_stopped = false;
    bool m_busy = true; // lines are being fetched; what changes meanwhile is looked at afterwards
};

} // namespace services
