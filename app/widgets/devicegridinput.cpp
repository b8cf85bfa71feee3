// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/theme/tooltip.h"
#include "app/widgets/devicegrid.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

// The pointer and the keyboard over DeviceGrid.

std::optional<size_t> DeviceGrid::squareAt(const QPoint &at) const
{
    for (size_t index = 0; index < m_squares.size(); ++index) {
        if (m_squares[index].rect.adjusted(-1, -1, 1, 1).contains(at))
            return index;
    }
    return std::nullopt;
}

std::optional<int> DeviceGrid::cardAt(const QPoint &at) const
{
    const auto found =
        std::ranges::find_if(m_rects, [&at](const QRect &rect) { return rect.contains(at); });
    return found == m_rects.end() ? std::nullopt : std::optional(int(found - m_rects.begin()));
}

// Of the square there, or else of its card. Tool tips guess at rich text; this one holds words of
// others.
QString DeviceGrid::wordsAt(const QPoint &at) const
{
    const auto found = squareAt(at);
    const auto card = found ? std::optional(m_squares[*found].card) : cardAt(at);
    if (!card)
        return {};
    QStringList lines{m_cards[*card].name};
    lines << (found ? square(m_squares[*found]).words : m_cards[*card].words).split(u'\n');
    lines.removeAll(QString());
    return toolTipOf(lines.join(u'\n'));
}

bool DeviceGrid::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = dynamic_cast<QHelpEvent *>(event);
    if (const QString words = help ? wordsAt(help->pos()) : QString(); !words.isEmpty())
        QToolTip::showText(help->globalPos(), words, this);
    else
        QToolTip::hideText();
    return true;
}

void DeviceGrid::setHovered(std::optional<size_t> square)
{
    if (m_hovered == square)
        return;
    m_hovered = square;
    const bool opens = square && !this->square(m_squares[*square]).key.isEmpty();
    setCursor(opens ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void DeviceGrid::mouseMoveEvent(QMouseEvent *event)
{
    setHovered(squareAt(event->position().toPoint()));
}

void DeviceGrid::leaveEvent(QEvent *event)
{
    setHovered(std::nullopt);
    QWidget::leaveEvent(event);
}

void DeviceGrid::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QPoint at = event->position().toPoint();
    const auto square = squareAt(at);
    if (const auto card = cardAt(at); card && !square)
        emit cardPressed(m_cards[*card].name);
    press(square);
}

void DeviceGrid::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse) {
        if (const auto card = cardAt(event->pos()))
            emit menuRequested(m_cards[*card].name, event->globalPos());
    } else if (m_focused < m_squares.size()) {
        const Placed &placed = m_squares[m_focused];
        emit menuRequested(m_cards[placed.card].name, mapToGlobal(placed.rect.center()));
    }
}

void DeviceGrid::press(std::optional<size_t> square)
{
    if (!square || *square >= m_squares.size())
        return;
    const QString key = this->square(m_squares[*square]).key;
    if (!key.isEmpty())
        emit pressed(key);
}

void DeviceGrid::setFocused(size_t square)
{
    if (square >= m_squares.size())
        return;
    m_focused = square;
    const Placed &placed = m_squares[square];
    setAccessibleDescription(m_cards[placed.card].name + u", "_s + this->square(placed).words);
    QAccessibleEvent described(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&described);
    update();
}

// The first device of the next or previous card that has any.
size_t DeviceGrid::inNextCard(int step) const
{
    const int card = m_squares[m_focused].card;
    if (step > 0) {
        for (size_t index = m_focused; index < m_squares.size(); ++index) {
            if (m_squares[index].card != card)
                return index;
        }
        return m_focused;
    }
    size_t index = m_focused;
    while (index > 0 && m_squares[index].card == card)
        --index;
    while (index > 0 && m_squares[index - 1].card == m_squares[index].card)
        --index;
    return index;
}

void DeviceGrid::keyPressEvent(QKeyEvent *event)
{
    if (m_squares.empty())
        return QWidget::keyPressEvent(event);
    if (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier) {
        QContextMenuEvent menu(QContextMenuEvent::Keyboard, {}, {});
        return contextMenuEvent(&menu);
    }
    switch (event->key()) {
    case Qt::Key_Left:
        return setFocused(m_focused == 0 ? 0 : m_focused - 1);
    case Qt::Key_Right:
        return setFocused(m_focused + 1);
    case Qt::Key_Up:
        return setFocused(inNextCard(-1));
    case Qt::Key_Down:
        return setFocused(inNextCard(1));
    case Qt::Key_Home:
        return setFocused(0);
    case Qt::Key_End:
        return setFocused(m_squares.size() - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return press(m_focused);
    default:
        QWidget::keyPressEvent(event);
    }
}

void DeviceGrid::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    setFocused(m_focused);
}

void DeviceGrid::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}
