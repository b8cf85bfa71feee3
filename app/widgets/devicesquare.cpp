// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/devicesquare.h"

#include "app/theme/colors.h"

#include <QPainter>

namespace {

constexpr qreal kLeastMarked = 7; // in a smaller square a mark would be a smudge

void paintCross(QPainter &painter, const QRectF &rect, bool both)
{
    const QRectF inner = rect.adjusted(1, 1, -1, -1);
    painter.drawLine(inner.bottomLeft(), inner.topRight());
    if (both)
        painter.drawLine(inner.topLeft(), inner.bottomRight());
}

// In the person's own a dot, in the team's a bar.
void paintHeld(QPainter &painter, const QRectF &rect, DeviceHolding holding,
               const QPalette &palette)
{
    const Colors &colors = Colors::of(palette);
    const bool marked = rect.width() >= kLeastMarked;
    const qreal radius = marked ? rect.width() / 6 : 0;
    painter.setPen(Qt::NoPen);
    painter.setBrush(holding == DeviceHolding::Mine   ? colors.tone(Tone::Accent).fill
                     : holding == DeviceHolding::MyVc ? colors.team
                                                      : colors.tone(Tone::Muted).fill);
    painter.drawRoundedRect(rect, radius, radius);
    if (!marked || holding == DeviceHolding::Others)
        return;
    painter.setBrush(colors.onFill);
    const qreal mark = rect.width() / 7;
    if (holding == DeviceHolding::Mine)
        painter.drawEllipse(rect.center(), mark, mark);
    else
        painter.drawRect(
            QRectF(rect.center().x() - 2 * mark, rect.center().y() - mark / 2, 4 * mark, mark));
}

} // namespace

void paintDeviceSquare(QPainter &painter, const QRectF &rect, DeviceHolding holding,
                       const QPalette &palette)
{
    const Colors &colors = Colors::of(palette);
    const bool marked = rect.width() >= kLeastMarked;
    const qreal radius = marked ? rect.width() / 6 : 0;
    const QRectF line = rect.adjusted(0.5, 0.5, -0.5, -0.5);
    if (holding <= DeviceHolding::Others)
        return paintHeld(painter, rect, holding, palette);
    const bool broken = holding == DeviceHolding::Broken;
    const QColor ink = broken ? colors.tone(Tone::Danger).text : colors.border;
    painter.setPen(marked || broken ? QPen(ink) : QPen(Qt::NoPen));
    painter.setBrush(broken                             ? colors.tone(Tone::Danger).soft
                     : holding == DeviceHolding::Closed ? colors.raised
                     : marked                           ? colors.surface
                                                        : colors.border);
    painter.drawRoundedRect(line, radius, radius);
    if (marked && holding != DeviceHolding::Free)
        paintCross(painter, rect, broken);
}
