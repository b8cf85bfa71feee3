// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/storagebar.h"

#include "app/text/format.h"
#include "app/text/storagetext.h"
#include "app/theme/looks.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr double kAlike = 0.001; // of the size: what is written between two looks at one disk

bool isAlike(const StorageBar::Disk &disk, const model::StorageMount &mount)
{
    return disk.totalBytes == *mount.totalBytes
           && std::abs(double(disk.freeBytes - *mount.freeBytes))
                  <= kAlike * double(disk.totalBytes);
}

} // namespace

double StorageBar::Disk::used() const
{
    if (totalBytes <= 0)
        return 0;
    return std::clamp(1 - double(freeBytes) / double(totalBytes), 0.0, 1.0);
}

QList<StorageBar::Disk> StorageBar::disks(const QList<model::StorageMount> &mounts)
{
    QList<Disk> disks;
    for (const model::StorageMount &mount : mounts) {
        if (!mount.totalBytes || !mount.freeBytes || *mount.totalBytes <= 0)
            continue;
        const auto known = std::find_if(disks.begin(), disks.end(),
                                        [&](const Disk &disk) { return isAlike(disk, mount); });
        if (known == disks.end())
            disks.append({{mount.kind}, *mount.totalBytes, *mount.freeBytes});
        else
            known->kinds.append(mount.kind);
    }
    return disks;
}

Tone StorageBar::tone(double used)
{
    if (used >= StorageText::kFull)
        return Tone::Danger;
    return used >= StorageText::kFilling ? Tone::Warning : Tone::Success;
}

StorageBar::StorageBar(QWidget *parent)
    : MeterCard(parent)
{
    setObjectName("storageBar"_L1);
}

void StorageBar::setDisk(const Disk &disk)
{
    if (m_disk == disk)
        return;
    m_disk = disk;
    describe();
    update();
}

MeterCard::Meter StorageBar::meter() const
{
    const double used = m_disk.used();
    return {.title = title(),
            .figure = Format::size(m_disk.freeBytes),
            //: Behind a size: what is free of a disk of %1
            .rest = tr("free of %1").arg(Format::size(m_disk.totalBytes)),
            .shares = {{used, Colors::of(palette()).tone(tone(used)).fill}}};
}

void StorageBar::paintFoot(QPainter &painter, const QRect &line) const
{
    const Colors &colors = Colors::of(palette());
    const Tone shown = tone(m_disk.used());
    painter.setPen(shown == Tone::Success ? colors.secondary : colors.tone(shown).text);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, StorageText::used(m_disk.used()));
}

QString StorageBar::title() const
{
    QStringList words;
    for (const model::StorageKind kind : m_disk.kinds)
        words.append(StorageText::kind(kind));
    return words.join(u" · "_s);
}

void StorageBar::describe()
{
    setAccessibleName(title());
    //: %1 and %2 are sizes such as "412 GiB", %3 says "59 % used"
    setAccessibleDescription(tr("%1 free of %2, %3")
                                 .arg(Format::size(m_disk.freeBytes),
                                      Format::size(m_disk.totalBytes),
                                      StorageText::used(m_disk.used())));
}
