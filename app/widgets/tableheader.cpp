// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/tableheader.h"

#include "app/theme/icons.h"
#include "app/theme/looks.h"

#include <QPaintEvent>
#include <QPainter>

TableHeader::TableHeader(QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setSectionsMovable(false);
    setMinimumSectionSize(56);
}

QSize TableHeader::sizeHint() const
{
    return {QHeaderView::sizeHint().width(), kRowHeight};
}

void TableHeader::paintEvent(QPaintEvent *event)
{
    QPainter(viewport()).fillRect(event->rect(), Colors::of(palette()).surface);
    QHeaderView::paintEvent(event);
}

void TableHeader::paintSection(QPainter *painter, const QRect &rect, int column) const
{
    constexpr int kArrow = 12;
    const Colors &colors = Colors::of(palette());
    painter->fillRect(rect, colors.surface);
    painter->fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colors.hairline);
    const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == column;
    const bool right =
        model()->headerData(column, orientation(), Qt::TextAlignmentRole).toInt() & Qt::AlignRight;
    const QFont font = sized(kSmallSize, QFont::Medium);
    QRect words = rect.adjusted(kGrid, 0, -kGrid, 0);
    const int room = words.width() - (sorted ? kArrow + kGrid / 2 : 0);
    const QString title = QFontMetrics(font).elidedText(
        model()->headerData(column, orientation()).toString(), Qt::ElideRight, room);
    painter->save();
    painter->setFont(font);
    painter->setPen(sorted ? colors.text : colors.secondary);
    painter->drawText(words, int(Qt::AlignVCenter) | int(right ? Qt::AlignRight : Qt::AlignLeft),
                      title);
    if (sorted) {
        const int width = QFontMetrics(font).horizontalAdvance(title);
        const int x =
            right ? words.right() - width - kArrow - kGrid / 2 : words.left() + width + kGrid / 2;
        const Icon arrow =
            sortIndicatorOrder() == Qt::AscendingOrder ? Icon::ChevronUp : Icon::ChevronDown;
        painter->drawPixmap(x, rect.center().y() - kArrow / 2 + 1,
                            iconPixmap(arrow, colors.secondary, kArrow, devicePixelRatioF()));
    }
    painter->restore();
}
