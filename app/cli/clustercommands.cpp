// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/await.h"
#include "app/cli/printed.h"
#include "app/cli/table.h"
#include "app/cli/words.h"
#include "core/api/cluster.h"
#include "core/api/nodes.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

Result<int> listNodes(const Call &call)
{
    TRY_ASSIGN(const auto nodes, await(call.api.call(api::listNodes)));
    if (printedAsJson(call, nodes))
        return exitstatus::kDone;
    Table table({u"NAME"_s, u"ADDRESS"_s, u"STATUS"_s, u"DEVICE TYPE"_s, u"DEVICES>"_s, u"USED>"_s,
                 u"UNHEALTHY>"_s, u"DETAIL"_s});
    for (const model::Node &node : nodes.items) {
        const auto count = [&](auto &&matches) {
            return QString::number(
                std::count_if(node.devices.begin(), node.devices.end(), matches));
        };
        table.add({node.name.value(), node.address, json::nameOf(node.state),
                   node.deviceType ? node.deviceType->value() : u"-"_s,
                   QString::number(node.devices.size()),
                   count([](const model::Device &device) { return device.holder.has_value(); }),
                   count([](const model::Device &device) { return !device.healthy; }),
                   node.detail});
    }
    call.terminal.print(table.lines().join(u'\n'));
    return exitstatus::kDone;
}

Result<int> listVcs(const Call &call)
{
    TRY_ASSIGN(const auto vcs, await(call.api.call(api::listVcs)));
    if (printedAsJson(call, vcs))
        return exitstatus::kDone;
    Table table({u"NAME"_s, u"DEVICE TYPE"_s, u"DEVICES>"_s, u"MOST EACH>"_s, u"USED>"_s,
                 u"PREEMPTIBLE>"_s, u"MINE>"_s, u"AVAILABLE>"_s, u"RUNNING JOBS>"_s});
    for (const model::VcStatus &vc : vcs.items) {
        const QString jobs = QString::number(vc.activeJobs);
        if (vc.usage.isEmpty())
            table.add(
                {vc.name.value(), u"-"_s, u"0"_s, u"0"_s, u"0"_s, u"0"_s, u"0"_s, u"0"_s, jobs});
        for (const model::VcUsage &usage : vc.usage) {
            table.add({vc.name.value(), usage.deviceType.value(),
                       QString::number(usage.deviceNumber), QString::number(usage.maxAvailable),
                       QString::number(usage.used), QString::number(usage.preemptibleUsed),
                       QString::number(usage.usedByMe), QString::number(usage.available), jobs});
        }
    }
    call.terminal.print(table.lines().join(u'\n'));
    return exitstatus::kDone;
}

Result<int> sayNode(const Call &call, const Result<model::Node> &node)
{
    if (!node)
        return node.error();
    QString words = node->name.value() % u" is " % json::nameOf(node->state);
    if (node->cordon && node->cordon->drain == model::Drain::Wait)
        words += u"; its jobs run to their ends"_s;
    if (node->cordon && node->cordon->drain == model::Drain::Requeue)
        words += u"; its jobs go back to the queue"_s;
    call.terminal.say(words % u'.');
    return exitstatus::kDone;
}

Result<int> cordonNode(const Call &call)
{
    TRY_ASSIGN(const QString name, call.argument(0, u"NODE"_s));
    const model::CordonRequest request{call.value(u"reason"_s)};
    return sayNode(call, await(call.api.call(api::cordonNode, {name}, request)));
}

Result<int> uncordonNode(const Call &call)
{
    TRY_ASSIGN(const QString name, call.argument(0, u"NODE"_s));
    const model::CordonRequest request{call.value(u"reason"_s)};
    return sayNode(call, await(call.api.call(api::uncordonNode, {name}, request)));
}

Result<int> drainNode(const Call &call)
{
    TRY_ASSIGN(const QString name, call.argument(0, u"NODE"_s));
    const model::DrainRequest request{call.value(u"reason"_s), call.has(u"requeue"_s)};
    return sayNode(call, await(call.api.call(api::drainNode, {name}, request)));
}

Result<int> showHistory(const Call &call)
{
    TRY_ASSIGN(const QString name, call.argument(0, u"NODE"_s));
    TRY_ASSIGN(const auto steps, await(call.api.call(api::nodeHistory, {name})));
    if (printedAsJson(call, steps))
        return exitstatus::kDone;
    Table table({u"TIME"_s, u"ACTION"_s, u"BY"_s, u"JOBS"_s, u"REASON"_s});
    for (const model::NodeStep &step : steps.items) {
        const bool isDrain = step.action == model::NodeAction::Drain;
        table.add({timeWords(step.what.at), json::nameOf(step.action), step.what.actor,
                   isDrain ? QString(json::nameOf(step.what.drain)) : u"-"_s, step.what.reason});
    }
    call.terminal.print(table.lines().join(u'\n'));
    return exitstatus::kDone;
}

} // namespace

QList<Command> clusterCommands()
{
    const QCommandLineOption asJson{u"json"_s, u"Print JSON."_s};
    const QCommandLineOption reason{u"reason"_s, u"Why, for those who ask later."_s, u"TEXT"_s};
    const QCommandLineOption requeue{
        u"requeue"_s, u"Put its jobs back in the queue; else they run to their ends."_s};
    const QString node = u"NODE"_s;
    const auto needed = Command::Session::Needed;
    return {{u"nodes"_s, u"List the nodes"_s, {}, {asJson}, needed, listNodes},
            {u"cordon"_s, u"Give a node no new work"_s, node, {reason}, needed, cordonNode},
            {u"uncordon"_s, u"Give a node work again"_s, node, {reason}, needed, uncordonNode},
            {u"drain"_s, u"Empty a node"_s, node, {reason, requeue}, needed, drainNode},
            {u"node-history"_s,
             u"Who took a node out of service and back"_s,
             node,
             {asJson},
             needed,
             showHistory},
            {u"vcs"_s, u"List the virtual clusters"_s, {}, {asJson}, needed, listVcs}};
}
