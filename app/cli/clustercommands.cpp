// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/await.h"
#include "app/cli/command.h"
#include "app/cli/table.h"
#include "core/api/cluster.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

template <typename T>
bool printedAsJson(const Call &call, const model::Items<T> &list)
{
    if (!call.has(u"json"_s))
        return false;
    const QJsonDocument document(json::encode(list).toObject());
    call.terminal.print(QString::fromUtf8(document.toJson().trimmed()));
    return true;
}

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

} // namespace

QList<Command> clusterCommands()
{
    const QCommandLineOption asJson{u"json"_s, u"Print JSON."_s};
    const auto needed = Command::Session::Needed;
    return {{u"nodes"_s, u"List the nodes"_s, {}, {asJson}, needed, listNodes},
            {u"vcs"_s, u"List the virtual clusters"_s, {}, {asJson}, needed, listVcs}};
}
