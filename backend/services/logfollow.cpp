// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/logfollow.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace services {

namespace {

constexpr auto kRetry = 1s;
constexpr auto kPatience = 5s; // for the engine to give the last lines of a job that is over

} // namespace

struct LogFollow::Follower
{
    QString task;
    Source source;
    std::unique_ptr<engines::LogFollower> lines;
};

LogFollow::LogFollow(LogService &service, const model::Job &job, model::LogQuery query,
                     LogService::Sink sink)
    : m_service(service)
    , m_job(job)
    , m_query(std::move(query))
    , m_sink(std::move(sink))
    , m_attempt(job.attempt)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, [this] {
        if (isTerminal(m_job.state))
            m_followers.clear();
        goOn();
    });
    connect(&service.jobs(), &storage::JobStore::jobChanged, this, [this](const model::Job &now) {
        if (now.id == m_job.id)
            take(now);
    });
    QTimer::singleShot(0, this, &LogFollow::begin);
}

LogFollow::~LogFollow() = default;

void LogFollow::stop()
{
    m_stopped = true;
    m_busy = true; // for good
    m_retry.stop();
    deleteLater();
}

void LogFollow::begin()
{
    // Also who wants no old lines: the newest one is where the new ones begin.
    model::LogQuery query = m_query;
    query.tail = std::max(1, query.tail);
    whenDone(m_service.attempt(m_job, m_attempt, query), this,
             [this](const Result<QList<model::LogLine>> &newest) {
                 const auto found = newest ? *newest : QList<model::LogLine>();
                 model::LogQuery rest = m_query;
                 rest.tail -= int(found.size());
                 const auto before = m_service.earlier(m_job, rest);
                 Source source;
                 const auto fresh = unseen(found, source);
                 if (m_query.tail > 0)
                     tell((before ? *before : QList<model::LogLine>()) + fresh);
                 m_busy = m_stopped;
                 goOn();
             });
}

void LogFollow::take(const model::Job &job)
{
    m_job = job;
    goOn();
}

// The one place that decides what to do next; called whenever something has changed.
void LogFollow::goOn()
{
    if (m_busy)
        return;
    if (m_job.attempt > m_attempt)
        return passOver();
    if (isTerminal(m_job.state)) {
        if (m_followers.empty())
            finish();
        else if (!m_retry.isActive())
            m_retry.start(kPatience);
        return;
    }
    if (holdsDevices(m_job.state))
        followTasks();
}

// To the next attempt: the containers of the one before are gone, its log is in the archive.
void LogFollow::passOver()
{
    m_followers.clear();
    catchUp([this] {
        m_attempt = m_job.attempt;
        m_marks.clear();
        m_complete.clear();
    });
}

void LogFollow::finish()
{
    catchUp([this] {
        m_sink({{}, true});
        stop();
    });
}

void LogFollow::catchUp(const std::function<void()> &then)
{
    m_busy = true;
    model::LogQuery everything = m_query;
    everything.tail = model::LogQuery::kMaxTail;
    whenDone(m_service.attempt(m_job, m_attempt, everything), this,
             [this, then](const Result<QList<model::LogLine>> &lines) {
                 QHash<QString, QList<model::LogLine>> byTask;
                 for (const model::LogLine &line : lines ? *lines : QList<model::LogLine>())
                     byTask[line.task].append(line);
                 QList<model::LogLine> fresh;
                 for (auto it = byTask.cbegin(); it != byTask.cend(); ++it) {
                     Source source = sourceOf(it.key());
                     fresh += unseen(*it, source);
                 }
                 std::stable_sort(fresh.begin(), fresh.end(),
                                  [](const auto &a, const auto &b) { return a.at < b.at; });
                 tell(fresh);
                 if (m_stopped)
                     return;
                 m_busy = false;
                 then();
                 goOn();
             });
}

void LogFollow::followTasks()
{
    for (const model::TaskPlacement &place : m_job.placement) {
        const bool isWanted = m_query.task.isEmpty() || place.task == m_query.task;
        const bool isFollowed =
            std::any_of(m_followers.begin(), m_followers.end(),
                        [&](const auto &follower) { return follower->task == place.task; });
        if (isWanted && !isFollowed && !m_complete.contains(place.task))
            follow(place.task);
    }
}

void LogFollow::follow(const QString &task)
{
    engines::LogRange range;
    const Source source = sourceOf(task);
    // Engines tell times finer than lines have them: begin a little earlier, leave out what is known.
    if (source.from.at.isValid())
        range.after = source.from.at.addMSecs(-1);
    auto follower = std::make_unique<Follower>();
    follower->task = task;
    follower->source = source;
    follower->lines = m_service.engine().follow({m_job.id, m_attempt, task}, range);
    Follower *raw = follower.get();
    connect(raw->lines.get(), &engines::LogFollower::linesWritten, this,
            [this, raw](const QList<model::LogLine> &lines) { tell(unseen(lines, raw->source)); });
    // Queued: the follower is destroyed by it.
    connect(
        raw->lines.get(), &engines::LogFollower::ended, this,
        [this, task](const std::optional<Error> &error) { endOf(task, error); },
        Qt::QueuedConnection);
    m_followers.push_back(std::move(follower));
}

void LogFollow::endOf(const QString &task, const std::optional<Error> &error)
{
    std::erase_if(m_followers, [&](const auto &follower) { return follower->task == task; });
    if (!error)
        m_complete.append(task);
    if (isTerminal(m_job.state))
        goOn();
    else if (error && !m_retry.isActive())
        m_retry.start(kRetry);
}

LogFollow::Source LogFollow::sourceOf(const QString &task) const
{
    return {m_marks.value(task), 0};
}

// The lines that lie behind the source's mark; moves the marks of their tasks on.
QList<model::LogLine> LogFollow::unseen(const QList<model::LogLine> &lines, Source &source)
{
    QList<model::LogLine> fresh;
    for (const model::LogLine &line : lines) {
        if (source.from.at.isValid()) {
            if (line.at < source.from.at)
                continue;
            if (line.at == source.from.at && ++source.repeated <= source.from.count)
                continue;
        }
        Mark &mark = m_marks[line.task];
        if (!mark.at.isValid() || line.at > mark.at)
            mark = {line.at, 1};
        else if (line.at == mark.at)
            ++mark.count;
        fresh.append(line);
    }
    return fresh;
}

void LogFollow::tell(const QList<model::LogLine> &lines)
{
    if (!lines.isEmpty() && !m_stopped)
        m_sink({lines, false});
}

} // namespace services
