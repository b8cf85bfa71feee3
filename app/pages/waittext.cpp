// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/waittext.h"

#include <algorithm>

QString WaitText::of(const model::JobSpec &spec, const model::VcStatus &vc)
{
    const int asked = spec.totalDevices();
    const auto usage = std::find_if(vc.usage.begin(), vc.usage.end(), [&](const auto &each) {
        return spec.deviceType == each.deviceType;
    });
    if (asked == 0 || usage == vc.usage.end())
        return tr("Asks for no devices.");
    const QString count = QString::number(asked);
    const int open = usage->deviceNumber - usage->unschedulable;
    const int free = std::max(0, open - usage->used - usage->preemptibleUsed);
    if (asked > usage->deviceNumber) {
        return tr("Asks for %1 devices, but %2 has only %3: the job cannot run.")
            .arg(count, vc.name.value(), QString::number(usage->deviceNumber));
    }
    if (!spec.preemptible && asked > usage->maxAvailable) {
        return tr("Asks for %1 devices, but you may hold at most %2 in %3: the job cannot run.")
            .arg(count, QString::number(usage->maxAvailable), vc.name.value());
    }
    if (!spec.preemptible && asked > usage->maxAvailable - usage->usedByMe) {
        return tr("Asks for %1 devices. You hold %2 of your %3 in %4: the job will wait.")
            .arg(count, QString::number(usage->usedByMe), QString::number(usage->maxAvailable),
                 vc.name.value());
    }
    if (asked > free && !spec.preemptible && asked <= open - usage->used) {
        return tr("Asks for %1 devices. %2 are free in %3, preemptible jobs give up the others.")
            .arg(count, QString::number(free), vc.name.value());
    }
    if (asked > free) {
        return tr("Asks for %1 devices. %2 of %3 are free in %4: the job will wait.")
            .arg(count, QString::number(free), QString::number(usage->deviceNumber),
                 vc.name.value());
    }
    return tr("Asks for %1 devices. %2 of %3 are free in %4.")
        .arg(count, QString::number(free), QString::number(usage->deviceNumber), vc.name.value());
}
