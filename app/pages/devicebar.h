// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/vc.h"

#include <QFrame>

// A VC's devices of one type: how many are free, and a bar of available, used and unschedulable
// ones with their numbers in words.
class DeviceBar : public QFrame
{
    Q_OBJECT

public:
    explicit DeviceBar(QWidget *parent = nullptr);

    void setUsage(const model::VcUsage &usage);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Part
    {
        QString word;
        int count = 0;
        QColor color;
    };

    QList<Part> parts() const;
    int free() const;
    void paintBar(QPainter &painter, const QRect &rect) const;
    void paintLegend(QPainter &painter, const QRect &rect) const;
    void describe();

    model::VcUsage m_usage;
};
