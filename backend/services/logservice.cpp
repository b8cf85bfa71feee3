// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/services/logservice.h"

#include "backend/services/logfollow.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace services {

namespace {

constexpr int kMostFollowers = 500;

using Lines = QList<model::LogLine>;

void keepNewest(Lines &lines, int tail)
{
    if (lines.size() > tail)
        lines.remove(0, lines.size() - tail);
}

// What the query leaves of lines that go on to the newest.
Lines clipped(Lines lines, const model::LogQuery &query)
{
    lines.removeIf([&query](const model::LogLine &line) { return line.at > *query.until; });
    lines = lines.first(std::max<qsizetype>(0, lines.size() - query.skip));
    keepNewest(lines, query.tail);
    return lines;
}

// Collects the logs of several tasks that are asked for at once.
struct Gathering
{
    Lines lines;
    int missing = 0;
    std::optional<Error> error;
};

} // namespace

LogService::LogService(const JobService &service, storage::JobStore &jobs,
                       const storage::LogArchive &archive, engines::ContainerEngine &engine)
    : m_service(service)
    , m_jobs(jobs)
    , m_archive(archive)
    , m_engine(engine)
{ }

Result<> LogService::check(const model::LogQuery &query)
{
    const auto fits = [](int count) { return count >= 0 && count <= model::LogQuery::kMaxTail; };
    const QString words = u": must be from 0 to %1"_s.arg(model::LogQuery::kMaxTail);
    if (!fits(query.tail))
        return Error{ErrorCode::InvalidInput, u"tail"_s + words, u"tail"_s};
    if (!fits(query.skip))
        return Error{ErrorCode::InvalidInput, u"skip"_s + words, u"skip"_s};
    return {};
}

QFuture<Result<model::Items<model::LogLine>>>
LogService::log(const model::Account &account, const QString &id, const model::LogQuery &query)
{
    using Items = model::Items<model::LogLine>;
    const auto job = m_service.get(account, id);
    if (!job)
        return ready<Items>(job.error());
    if (const auto checked = check(query); !checked)
        return ready<Items>(checked.error());
    if (!query.until)
        return newest(*job, query);
    model::LogQuery everything = query;
    everything.tail = model::LogQuery::kMaxTail;
    const Promise<Items> promise;
    whenDone(newest(*job, everything), this, [promise, query](const Result<Items> &all) {
        promise.finish(all ? Result<Items>(Items{clipped(all->items, query)}) : all);
    });
    return promise.future();
}

QFuture<Result<model::Items<model::LogLine>>> LogService::newest(const model::Job &job,
                                                                 const model::LogQuery &query)
{
    using Items = model::Items<model::LogLine>;
    const Promise<Items> promise;
    whenDone(attempt(job, job.attempt, query), this, [=, this](const Result<Lines> &newest) {
        if (!newest)
            return promise.finish(newest.error());
        model::LogQuery rest = query;
        rest.tail -= int(newest->size());
        const auto before = earlier(job, rest);
        promise.finish(before ? Result<Items>(Items{*before + *newest})
                              : Result<Items>(before.error()));
    });
    return promise.future();
}

Result<QList<model::LogLine>> LogService::earlier(const model::Job &job,
                                                  const model::LogQuery &query) const
{
    Lines lines;
    for (int attempt = job.attempt - 1; attempt > 0 && lines.size() < query.tail; --attempt) {
        TRY_ASSIGN(const Lines found,
                   m_archive.read(job.id, attempt, query.tail - int(lines.size()), query.task));
        lines = found + lines;
    }
    return lines;
}

QFuture<Result<QList<model::LogLine>>> LogService::attempt(const model::Job &job, int attempt,
                                                           const model::LogQuery &query)
{
    if (attempt < 1 || m_archive.contains(job.id, attempt))
        return ready<Lines>(m_archive.read(job.id, attempt, query.tail, query.task));
    const auto gathering = std::make_shared<Gathering>();
    const Promise<Lines> promise;
    const auto finish = [gathering, promise, tail = query.tail] {
        if (gathering->missing > 0)
            return;
        if (gathering->error)
            return promise.finish(*gathering->error);
        std::stable_sort(gathering->lines.begin(), gathering->lines.end(),
                         [](const auto &a, const auto &b) { return a.at < b.at; });
        keepNewest(gathering->lines, tail);
        promise.finish(gathering->lines);
    };
    for (const model::TaskPlacement &place : job.placement) {
        if (!query.task.isEmpty() && place.task != query.task)
            continue;
        ++gathering->missing;
        whenDone(m_engine.log({job.id, attempt, place.task}, {query.tail, {}}), this,
                 [gathering, finish](const Result<Lines> &lines) {
                     --gathering->missing;
                     if (lines)
                         gathering->lines += *lines;
                     else if (lines.error().code != ErrorCode::NotFound)
                         gathering->error = lines.error();
                     finish();
                 });
    }
    finish();
    return promise.future();
}

Result<> LogService::follow(const model::Account &account, const QString &id,
                            const model::LogQuery &query, QObject *owner, const Sink &sink)
{
    TRY_ASSIGN(const model::Job job, m_service.get(account, id));
    TRY_VOID(check(query));
    if (query.until)
        return Error{ErrorCode::InvalidInput, u"until: a followed log goes on"_s, u"until"_s};
    if (findChildren<LogFollow *>(Qt::FindDirectChildrenOnly).size() >= kMostFollowers)
        return Error{ErrorCode::TooMany, u"too many logs are followed right now"_s, {}};
    auto *follow = new LogFollow(*this, job, query, sink);
    follow->setParent(this);
    connect(owner, &QObject::destroyed, follow, &LogFollow::stop);
    return {};
}

} // namespace services
