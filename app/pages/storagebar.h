// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/metercard.h"
#include "app/theme/colors.h"
#include "core/model/storagemount.h"

// A disk that directories of jobs are on: what is free of it, and a bar whose colour, with a word,
// says when its room runs out.
class StorageBar : public MeterCard
{
    Q_OBJECT

public:
    struct Disk
    {
        QList<model::StorageKind> kinds; // what is on it
        qint64 totalBytes = 0;
        qint64 freeBytes = 0;

        double used() const; // 0…1
        bool operator==(const Disk &) const = default;
    };
    // Those whose room is known. Directories on disks that look the same share one: the server does
    // not say which is which.
    static QList<Disk> disks(const QList<model::StorageMount> &mounts);
    static Tone tone(double used);

    explicit StorageBar(QWidget *parent = nullptr);

    void setDisk(const Disk &disk);

protected:
    void paintEvent(QPaintEvent *event) override;
    void describe() override;

private:
    QString title() const;
    void paintFigure(QPainter &painter, QRect line) const;
    void paintBar(QPainter &painter, const QRect &rect) const;

    Disk m_disk;
};
