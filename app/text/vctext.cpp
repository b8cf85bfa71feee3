// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/vctext.h"

#include "app/text/format.h"

using rules::VcRefusal;
using rules::VcRule;

QString VcText::of(const rules::VcViolation &violation)
{
    switch (violation.rule) {
    case VcRule::NameRequired:
        return tr("Give the virtual cluster a name.");
    case VcRule::NameTooLong:
        return tr("Use at most %n characters.", nullptr, violation.most);
    case VcRule::NameCharacters:
        return tr("Use only letters, digits, - and _.");
    case VcRule::NameTaken:
        return tr("There is a virtual cluster of this name. Choose another.");
    case VcRule::UnknownDeviceType:
        return tr("The cluster has no devices of type %1 any more. Enter 0.").arg(violation.text);
    case VcRule::DeviceTypeRepeated:
        return tr("%1 is there twice. Remove one.").arg(violation.text);
    case VcRule::DeviceNumberRange:
        if (violation.text.isEmpty())
            return tr("Enter a whole number from 0 to %1.").arg(Format::count(violation.most));
        return tr("Enter a whole number from 0 to %1. Others have the rest, %2 the most: give it "
                  "fewer first.")
            .arg(Format::count(violation.most), violation.text);
    case VcRule::MaxAvailableRange:
        return tr("Enter a whole number from 0 to %1, the DeviceNumber.")
            .arg(Format::count(violation.most));
    }
    Q_UNREACHABLE();
}

QString VcText::refusal(VcRefusal refusal, const model::VcShare &vc)
{
    switch (refusal) {
    case VcRefusal::MayNotManage:
        return tr("You need the permission Manage VC for this.");
    case VcRefusal::JobsInTheWay:
        return tr("%n of its jobs are running, scheduling, killing or pausing. Wait for them, or "
                  "pause or kill them first.",
                  nullptr, vc.jobsInTheWay);
    case VcRefusal::CurrentVc:
        return tr("You are in this virtual cluster. Switch to another one first.");
    case VcRefusal::LastVc:
        return tr("It is the last virtual cluster.");
    case VcRefusal::NotConfirmed:
        return tr("Type its name: %1").arg(vc.name.toString());
    }
    Q_UNREACHABLE();
}
