// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/widgets/devicesquare.h"

#include <QList>
#include <QWidget>

// What the squares of a DeviceGrid mean, in one line.
class DeviceLegend : public QWidget
{
    Q_OBJECT

public:
    struct Entry
    {
        DeviceHolding holding = DeviceHolding::Free;
        QString words; // with its number
        bool operator==(const Entry &) const = default;
    };

    explicit DeviceLegend(QWidget *parent = nullptr);

    void setEntries(const QList<Entry> &entries);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int widthOf(const Entry &entry) const;

    QList<Entry> m_entries;
};
