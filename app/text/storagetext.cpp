// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/storagetext.h"

#include <QLocale>

#include <cmath>

using model::StorageKind;

QString StorageText::directory(StorageKind kind)
{
    switch (kind) {
    case StorageKind::Work:
        return tr("Work directory");
    case StorageKind::Data:
        return tr("Data directory");
    case StorageKind::Home:
        return tr("Home directory");
    case StorageKind::Job:
        return tr("Job directory");
    }
    Q_UNREACHABLE();
}

QString StorageText::kind(StorageKind kind)
{
    switch (kind) {
    case StorageKind::Work:
        //: Storage: the work directories
        return tr("Work");
    case StorageKind::Data:
        //: Storage: the shared data
        return tr("Data");
    case StorageKind::Home:
        //: Storage: the home directories
        return tr("Home");
    case StorageKind::Job:
        //: Storage: the directories of jobs
        return tr("Jobs");
    }
    Q_UNREACHABLE();
}

QString StorageText::source(const model::StorageMount &mount)
{
    if (!mount.isPattern)
        return mount.source;
    //: Stands at the end of a path for what is not known yet
    return mount.source.section(u'/', 0, -2) + u'/' + tr("<job id>");
}

QString StorageText::used(double share)
{
    const QString percent = QLocale().toString(int(std::floor(share * 100)));
    if (share >= kFull)
        return tr("%1 % used, nearly full").arg(percent);
    if (share >= kFilling)
        return tr("%1 % used, filling up").arg(percent);
    return tr("%1 % used").arg(percent);
}
