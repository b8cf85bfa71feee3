// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/devicegrid.h"

#include "app/theme/icons.h"
#include "app/theme/looks.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kNoteIcon = 14;

} // namespace

DeviceGrid::DeviceGrid(QWidget *parent)
    : QWidget(parent)
    , m_scale(scales().front())
{
    setObjectName(u"deviceGrid"_s);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

const std::vector<DeviceGrid::Scale> &DeviceGrid::scales()
{
    static const std::vector<Scale> scales{
        {.square = 20,
         .gap = 4,
         .ringGap = 12,
         .padding = 12,
         .cardGap = 8,
         .head = 24,
         .hasNote = true,
         .leastWidth = 160},
        {.square = 12,
         .gap = 3,
         .ringGap = 8,
         .padding = 8,
         .cardGap = 8,
         .head = 20,
         .leastWidth = 118},
        {.square = 8, .gap = 2, .ringGap = 5, .padding = 5, .cardGap = 6},
        {.square = 5, .gap = 1, .ringGap = 3, .cardGap = 7},
        {.square = 3, .gap = 1, .ringGap = 2, .cardGap = 4}};
    return scales;
}

void DeviceGrid::setCards(const QList<Card> &cards)
{
    if (m_cards == cards)
        return;
    m_cards = cards;
    arrange();
    update();
}

void DeviceGrid::setComfortableHeight(int height)
{
    m_comfortable = height;
    arrange();
}

QSize DeviceGrid::sizeHint() const
{
    int width = 0;
    for (const Card &card : m_cards.first(std::min<qsizetype>(m_cards.size(), 4)))
        width += sizeOf(card, scales().front()).width() + scales().front().cardGap;
    return {std::max(0, width - scales().front().cardGap), minimumHeight()};
}

QSize DeviceGrid::sizeOf(const Card &card, const Scale &scale) const
{
    int width = 0;
    for (const auto &ring : card.rings) {
        const int columns = int(ring.size() + 1) / 2;
        width += columns * (scale.square + scale.gap) - scale.gap + scale.ringGap;
    }
    width = std::max(0, width - scale.ringGap);
    const int height = 2 * scale.square + scale.gap;
    return {std::max(width + 2 * scale.padding, scale.leastWidth),
            height + 2 * scale.padding + scale.head};
}

// Places everything and returns the height it takes.
int DeviceGrid::place(const Scale &scale, int width)
{
    m_scale = scale;
    m_rects.clear();
    m_squares.clear();
    QPoint at(0, 0);
    int bottom = 0;
    for (int card = 0; card < int(m_cards.size()); ++card) {
        const QSize size = sizeOf(m_cards[card], scale);
        if (at.x() > 0 && at.x() + size.width() > width)
            at = {0, bottom + scale.cardGap};
        const QRect rect(at, size);
        m_rects.push_back(rect);
        placeSquares(scale, card, rect);
        bottom = rect.bottom() + 1;
        at.rx() += size.width() + scale.cardGap;
    }
    return bottom;
}

void DeviceGrid::placeSquares(const Scale &scale, int card, const QRect &rect)
{
    int left = rect.left() + scale.padding;
    const int top = rect.top() + scale.padding + scale.head;
    const int step = scale.square + scale.gap;
    for (int ring = 0; ring < int(m_cards[card].rings.size()); ++ring) {
        const int count = int(m_cards[card].rings[ring].size());
        const int columns = (count + 1) / 2;
        for (int index = 0; index < count; ++index) {
            const QPoint at(left + index % columns * step, top + index / columns * step);
            m_squares.push_back({QRect(at, QSize(scale.square, scale.square)), card, ring, index});
        }
        left += columns * step - scale.gap + scale.ringGap;
    }
}

// The largest scale that is comfortable, or the smallest there is.
void DeviceGrid::arrange()
{
    int height = 0;
    for (const Scale &scale : scales()) {
        height = place(scale, width());
        if (height <= m_comfortable)
            break;
    }
    m_hovered.reset();
    m_focused = std::min(m_focused, m_squares.empty() ? 0 : m_squares.size() - 1);
    if (minimumHeight() == height)
        return;
    setFixedHeight(height);
    emit heightChanged(height);
}

void DeviceGrid::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        arrange();
}

const DeviceSquare &DeviceGrid::square(const Placed &placed) const
{
    return m_cards[placed.card].rings[placed.ring][placed.index];
}

void DeviceGrid::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int card = 0; card < int(m_rects.size()); ++card) {
        if (m_rects[size_t(card)].intersects(event->rect()))
            paintCard(painter, card);
    }
    paintRings(painter, event->rect());
    for (const Placed &placed : m_squares) {
        if (placed.rect.intersects(event->rect()))
            paintDeviceSquare(painter, placed.rect, square(placed).holding, palette());
    }
    const auto ring = [&](size_t index) {
        painter.setPen(QPen(Colors::of(palette()).tone(Tone::Accent).text, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(m_squares[index].rect).adjusted(-2, -2, 2, 2), 4, 4);
    };
    if (m_hovered)
        ring(*m_hovered);
    if (hasFocus() && m_focused < m_squares.size())
        ring(m_focused);
}

void DeviceGrid::paintCard(QPainter &painter, int card) const
{
    if (m_scale.padding == 0)
        return;
    const Colors &colors = Colors::of(palette());
    const QRect rect = m_rects[size_t(card)];
    const Card &shown = m_cards[card];
    painter.setPen(colors.hairline);
    painter.setBrush(shown.isAway ? colors.window : colors.surface);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    if (m_scale.head == 0)
        return;
    paintHead(painter, shown,
              {rect.left() + m_scale.padding, rect.top() + m_scale.padding - 4,
               rect.width() - 2 * m_scale.padding, m_scale.head - 4});
}

void DeviceGrid::paintHead(QPainter &painter, const Card &shown, const QRect &line) const
{
    const Colors &colors = Colors::of(palette());
    int note = 0;
    if (m_scale.hasNote) {
        painter.setFont(sized(kSmallSize));
        note = painter.fontMetrics().horizontalAdvance(shown.note);
        painter.setPen(shown.isAway ? colors.tone(Tone::Warning).text : colors.secondary);
        painter.drawText(line, Qt::AlignRight | Qt::AlignVCenter, shown.note);
    } else if (shown.isAway) {
        note = kNoteIcon;
        painter.drawPixmap(line.right() - kNoteIcon + 1, line.top() + (line.height() - note) / 2,
                           iconPixmap(Icon::Warning, colors.tone(Tone::Warning).text, kNoteIcon,
                                      devicePixelRatioF()));
    }
    painter.setFont(sized(kSmallSize, QFont::Medium));
    painter.setPen(colors.text);
    painter.drawText(
        line, Qt::AlignLeft | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(shown.name, Qt::ElideMiddle, line.width() - note - kGrid));
}

// A thin line around the squares of each ring. Where it has no room, the space between rings is
// what parts them.
void DeviceGrid::paintRings(QPainter &painter, const QRect &exposed) const
{
    const int out = m_scale.ringGap / 2 - 2;
    if (m_scale.padding == 0 || out < 1)
        return;
    painter.setPen(Colors::of(palette()).border);
    painter.setBrush(Qt::NoBrush);
    for (size_t first = 0; first < m_squares.size();) {
        const Placed &begin = m_squares[first];
        QRect ring;
        for (; first < m_squares.size() && m_squares[first].card == begin.card
               && m_squares[first].ring == begin.ring;
             ++first)
            ring |= m_squares[first].rect;
        const QRectF outline = QRectF(ring).adjusted(-out - 0.5, -out - 0.5, out + 0.5, out + 0.5);
        if (begin.ring < m_cards[begin.card].linked && outline.intersects(exposed))
            painter.drawRoundedRect(outline, out + 3, out + 3);
    }
}
