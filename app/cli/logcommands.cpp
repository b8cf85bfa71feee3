// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/await.h"
#include "app/cli/command.h"
#include "app/cli/commandline.h"
#include "app/cli/jobid.h"
#include "app/cli/words.h"
#include "core/api/jobs.h"
#include "core/client/logcursor.h"
#include "core/client/streams.h"

using namespace Qt::Literals::StringLiterals;

namespace {

Result<int> follow(const Call &call, const model::JobId &id, const model::LogQuery &query)
{
    setFarewell(u"The job goes on; berthctl logs %1 --follow shows more."_s.arg(shortId(id)));
    const Promise<> promise;
    client::LogCursor cursor;
    client::LogStream stream(call.api, id, query);
    QObject::connect(&stream, &client::LogStream::restarted, &stream, [&] { cursor.restart(); });
    QObject::connect(&stream, &client::LogStream::linesReceived, &stream, [&](const auto &lines) {
        for (const model::LogLine &line : lines) {
            if (cursor.isNew(line))
                call.terminal.print(line.text);
        }
    });
    QObject::connect(&stream, &client::LogStream::ended, &stream, [&] { promise.finish({}); });
    QObject::connect(&stream, &client::LogStream::failed, &stream, [&](const Error &error) {
        const bool isOver =
            error.code != ErrorCode::Unavailable && error.code != ErrorCode::TimedOut;
        isOver ? promise.finish(error) : call.terminal.say(errorLine(error) % u"; trying again"_s);
    });
    stream.start();
    TRY_VOID(await(promise.future()));
    return exitstatus::kDone;
}

Result<int> showLog(const Call &call)
{
    TRY_ASSIGN(const QString text, call.argument(0, u"ID"_s));
    model::LogQuery query;
    TRY_ASSIGN(query.tail, Call::number(call.value(u"tail"_s), u"tail"_s));
    query.task = call.value(u"task"_s);
    if (query.tail < 1 || query.tail > model::LogQuery::kMaxTail) {
        return Error{ErrorCode::InvalidInput,
                     u"tail: from 1 to %1"_s.arg(model::LogQuery::kMaxTail), u"tail"_s};
    }
    TRY_ASSIGN(const auto id, findJob(call, text));
    if (call.has(u"follow"_s))
        return follow(call, id, query);
    TRY_ASSIGN(const auto log, await(call.api.call(api::jobLog, {id.toString()}, query)));
    for (const model::LogLine &line : log.items)
        call.terminal.print(line.text);
    return exitstatus::kDone;
}

} // namespace

QList<Command> logCommands()
{
    return {{u"logs"_s,
             u"Print a job's log"_s,
             u"ID"_s,
             {{u"follow"_s, u"Go on until the job is over."_s},
              {u"tail"_s, u"Only the newest N lines."_s, u"N"_s, u"2000"_s},
              {u"task"_s, u"Only of this task."_s, u"TASK"_s}},
             Command::Session::Needed,
             showLog}};
}
