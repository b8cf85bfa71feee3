// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/skeleton.h"

#include "app/theme/colors.h"
#include "app/theme/looks.h"

#include <QPainter>

#include <array>

void Skeleton::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    constexpr std::array kWidths{0.10, 0.24, 0.12, 0.08, 0.14};
    constexpr int kBar = 10;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Colors::of(palette()).raised);
    for (int row = 0; (row + 1) * kRowHeight <= std::min(height(), 12 * kRowHeight); ++row) {
        double x = 0;
        const int y = row * kRowHeight + (kRowHeight - kBar) / 2;
        for (const double share : kWidths) {
            // Unequal lengths read as text; they are the same at each painting.
            const double length =
                share * width() * (0.7 + 0.3 * ((row * 7 + int(share * 100)) % 5) / 4);
            painter.drawRoundedRect(QRectF(x + kGrid, y, length, kBar), kBar / 2.0, kBar / 2.0);
            x += share * width() * 1.35;
        }
    }
}
