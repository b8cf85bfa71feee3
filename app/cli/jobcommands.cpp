// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/await.h"
#include "app/cli/command.h"
#include "app/cli/jobid.h"
#include "app/cli/table.h"
#include "app/cli/words.h"
#include "core/api/jobs.h"
#include "core/rules/jobrules.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kUsualLimit = 100;

void printJson(const Terminal &terminal, const QJsonValue &json)
{
    terminal.print(QString::fromUtf8(QJsonDocument(json.toObject()).toJson().trimmed()));
}

QString devicesWords(const model::JobSummary &job)
{
    return job.deviceType ? u"%1 × %2"_s.arg(QString::number(job.devices), job.deviceType->value())
                          : QString::number(job.devices);
}

Result<QList<model::JobState>> statesOf(const QStringList &words)
{
    QList<model::JobState> states;
    for (const QString &word : words.join(u',').split(u',', Qt::SkipEmptyParts)) {
        const auto state = json::fromName<model::JobState>(word);
        if (!state)
            return Error{ErrorCode::InvalidInput, u"state: there is no state %1"_s.arg(word),
                         u"state"_s};
        states.append(*state);
    }
    return states;
}

Result<model::Page<model::JobSummary>> readJobs(const Call &call, model::JobQuery query, int most)
{
    model::Page<model::JobSummary> all;
    do {
        query.limit = std::min(most - int(all.items.size()), model::JobQuery::kMaxLimit);
        TRY_ASSIGN(const auto page, await(call.api.call(api::listJobs, {}, query)));
        all.items += page.items;
        all.total = page.total;
        all.next = page.next;
        query.cursor = page.next.value_or(QString());
    } while (all.next && all.items.size() < most);
    return all;
}

Result<int> listJobs(const Call &call)
{
    model::JobQuery query;
    query.scope = call.has(u"all"_s) ? model::JobScope::All : model::JobScope::Mine;
    TRY_ASSIGN(query.states, statesOf(call.arguments.values(u"state"_s)));
    TRY_ASSIGN(const int most, Call::number(call.value(u"limit"_s), u"limit"_s));
    TRY_ASSIGN(const auto page, readJobs(call, query, std::max(1, most)));
    if (call.has(u"json"_s)) {
        printJson(call.terminal, json::encode(page));
        return exitstatus::kDone;
    }
    Table table({u"ID"_s, u"NAME"_s, u"USER"_s, u"VC"_s, u"STATUS"_s, u"DEVICES>"_s, u"PRIORITY>"_s,
                 u"SUBMITTED"_s, u"STARTED"_s, u"FINISHED"_s});
    for (const auto &job : page.items) {
        table.add({shortId(job.id), job.name, job.ownerName, job.vc.value(),
                   json::nameOf(job.state), QString::number(job.devices),
                   QString::number(job.priority), timeWords(job.submittedAt),
                   timeWords(job.startedAt), timeWords(job.finishedAt)});
    }
    call.terminal.print(table.lines().join(u'\n'));
    if (page.next) {
        call.terminal.say(
            u"%1 of %2 jobs; --limit shows more."_s.arg(page.items.size()).arg(page.total));
    }
    return exitstatus::kDone;
}

void printJob(const Terminal &terminal, const model::Job &job)
{
    const auto line = [&](const QString &title, const QString &text) {
        if (!text.isEmpty())
            terminal.print(QString(title % u':').leftJustified(14)
                           % QString(text).replace(u'\n', u'\n' + QString(14, u' ')));
    };
    line(u"Id"_s, job.id.toString());
    line(u"Name"_s, job.name);
    line(u"Status"_s, stateWords(job));
    line(u"User"_s, job.ownerName);
    line(u"VC"_s, job.vc.value());
    line(u"Type"_s, json::nameOf(job.kind));
    line(u"Devices"_s, devicesWords(job));
    line(u"Preemptible"_s, job.preemptible ? u"yes"_s : u"no"_s);
    line(u"Priority"_s, QString::number(job.priority));
    line(u"Image"_s, job.spec.image);
    line(u"Command"_s, job.spec.command);
    for (const auto &variable : job.spec.environment)
        line(u"Environment"_s, variable.name % u'=' % variable.value);
    for (const auto &task : job.placement)
        line(u"Placement"_s, placementWords(task));
    line(u"Starts"_s, QString::number(job.attempt));
    line(u"Exit code"_s, job.exitCode ? QString::number(*job.exitCode) : QString());
}

Result<int> showJob(const Call &call)
{
    TRY_ASSIGN(const QString text, call.argument(0, u"ID"_s));
    TRY_ASSIGN(const auto id, findJob(call, text));
    TRY_ASSIGN(const auto job, await(call.api.call(api::getJob, {id.toString()})));
    TRY_ASSIGN(const auto timeline, await(call.api.call(api::jobTimeline, {id.toString()})));
    if (call.has(u"json"_s)) {
        QJsonObject object = json::encode(job).toObject();
        object.insert(u"timeline"_s, json::encode(timeline.items));
        printJson(call.terminal, object);
        return exitstatus::kDone;
    }
    printJob(call.terminal, job);
    call.terminal.print(u"Timeline:"_s);
    for (const auto &entry : timeline.items)
        call.terminal.print(u"  "_s % timeWords(entry.at) % u"  " % timelineWords(entry));
    return exitstatus::kDone;
}

Result<int> act(const Call &call, const api::Endpoint<model::Nothing, model::Job> &endpoint)
{
    TRY_ASSIGN(const QString text, call.argument(0, u"ID"_s));
    TRY_ASSIGN(const auto id, findJob(call, text));
    TRY_ASSIGN(const auto job, await(call.api.call(endpoint, {id.toString()})));
    call.terminal.say(u"%1 (%2) is %3"_s.arg(shortId(job.id), job.name, stateWords(job)));
    return exitstatus::kDone;
}

Result<int> pauseJob(const Call &call)
{
    return act(call, api::pauseJob);
}

Result<int> resumeJob(const Call &call)
{
    return act(call, api::resumeJob);
}

Result<int> killJob(const Call &call)
{
    return act(call, api::killJob);
}

Result<int> setPriority(const Call &call)
{
    TRY_ASSIGN(const QString text, call.argument(0, u"ID"_s));
    TRY_ASSIGN(const QString number, call.argument(1, u"PRIORITY"_s));
    TRY_ASSIGN(const int priority, Call::number(number, u"PRIORITY"_s));
    if (auto broken = rules::checkPriority(priority); !broken.isEmpty()) {
        Error error = rules::error(broken.first());
        error.detail.remove(error.field % u": ");
        error.field = u"PRIORITY"_s;
        return error;
    }
    TRY_ASSIGN(const auto id, findJob(call, text));
    TRY_ASSIGN(const auto job,
               await(call.api.call(api::setJobPriority, {id.toString()}, {priority})));
    call.terminal.say(
        u"%1 (%2) has priority %3"_s.arg(shortId(job.id), job.name, QString::number(job.priority)));
    return exitstatus::kDone;
}

} // namespace

QList<Command> jobCommands()
{
    const QCommandLineOption asJson{u"json"_s, u"Print JSON."_s};
    const auto needed = Command::Session::Needed;
    return {
        {u"jobs"_s,
         u"List jobs, the newest first"_s,
         {},
         {{u"all"_s, u"Everybody's, not only yours."_s},
          {u"state"_s, u"Only jobs in this state; may be repeated."_s, u"STATE"_s},
          {u"limit"_s, u"At most so many."_s, u"N"_s, QString::number(kUsualLimit)},
          asJson},
         needed,
         listJobs},
        {u"job"_s, u"Show a job and its timeline"_s, u"ID"_s, {asJson}, needed, showJob},
        {u"pause"_s, u"Pause a job: it gives back its devices"_s, u"ID"_s, {}, needed, pauseJob},
        {u"resume"_s, u"Queue a paused job again"_s, u"ID"_s, {}, needed, resumeJob},
        {u"kill"_s, u"End a job"_s, u"ID"_s, {}, needed, killJob},
        {u"priority"_s, u"Change a job's priority"_s, u"ID N"_s, {}, needed, setPriority},
    };
}
