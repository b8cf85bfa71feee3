// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/submission.h"

#include "core/rules/jobactions.h"
#include "core/rules/jobrules.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

bool hasDevices(const model::VcStatus &vc)
{
    return std::any_of(vc.usage.begin(), vc.usage.end(),
                       [](const model::VcUsage &usage) { return usage.deviceNumber > 0; });
}

} // namespace

Result<model::VcStatus> chooseVc(const model::VcName &wanted, const Surroundings &surroundings,
                                 QStringList &notes)
{
    QList<model::VcStatus> usable = surroundings.vcs;
    usable.removeIf(
        [&](const model::VcStatus &vc) { return !rules::mayUse(surroundings.account, vc.name); });
    if (!wanted.isEmpty()) {
        for (const model::VcStatus &vc : usable) {
            if (vc.name == wanted)
                return vc;
        }
        return rules::error({.rule = rules::JobRule::UnknownVc,
                             .field = u"vc"_s,
                             .choices = {},
                             .text = wanted.value()});
    }
    if (usable.isEmpty()) {
        return Error{ErrorCode::Forbidden, u"vc: you may use no virtual cluster"_s, u"vc"_s};
    }
    const auto withDevices = std::find_if(usable.begin(), usable.end(), hasDevices);
    model::VcStatus chosen = withDevices == usable.end() ? usable.first() : *withDevices;
    if (usable.size() > 1)
        notes.append(u"VC: %1 (choose another with --vc)"_s.arg(chosen.name.value()));
    return chosen;
}

Result<model::JobSpec> complete(model::JobSpec spec, const Surroundings &surroundings,
                                QStringList &notes)
{
    TRY_ASSIGN(const model::VcStatus vc, chooseVc(spec.vc, surroundings, notes));
    spec.vc = vc.name;
    if (!spec.deviceType && spec.totalDevices() > 0 && vc.usage.size() == 1) {
        spec.deviceType = vc.usage.first().deviceType;
        notes.append(u"Device type: %1"_s.arg(spec.deviceType->value()));
    }
    rules::JobLimits limits{{}, surroundings.cluster.deviceTypes};
    for (const model::VcUsage &usage : vc.usage)
        limits.quotas.append({usage.deviceType, usage.deviceNumber, usage.maxAvailable});
    TRY_VOID(rules::firstViolation(rules::check(spec, limits)));
    return spec;
}
