// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/storagebar.h"

#include "app/text/format.h"
#include "app/text/storagetext.h"
#include "app/theme/looks.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kBarHeight = 12;
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

void StorageBar::paintEvent(QPaintEvent *event)
{
    MeterCard::paintEvent(event);
    const Colors &colors = Colors::of(palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QRect line = inside();
    line.setHeight(20);
    painter.setFont(sized(kBodySize));
    painter.setPen(colors.secondary);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(title(), Qt::ElideRight, line.width()));
    line.translate(0, 24);
    line.setHeight(40);
    paintFigure(painter, line);
    line.translate(0, 48);
    line.setHeight(kBarHeight);
    paintBar(painter, line);
    line.translate(0, kBarHeight + kGrid);
    line.setHeight(20);
    const Tone shown = tone(m_disk.used());
    painter.setFont(sized(kSmallSize));
    painter.setPen(shown == Tone::Success ? colors.secondary : colors.tone(shown).text);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, StorageText::used(m_disk.used()));
}

void StorageBar::paintFigure(QPainter &painter, QRect line) const
{
    const Colors &colors = Colors::of(palette());
    painter.setFont(sized(kFigureSize, QFont::DemiBold));
    painter.setPen(colors.text);
    QRect drawn;
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, Format::size(m_disk.freeBytes),
                     &drawn);
    painter.setFont(sized(kBodySize));
    painter.setPen(colors.secondary);
    line.adjust(drawn.width() + kGrid, 8, 0, 0);
    //: Behind a size: what is free of a disk of %1
    const QString rest = tr("free of %1").arg(Format::size(m_disk.totalBytes));
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(rest, Qt::ElideRight, line.width()));
}

void StorageBar::paintBar(QPainter &painter, const QRect &rect) const
{
    const Colors &colors = Colors::of(palette());
    const double used = m_disk.used();
    QPainterPath outline;
    outline.addRoundedRect(rect, kBarHeight / 2.0, kBarHeight / 2.0);
    painter.save();
    painter.setClipPath(outline);
    painter.fillRect(rect, colors.raised);
    painter.fillRect(QRectF(rect.left(), rect.top(), rect.width() * used, rect.height()),
                     colors.tone(tone(used)).fill);
    painter.restore();
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
