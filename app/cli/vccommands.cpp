// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/await.h"
#include "app/cli/printed.h"
#include "app/cli/table.h"
#include "core/api/vcs.h"

using namespace Qt::Literals::StringLiterals;

namespace {

Result<int> listShares(const Call &call)
{
    TRY_ASSIGN(const auto shares, await(call.api.call(api::listVcShares)));
    if (printedAsJson(call, shares))
        return exitstatus::kDone;
    Table table(
        {u"NAME"_s, u"DEVICE TYPE"_s, u"DEVICES>"_s, u"MOST EACH>"_s, u"USERS>"_s, u"JOBS>"_s});
    for (const model::VcShare &vc : shares.vcs) {
        QList<model::VcQuota> quotas = vc.quotas;
        if (quotas.isEmpty())
            quotas.append({model::DeviceType(u"-"_s), 0, 0});
        for (const model::VcQuota &quota : quotas) {
            table.add({vc.name.value(), quota.deviceType.value(),
                       QString::number(quota.deviceNumber), QString::number(quota.maxAvailable),
                       QString::number(vc.userNumber), QString::number(vc.jobs)});
        }
    }
    call.terminal.print(table.lines().join(u'\n'));
    for (const model::DeviceShare &share : shares.devices) {
        call.terminal.say(u"%1: %2 of %3 given to VCs"_s.arg(share.deviceType.value())
                              .arg(share.given)
                              .arg(share.total));
    }
    return exitstatus::kDone;
}

// "TYPE=DEVICES" or "TYPE=DEVICES/MOST" each; without MOST one person may have all.
Result<QList<model::VcQuota>> quotasOf(const Call &call)
{
    const QString field = u"devices"_s;
    QList<model::VcQuota> quotas;
    const QStringList values = call.arguments.values(field);
    for (const QString &value : values) {
        const QString numbers = value.section(u'=', 1);
        TRY_ASSIGN(const int devices, Call::number(numbers.section(u'/', 0, 0), field));
        int most = devices;
        if (numbers.contains(u'/')) {
            TRY_ASSIGN(most, Call::number(numbers.section(u'/', 1), field));
        }
        quotas.append({model::DeviceType(value.section(u'=', 0, 0)), devices, most});
    }
    return quotas;
}

Result<int> sayShare(const Call &call, const Result<model::VcShare> &vc)
{
    if (!vc)
        return plain(vc.error());
    QStringList words;
    for (const model::VcQuota &quota : vc->quotas) {
        words.append(u"%1 of %2, at most %3 each"_s.arg(quota.deviceNumber)
                         .arg(quota.deviceType.value())
                         .arg(quota.maxAvailable));
    }
    call.terminal.say(u"%1 has %2."_s.arg(vc->name.value(),
                                          words.isEmpty() ? u"no devices"_s : words.join(u"; "_s)));
    return exitstatus::kDone;
}

Result<int> createVc(const Call &call)
{
    TRY_ASSIGN(const QString name, call.argument(0, u"VC"_s));
    TRY_ASSIGN(const auto quotas, quotasOf(call));
    return sayShare(call, await(call.api.call(api::createVc, {},
                                              model::VirtualCluster{model::VcName(name), quotas})));
}

Result<int> modifyVc(const Call &call)
{
    TRY_ASSIGN(const QString name, call.argument(0, u"VC"_s));
    TRY_ASSIGN(const auto quotas, quotasOf(call));
    return sayShare(call, await(call.api.call(api::changeVc, {name}, model::VcChange{quotas})));
}

Result<int> deleteVc(const Call &call)
{
    TRY_ASSIGN(const QString name, call.argument(0, u"VC"_s));
    const model::VcDeletion deletion{call.value(u"confirm"_s), QString()};
    const auto deleted = await(call.api.call(api::deleteVc, {name}, deletion));
    if (!deleted && deleted.error().field == "confirmation"_L1) {
        return Error{ErrorCode::InvalidInput, u"expected the VC's name once more"_s, u"confirm"_s};
    }
    if (!deleted)
        return plain(deleted.error());
    call.terminal.say(u"%1 is deleted with its waiting and paused jobs."_s.arg(name));
    return exitstatus::kDone;
}

} // namespace

QList<Command> vcCommands()
{
    const QCommandLineOption asJson{u"json"_s, u"Print JSON."_s};
    const QCommandLineOption devices{
        u"devices"_s, u"Devices of a type and the most for one user; may be given several times."_s,
        u"TYPE=DEVICES[/MOST]"_s};
    const QCommandLineOption confirm{u"confirm"_s, u"The VC's name once more."_s, u"VC"_s};
    const QString vc = u"VC"_s;
    const auto needed = Command::Session::Needed;
    return {{u"vc-shares"_s,
             u"What each VC has and who may use it"_s,
             {},
             {asJson},
             needed,
             listShares},
            {u"vc-create"_s, u"Make a VC"_s, vc, {devices}, needed, createVc},
            {u"vc-modify"_s, u"Change what a VC has"_s, vc, {devices}, needed, modifyVc},
            {u"vc-delete"_s, u"Delete a VC and its jobs"_s, vc, {confirm}, needed, deleteVc}};
}
