// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/await.h"
#include "app/cli/jobid.h"
#include "app/cli/printed.h"
#include "app/cli/table.h"
#include "app/cli/words.h"
#include "core/api/jobaccess.h"

#include <QProcess>

#include <unistd.h>

#include <algorithm>
#include <cerrno>

using namespace Qt::Literals::StringLiterals;

namespace {

using Endpoints = model::Items<model::JobEndpoint>;

QString addressOf(const model::JobEndpoint &endpoint)
{
    if (endpoint.state == model::EndpointState::Failed)
        return failureWords(endpoint);
    const QString address = endpoint.command.isEmpty() ? endpoint.url : endpoint.command;
    return address.isEmpty() ? u"-"_s : address;
}

Result<Endpoints> askFor(const Call &call, const QString &job, const QString &action)
{
    if (action.isEmpty())
        return await(call.api.call(api::listEndpoints, {job}));
    TRY_ASSIGN(const QString name, call.argument(2, u"NAME"_s));
    if (action == "open"_L1)
        return await(call.api.call(api::openEndpoint, {job, name}));
    if (action == "close"_L1)
        return await(call.api.call(api::closeEndpoint, {job, name}));
    return Error{
        ErrorCode::InvalidInput, u"endpoints are opened and closed, not %1"_s.arg(action), {}};
}

Result<int> endpoints(const Call &call)
{
    TRY_ASSIGN(const QString text, call.argument(0, u"ID"_s));
    TRY_ASSIGN(const auto id, findJob(call, text));
    const auto list =
        askFor(call, id.toString(), call.arguments.positionalArguments().mid(1).value(1));
    if (!list)
        return list.error().field == "name"_L1 ? plain(list.error()) : list.error();
    if (printedAsJson(call, *list))
        return exitstatus::kDone;
    Table table({u"NAME"_s, u"TASK"_s, u"STATUS"_s, u"ADDRESS"_s});
    for (const model::JobEndpoint &endpoint : list->items) {
        table.add(
            {endpoint.name, endpoint.task, json::nameOf(endpoint.state), addressOf(endpoint)});
    }
    call.terminal.print(table.lines().join(u'\n'));
    return exitstatus::kDone;
}

// The one of the task, or else of the first one.
Result<model::JobEndpoint> sshOf(const Endpoints &list, const QString &task)
{
    const auto it = std::find_if(list.items.begin(), list.items.end(), [&](const auto &endpoint) {
        return endpoint.name == "ssh"_L1 && (task.isEmpty() || endpoint.task == task);
    });
    if (it == list.items.end() || it->state == model::EndpointState::Stopped) {
        return Error{ErrorCode::Conflict,
                     u"ssh is not on; berthctl endpoints ID open ssh switches it on"_s,
                     {}};
    }
    if (it->state == model::EndpointState::Failed)
        return Error{ErrorCode::Conflict, u"ssh has failed: "_s % failureWords(*it), {}};
    if (it->state == model::EndpointState::Pending)
        return Error{ErrorCode::Conflict, u"ssh is not ready yet"_s, {}};
    if (it->command.isEmpty())
        return Error{ErrorCode::Forbidden, u"the job is somebody else's"_s, {}};
    return *it;
}

// Becomes ssh; returns only when there is none.
Error become(const QStringList &words)
{
    QByteArrayList bytes;
    for (const QString &word : words)
        bytes.append(word.toLocal8Bit());
    QList<char *> argv;
    for (QByteArray &word : bytes)
        argv.append(word.data());
    argv.append(nullptr);
    ::execvp(argv.first(), argv.data());
    return {ErrorCode::Unavailable,
            u"%1: %2"_s.arg(words.first(), QString::fromLocal8Bit(std::strerror(errno))),
            {}};
}

Result<int> ssh(const Call &call)
{
    TRY_ASSIGN(const QString text, call.argument(0, u"ID"_s));
    TRY_ASSIGN(const auto id, findJob(call, text));
    TRY_ASSIGN(const auto list, await(call.api.call(api::listEndpoints, {id.toString()})));
    TRY_ASSIGN(const auto endpoint, sshOf(list, call.value(u"task"_s)));
    if (call.has(u"print"_s)) {
        call.terminal.print(endpoint.command);
        return exitstatus::kDone;
    }
    return become(QProcess::splitCommand(endpoint.command)
                  + call.arguments.positionalArguments().mid(2));
}

} // namespace

QList<Command> endpointCommands()
{
    const auto needed = Command::Session::Needed;
    return {{u"endpoints"_s,
             u"List the ways into a job, or switch one on or off"_s,
             u"ID [open|close NAME]"_s,
             {{u"json"_s, u"Print JSON."_s}},
             needed,
             endpoints},
            {u"ssh"_s,
             u"Enter a job, or run a command in it"_s,
             u"ID [-- COMMAND]"_s,
             {{u"task"_s, u"Of a distributed job: ps0, worker0 and so on."_s, u"TASK"_s},
              {u"print"_s, u"Print the ssh command; do not run it."_s}},
             needed,
             ssh}};
}
