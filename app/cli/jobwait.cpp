// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/jobwait.h"

#include "app/cli/await.h"
#include "app/cli/command.h"
#include "app/cli/commandline.h"
#include "app/cli/words.h"
#include "core/api/jobs.h"
#include "core/client/logcursor.h"
#include "core/client/streams.h"

#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kLogPatience = 10s; // for the rest of the log when the job is over

class JobWait final : public QObject
{
    Q_OBJECT

public:
    JobWait(const Call &call, const model::Job &job);

    Result<model::Job> run();

private:
    void take(const model::JobSummary &job);
    void read();
    void end(const model::Job &job);
    void closeLog();
    void print(const QList<model::LogLine> &lines);

    const Call &m_call;
    model::JobSummary m_job;
    QString m_said;
    client::EventStream m_events;
    client::LogStream m_log;
    client::LogCursor m_cursor;
    bool m_isFollowing = false;
    bool m_isLogRead = false;
    QTimer m_patience;
    std::optional<model::Job> m_ended;
    const Promise<model::Job> m_promise;
};

JobWait::JobWait(const Call &call, const model::Job &job)
    : m_call(call)
    , m_job(static_cast<const model::JobSummary &>(job))
    , m_events(call.api)
    , m_log(call.api, job.id, {.tail = model::LogQuery::kMaxTail, .task = {}})
{
    connect(&m_events, &client::EventStream::received, this, [this](const model::Event &event) {
        if (event.topic == model::EventTopic::Hello || event.topic == model::EventTopic::Reload)
            read();
        else if (event.job && event.job->id == m_job.id)
            take(*event.job);
    });
    connect(&m_events, &client::EventStream::failed, this, [this](const Error &error) {
        m_call.terminal.say(errorLine(error) % u"; trying again"_s);
    });
    connect(&m_log, &client::LogStream::restarted, this, [this] { m_cursor.restart(); });
    connect(&m_log, &client::LogStream::linesReceived, this, &JobWait::print);
    connect(&m_log, &client::LogStream::ended, this, &JobWait::closeLog);
    connect(&m_log, &client::LogStream::failed, this, [this](const Error &error) {
        if (error.code == ErrorCode::NotFound)
            closeLog(); // it never had one
    });
    connect(&call.api, &client::ApiClient::sessionExpired, this, [this] {
        m_promise.finish(Error{ErrorCode::Unauthenticated, u"the session has ended"_s, QString()});
    });
    connect(&m_patience, &QTimer::timeout, this, [this] {
        m_call.terminal.say(
            u"The rest of the log did not come: berthctl logs %1"_s.arg(shortId(m_job.id)));
        m_promise.finish(*m_ended);
    });
}

Result<model::Job> JobWait::run()
{
    take(m_job);
    m_events.start();
    return await(m_promise.future());
}

void JobWait::take(const model::JobSummary &job)
{
    if (job.revision < m_job.revision || m_ended)
        return;
    m_job = job;
    if (const QString words = stateWords(job); std::exchange(m_said, words) != words)
        m_call.terminal.say(QTime::currentTime().toString(u"HH:mm:ss "_s) % words);
    const bool hasLog = job.startedAt || isTerminal(job.state);
    if (hasLog && !std::exchange(m_isFollowing, true))
        m_log.start();
    if (isTerminal(job.state))
        read();
}

void JobWait::read()
{
    whenDone(m_call.api.call(api::getJob, {m_job.id.toString()}), this,
             [this](const Result<model::Job> &job) {
                 if (!job && job.error().code != ErrorCode::Unavailable
                     && job.error().code != ErrorCode::TimedOut) {
                     m_promise.finish(job.error());
                 } else if (job && isTerminal(job->state)) {
                     end(*job);
                 } else if (job) {
                     take(*job);
                 }
             });
}

void JobWait::end(const model::Job &job)
{
    if (m_ended)
        return;
    if (!isTerminal(m_job.state)) {
        take(job); // says it, and comes back here
        return;
    }
    m_ended = job;
    m_events.stop();
    if (m_isLogRead)
        m_promise.finish(job);
    else
        m_patience.start(kLogPatience);
}

void JobWait::closeLog()
{
    m_isLogRead = true;
    if (m_ended)
        m_promise.finish(*m_ended);
}

void JobWait::print(const QList<model::LogLine> &lines)
{
    for (const model::LogLine &line : lines) {
        if (m_cursor.isNew(line))
            m_call.terminal.print(line.text);
    }
    if (m_patience.isActive())
        m_patience.start(kLogPatience);
}

} // namespace

Result<model::Job> waitForJob(const Call &call, const model::Job &job)
{
    const QString id = shortId(job.id);
    setFarewell(
        u"The job goes on; berthctl logs %1 --follow shows more, berthctl kill %1 ends it."_s.arg(
            id));
    return JobWait(call, job).run();
}

#include "jobwait.moc"
