// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/cardgrid.h"

#include "app/theme/looks.h"

#include <QGridLayout>

#include <algorithm>

namespace {

constexpr int kLeastWidth = 320; // of a card
constexpr int kMostColumns = 3;
constexpr int kGap = 2 * kGrid;

} // namespace

CardGrid::CardGrid(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QGridLayout(this))
{
    m_layout->setContentsMargins({});
    m_layout->setSpacing(kGap);
}

void CardGrid::addCard(QWidget *card)
{
    m_cards.append(card);
    rearrange();
}

void CardGrid::rearrange()
{
    while (QLayoutItem *item = m_layout->takeAt(0))
        delete item; // the card stays
    m_columns = columns();
    int place = 0;
    for (QWidget *card : std::as_const(m_cards)) {
        if (card->isHidden())
            continue;
        m_layout->addWidget(card, place / m_columns, place % m_columns);
        ++place;
    }
    for (int column = 0; column < kMostColumns; ++column)
        m_layout->setColumnStretch(column, int(column < std::min(place, m_columns)));
}

QSize CardGrid::minimumSizeHint() const
{
    // It may become narrower than it is: then it has fewer columns.
    return {std::min(kLeastWidth, m_layout->minimumSize().width()),
            m_layout->minimumSize().height()};
}

void CardGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (columns() != m_columns)
        rearrange();
}

int CardGrid::columns() const
{
    return std::clamp((width() + kGap) / (kLeastWidth + kGap), 1, kMostColumns);
}
