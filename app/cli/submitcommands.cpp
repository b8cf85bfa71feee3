// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/await.h"
#include "app/cli/command.h"
#include "app/cli/jobwait.h"
#include "app/cli/submission.h"
#include "app/cli/words.h"
#include "core/api/accounts.h"
#include "core/api/cluster.h"
#include "core/api/jobs.h"

#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace {

Result<QList<model::EnvironmentVariable>> environmentOf(const QStringList &words)
{
    QList<model::EnvironmentVariable> variables;
    for (const QString &word : words) {
        const qsizetype equals = word.indexOf(u'=');
        if (equals < 1)
            return Error{ErrorCode::InvalidInput, u"env: expected NAME=VALUE: %1"_s.arg(word),
                         u"env"_s};
        variables.append({word.left(equals), word.mid(equals + 1)});
    }
    return variables;
}

// Sets the number that an option gives, if it is given.
Result<> takeNumber(const Call &call, const QString &option, int &number)
{
    if (!call.has(option))
        return {};
    TRY_ASSIGN(number, Call::number(call.value(option), option));
    return {};
}

Result<model::JobSpec> specOf(const Call &call)
{
    model::JobSpec spec;
    spec.name = call.value(u"name"_s);
    spec.vc = model::VcName(call.value(u"vc"_s));
    spec.image = call.value(u"image"_s);
    spec.command = call.value(u"command"_s);
    spec.preemptible = call.has(u"preemptible"_s);
    if (call.has(u"device-type"_s))
        spec.deviceType = model::DeviceType(call.value(u"device-type"_s));
    if (call.has(u"nodes"_s))
        spec.kind = model::JobKind::Distributed;
    TRY_VOID(takeNumber(call, u"devices"_s, spec.devices));
    TRY_VOID(takeNumber(call, u"nodes"_s, spec.nodes));
    TRY_VOID(takeNumber(call, u"devices-per-node"_s, spec.devicesPerNode));
    TRY_VOID(takeNumber(call, u"priority"_s, spec.priority));
    TRY_ASSIGN(spec.environment, environmentOf(call.arguments.values(u"env"_s)));
    const bool isMixed = call.has(u"nodes"_s) && call.has(u"devices"_s);
    if (isMixed || (!call.has(u"nodes"_s) && call.has(u"devices-per-node"_s))) {
        return Error{ErrorCode::InvalidInput,
                     u"nodes: give --devices, or --nodes with --devices-per-node"_s, u"nodes"_s};
    }
    if (call.has(u"run-on"_s)) {
        spec.runOn = json::fromName<model::RunOn>(call.value(u"run-on"_s).replace(u'-', u'_'));
        if (!spec.runOn)
            return Error{ErrorCode::InvalidInput, u"run-on: all-workers or launcher"_s,
                         u"run-on"_s};
    }
    return spec;
}

Result<Surroundings> askSurroundings(const Call &call)
{
    Surroundings surroundings;
    TRY_ASSIGN(surroundings.account, await(call.api.call(api::getAccount)));
    TRY_ASSIGN(surroundings.cluster, await(call.api.call(api::getCluster)));
    TRY_ASSIGN(const auto vcs, await(call.api.call(api::listVcs)));
    surroundings.vcs = vcs.items;
    return surroundings;
}

Result<int> dryRun(const Call &call, const model::JobSpec &spec)
{
    TRY_ASSIGN(const auto verdict, await(call.api.call(api::dryRunJob, {}, spec)));
    call.terminal.print(verdictWords(verdict).join(u'\n'));
    return verdict.outlook == model::Outlook::Never ? exitstatus::kPlatform : exitstatus::kDone;
}

Result<int> submit(const Call &call)
{
    TRY_ASSIGN(model::JobSpec spec, specOf(call));
    TRY_ASSIGN(const auto surroundings, askSurroundings(call));
    QStringList notes;
    TRY_ASSIGN(spec, complete(spec, surroundings, notes));
    for (const QString &note : notes)
        call.terminal.say(note);
    if (call.has(u"dry-run"_s))
        return dryRun(call, spec);
    const QString key = QUuid::createUuid().toString(QUuid::WithoutBraces);
    TRY_ASSIGN(const auto job, await(call.api.call(api::submitJob, {}, spec, key)));
    if (!call.has(u"wait"_s)) {
        call.terminal.print(job.id.toString());
        return exitstatus::kDone;
    }
    call.terminal.say(
        u"Submitted %1 to %2: job %3"_s.arg(job.name, job.vc.value(), job.id.toString()));
    TRY_ASSIGN(const auto ended, waitForJob(call, job));
    if (ended.state == model::JobState::Finished)
        return exitstatus::kDone;
    const int code = ended.exitCode.value_or(0);
    return code > 0 && code < 256 ? code : exitstatus::kPlatform;
}

} // namespace

QList<Command> submitCommands()
{
    return {
        {u"submit"_s,
         u"Submit a job; prints its id"_s,
         {},
         {{u"name"_s, u"The job's name."_s, u"NAME"_s},
          {u"image"_s, u"The container image."_s, u"IMAGE"_s},
          {u"command"_s, u"What to run, by a shell."_s, u"COMMAND"_s},
          {u"vc"_s, u"The virtual cluster; else your only one, or the first with devices."_s,
           u"VC"_s},
          {u"device-type"_s, u"The type of device; else the VC's only one."_s, u"TYPE"_s},
          {u"devices"_s, u"How many devices; none is a CPU job."_s, u"N"_s},
          {u"nodes"_s, u"A distributed job on N nodes."_s, u"N"_s},
          {u"devices-per-node"_s, u"Devices of each node, 8 unless told."_s, u"N"_s},
          {u"run-on"_s, u"Where a distributed job runs its command: all-workers or launcher."_s,
           u"WHERE"_s},
          {u"priority"_s, u"From 1 to 1000, 100 unless told."_s, u"P"_s},
          {u"preemptible"_s, u"May be put back into the queue for others."_s},
          {u"env"_s, u"An environment variable; may be repeated."_s, u"NAME=VALUE"_s},
          {u"dry-run"_s, u"Submit nothing; say whether it would start, and where, or why not."_s},
          {u"wait"_s, u"Print the log until the job is over, and end with its status."_s}},
         Command::Session::Needed,
         submit}};
}
