// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/await.h"
#include "app/cli/command.h"
#include "app/cli/jobwait.h"
#include "app/cli/specification.h"
#include "app/cli/words.h"
#include "core/api/jobs.h"

#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace {

Result<int> dryRun(const Call &call, const model::JobSpec &spec)
{
    TRY_ASSIGN(const auto verdict, await(call.api.call(api::dryRunJob, {}, spec)));
    call.terminal.print(verdictWords(verdict).join(u'\n'));
    return verdict.outlook == model::Outlook::Never ? exitstatus::kPlatform : exitstatus::kDone;
}

Result<int> submit(const Call &call)
{
    TRY_ASSIGN(const auto surroundings, askSurroundings(call));
    QStringList notes;
    TRY_ASSIGN(model::JobSpec spec, specificationOf(call, surroundings, notes));
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
    const QList<QCommandLineOption> own{
        {u"dry-run"_s, u"Submit nothing; say whether it would start, and where, or why not."_s},
        {u"wait"_s, u"Print the log until the job is over, and end with its status."_s}};
    return {{u"submit"_s,
             u"Submit a job; prints its id"_s,
             {},
             specificationOptions() + own,
             Command::Session::Needed,
             submit}};
}
