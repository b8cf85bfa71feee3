// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/devicegrid.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QToolTip>

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

bool DeviceGrid::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = dynamic_cast<QHelpEvent *>(event);
    if (const auto found = help ? squareAt(help->pos()) : std::nullopt) {
        const Placed &placed = m_squares[*found];
        // Tool tips guess at rich text; this one holds words of others.
        const QString text = u"<qt>"_s + m_cards[placed.card].name.toHtmlEscaped() + u"<br>"_s
                             + square(placed).words.toHtmlEscaped() + u"</qt>"_s;
        QToolTip::showText(help->globalPos(), text, this, placed.rect);
    } else {
        QToolTip::hideText();
    }
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
    if (event->button() == Qt::LeftButton)
        press(squareAt(event->position().toPoint()));
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
