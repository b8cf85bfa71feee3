// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/pages/metercard.h"
#include "core/model/vc.h"

// A VC's devices of one type: how many are free, and a bar of available, used and unschedulable
// ones with their numbers in words.
class DeviceBar : public MeterCard
{
    Q_OBJECT

public:
    explicit DeviceBar(QWidget *parent = nullptr);

    void setUsage(const model::VcUsage &usage);
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    Meter meter() const override;
    void paintFoot(QPainter &painter, const QRect &line) const override;
    void describe() override;

private:
    struct Part
    {
        QString word;
        int count = 0;
        QColor color;
    };

    QList<Part> parts() const;
    int free() const;

    model::VcUsage m_usage;
};
