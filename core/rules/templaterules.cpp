// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/templaterules.h"

using namespace Qt::Literals::StringLiterals;

namespace rules {

namespace {

// Something is missing that the form will ask for.
bool isGap(const JobViolation &violation)
{
    switch (violation.rule) {
    case JobRule::NameRequired:
    case JobRule::DeviceTypeRequired:
    case JobRule::ImageRequired:
    case JobRule::CommandRequired:
    case JobRule::RegistryIncomplete:
        return true;
    default:
        return false;
    }
}

} // namespace

QList<JobViolation> check(const model::SaveTemplate &wish, const JobLimits &limits)
{
    QList<JobViolation> found =
        checkName(wish.key.name, u"key.name"_s, JobRule::TemplateNameRequired);
    found += check(wish.spec, limits);
    found.removeIf(isGap);
    return found;
}

bool mayChange(const model::Account &account, const model::JobTemplate &existing)
{
    if (existing.author == account.id)
        return true;
    return existing.key.scope == model::TemplateScope::Team
           && account.has(model::Permission::ManageVc);
}

} // namespace rules
