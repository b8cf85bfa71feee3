// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/specification.h"

#include "app/cli/await.h"
#include "app/cli/command.h"
#include "app/cli/jobid.h"
#include "app/cli/templates.h"
#include "core/api/accounts.h"
#include "core/api/cluster.h"
#include "core/api/jobs.h"
#include "core/model/jobendpoint.h"
#include "core/rules/jobactions.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

Error wrong(const QString &option, const QString &detail)
{
    return {ErrorCode::InvalidInput, option % u": " % detail, option};
}

// A variable of the same name is given another value.
Result<> takeEnvironment(const Call &call, QList<model::EnvironmentVariable> &variables)
{
    const QStringList words = call.arguments.values(u"env"_s);
    QList<model::EnvironmentVariable> given;
    for (const QString &word : words) {
        const qsizetype equals = word.indexOf(u'=');
        if (equals < 1)
            return wrong(u"env"_s, u"expected NAME=VALUE: "_s % word);
        given.append({word.left(equals), word.mid(equals + 1)});
    }
    variables.removeIf([&](const model::EnvironmentVariable &before) {
        return std::any_of(given.begin(), given.end(),
                           [&](const auto &now) { return now.name == before.name; });
    });
    variables += given;
    return {};
}

// Sets what an option gives, if it is given.
Result<> takeNumber(const Call &call, const QString &option, int &number)
{
    if (!call.has(option))
        return {};
    TRY_ASSIGN(number, Call::number(call.value(option), option));
    return {};
}

void takeText(const Call &call, const QString &option, QString &text)
{
    if (call.has(option))
        text = call.value(option);
}

Result<> takeDevices(const Call &call, model::JobSpec &spec)
{
    if (call.has(u"device-type"_s))
        spec.deviceType = model::DeviceType(call.value(u"device-type"_s));
    if (call.has(u"nodes"_s))
        spec.kind = model::JobKind::Distributed;
    else if (call.has(u"devices"_s))
        spec.kind = model::JobKind::Regular;
    const bool isDistributed = spec.kind == model::JobKind::Distributed;
    if ((call.has(u"nodes"_s) && call.has(u"devices"_s))
        || (!isDistributed && call.has(u"devices-per-node"_s)))
        return wrong(u"nodes"_s, u"give --devices, or --nodes with --devices-per-node"_s);
    TRY_VOID(takeNumber(call, u"devices"_s, spec.devices));
    TRY_VOID(takeNumber(call, u"nodes"_s, spec.nodes));
    return takeNumber(call, u"devices-per-node"_s, spec.devicesPerNode);
}

// Asks for the password of another registry or user, and for that of a job which lends it no more.
Result<> takeRegistry(const Call &call, model::JobSpec &spec)
{
    const bool isOther = call.has(u"registry"_s) || call.has(u"registry-user"_s);
    const bool isGone = call.has(u"again"_s) && spec.registry && !spec.registry->passwordFrom;
    if (!isOther && !isGone)
        return {};
    model::RegistryLogin login = spec.registry.value_or(model::RegistryLogin{});
    takeText(call, u"registry"_s, login.registry);
    takeText(call, u"registry-user"_s, login.username);
    login.passwordFrom.reset();
    TRY_ASSIGN(login.password, call.terminal.askSecret(u"Password of %1 at %2: "_s.arg(
                                   login.username, login.registry)));
    spec.registry = login;
    return {};
}

// Beside those that the specification has already.
Result<> takeEndpoints(const Call &call, model::JobSpec &spec)
{
    const QStringList words = call.arguments.values(u"endpoint"_s);
    for (const QString &word : words) {
        const auto name = model::EndpointName::fromString(word);
        if (!name)
            return wrong(u"endpoint"_s, u"ssh, jupyter, tensorboard or port-N, not "_s % word);
        if (!name->kind && !spec.interactivePorts.contains(name->port))
            spec.interactivePorts.append(name->port);
        else if (name->kind && !spec.endpoints.contains(*name->kind))
            spec.endpoints.append(*name->kind);
    }
    return {};
}

Result<> takeOptions(const Call &call, model::JobSpec &spec)
{
    takeText(call, u"name"_s, spec.name);
    takeText(call, u"image"_s, spec.image);
    takeText(call, u"command"_s, spec.command);
    if (call.has(u"preemptible"_s))
        spec.preemptible = true;
    TRY_VOID(takeDevices(call, spec));
    TRY_VOID(takeNumber(call, u"priority"_s, spec.priority));
    TRY_VOID(takeEnvironment(call, spec.environment));
    TRY_VOID(takeEndpoints(call, spec));
    if (call.has(u"run-on"_s)) {
        spec.runOn = json::fromName<model::RunOn>(call.value(u"run-on"_s).replace(u'-', u'_'));
        if (!spec.runOn)
            return wrong(u"run-on"_s, u"all-workers or launcher"_s);
    }
    return takeRegistry(call, spec);
}

Result<model::JobSpec> ofJob(const Call &call, const model::Account &account)
{
    TRY_ASSIGN(const auto id, findJob(call, call.value(u"again"_s)));
    TRY_ASSIGN(const auto job, await(call.api.call(api::getJob, {id.toString()})));
    model::JobSpec spec = job.spec;
    if (spec.registry && rules::mayTakePassword(account, job))
        spec.registry->passwordFrom = model::PasswordSource{job.id, {}};
    return spec;
}

Result<model::JobSpec> ofTemplate(const Call &call, const model::VcName &vc)
{
    TRY_ASSIGN(const auto kept, findTemplate(call, call.value(u"template"_s), vc));
    model::JobSpec spec = kept.spec;
    if (spec.registry && kept.hasPassword)
        spec.registry->passwordFrom = model::PasswordSource{{}, kept.key};
    return spec;
}

} // namespace

Result<model::JobSpec> specificationOf(const Call &call, const Surroundings &surroundings,
                                       QStringList &notes)
{
    if (call.has(u"again"_s) && call.has(u"template"_s))
        return wrong(u"template"_s, u"give it or --again"_s);
    model::JobSpec spec;
    if (call.has(u"again"_s)) {
        TRY_ASSIGN(spec, ofJob(call, surroundings.account));
    }
    if (call.has(u"vc"_s))
        spec.vc = model::VcName(call.value(u"vc"_s));
    TRY_ASSIGN(const auto vc, chooseVc(spec.vc, surroundings, notes));
    if (call.has(u"template"_s)) {
        TRY_ASSIGN(spec, ofTemplate(call, vc.name));
    }
    spec.vc = vc.name;
    TRY_VOID(takeOptions(call, spec));
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

Result<model::TemplateScope> scopeOf(const Call &call)
{
    if (!call.has(u"scope"_s))
        return model::TemplateScope::User;
    const auto scope = json::fromName<model::TemplateScope>(call.value(u"scope"_s));
    return scope ? Result<model::TemplateScope>(*scope) : wrong(u"scope"_s, u"user or team"_s);
}

QList<QCommandLineOption> specificationOptions()
{
    return {{u"template"_s, u"Begin with this template."_s, u"NAME"_s},
            {u"scope"_s, u"Whose template: user, your own, or team."_s, u"SCOPE"_s},
            {u"again"_s, u"Begin with what this job is."_s, u"JOB"_s},
            {u"name"_s, u"The job's name; for import, the template's."_s, u"NAME"_s},
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
            {u"endpoint"_s,
             u"A way into it: ssh, jupyter, tensorboard or port-N; may be repeated."_s, u"NAME"_s},
            {u"registry"_s, u"A private registry; its password is asked for."_s, u"ADDRESS"_s},
            {u"registry-user"_s, u"Who signs in there."_s, u"NAME"_s}};
}
