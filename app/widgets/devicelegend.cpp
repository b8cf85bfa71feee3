// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/devicelegend.h"

#include "app/theme/colors.h"
#include "app/theme/looks.h"

#include <QPainter>

namespace {

constexpr int kSquare = 12;
constexpr int kHeight = 20;

} // namespace

DeviceLegend::DeviceLegend(QWidget *parent)
    : QWidget(parent)
{
    setObjectName(QStringLiteral("deviceLegend"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void DeviceLegend::setEntries(const QList<Entry> &entries)
{
    if (m_entries == entries)
        return;
    m_entries = entries;
    QStringList words;
    for (const Entry &entry : entries)
        words << entry.words;
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

int DeviceLegend::widthOf(const Entry &entry) const
{
    return kSquare + kGrid - 2 + QFontMetrics(sized(kSmallSize)).horizontalAdvance(entry.words);
}

QSize DeviceLegend::sizeHint() const
{
    int width = 0;
    for (const Entry &entry : m_entries)
        width += widthOf(entry) + 2 * kGrid;
    return {std::max(0, width - 2 * kGrid), kHeight};
}

void DeviceLegend::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(sized(kSmallSize));
    const int top = (height() - kSquare) / 2; // on a whole pixel: sharp
    int left = 0;
    for (const Entry &entry : m_entries) {
        paintDeviceSquare(painter, QRectF(left, top, kSquare, kSquare), entry.holding, palette());
        painter.setPen(Colors::of(palette()).secondary);
        painter.drawText(QRect(left + kSquare + kGrid - 2, 0, widthOf(entry), height()),
                         Qt::AlignLeft | Qt::AlignVCenter, entry.words);
        left += widthOf(entry) + 2 * kGrid;
    }
}
