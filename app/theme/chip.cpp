// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/chip.h"

#include "app/theme/looks.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPalette>

namespace {

constexpr int kHeight = 22;
constexpr int kIconSize = 14;
constexpr int kPadding = kGrid;
constexpr int kGap = kGrid / 2;

QFont chipFont()
{
    return sized(kSmallSize, QFont::Medium);
}

} // namespace

QSize chipSize(const Chip &chip)
{
    const int text = QFontMetrics(chipFont()).horizontalAdvance(chip.text);
    return {kPadding + kIconSize + kGap + text + kPadding, kHeight};
}

void paintChip(QPainter *painter, const QRect &rect, const Chip &chip, const QPalette &palette)
{
    const Colors &colors = Colors::of(palette);
    const ToneColors &tone = colors.tone(chip.tone);
    QRect box(rect.topLeft(), chipSize(chip));
    box.setWidth(std::min(box.width(), rect.width()));
    box.moveTop(rect.top() + (rect.height() - box.height()) / 2);

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(chip.outlined ? QPen(colors.border) : QPen(Qt::NoPen));
    painter->setBrush(chip.outlined ? QBrush(Qt::NoBrush) : QBrush(tone.soft));
    const qreal inset = chip.outlined ? 0.5 : 0;
    painter->drawRoundedRect(QRectF(box).adjusted(inset, inset, -inset, -inset), kHeight / 2.0,
                             kHeight / 2.0);

    const QPoint at(box.left() + kPadding, box.top() + (kHeight - kIconSize) / 2);
    painter->drawPixmap(
        at, iconPixmap(chip.icon, tone.text, kIconSize, painter->device()->devicePixelRatioF()));
    const QRect words = box.adjusted(kPadding + kIconSize + kGap, 0, -kPadding / 2, 0);
    painter->setFont(chipFont());
    painter->setPen(tone.text);
    painter->drawText(
        words, Qt::AlignVCenter | Qt::TextSingleLine,
        QFontMetrics(chipFont()).elidedText(chip.text, Qt::ElideRight, words.width()));
    painter->restore();
}
