// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/metercard.h"
#include "core/model/vc.h"

#include <QColor>

// A VC's devices of one type: a ring of the used, unschedulable and available ones around the number
// that is free, and beside it their numbers in words.
class DeviceDonut : public MeterCard
{
    Q_OBJECT

public:
    explicit DeviceDonut(QWidget *parent = nullptr);

    void setUsage(const model::VcUsage &usage);
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void describe() override;

private:
    struct Part
    {
        QString word;
        int count = 0;
        QColor color;
    };

    QList<Part> parts() const; // clockwise from the top
    int free() const;
    void paintRing(QPainter &painter, const QRect &rect) const;
    void paintFigure(QPainter &painter, const QRect &rect) const;
    void paintNumbers(QPainter &painter, const QRect &rect) const;

    model::VcUsage m_usage;
};
