// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/rowactionbar.h"

#include "app/theme/looks.h"

#include <QAbstractScrollArea>
#include <QApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kButton = 28;

} // namespace

RowActionBar::RowActionBar(QWidget *table)
    : QWidget(table)
    , m_table(table)
    , m_layout(new QHBoxLayout(this))
{
    setObjectName(u"rowActionBar"_s);
    setCursor(Qt::ArrowCursor);
    m_layout->setContentsMargins(2 * kGrid, 0, kGrid / 2, 0);
    m_layout->setSpacing(0);
    hide();
}

// Buttons stay what they are as long as there are so many: the one with the focus keeps it.
void RowActionBar::setActions(const QList<RowAction> &actions)
{
    while (m_buttons.size() > actions.size())
        delete m_buttons.takeLast();
    while (m_buttons.size() < actions.size()) {
        QWidget *before = m_buttons.isEmpty() ? m_table : m_buttons.last();
        m_buttons << addButton();
        setTabOrder(before, m_buttons.last());
    }
    for (qsizetype i = 0; i < actions.size(); ++i)
        dress(m_buttons[i], actions[i]);
    adjustSize();
}

QToolButton *RowActionBar::addButton()
{
    auto *button = new QToolButton;
    button->setProperty("kind", u"row"_s);
    button->setFocusPolicy(Qt::TabFocus);
    button->setFixedSize(kButton, kButton);
    button->setIconSize({18, 18});
    connect(button, &QToolButton::clicked, this,
            [this, button] { emit triggered(button->property("action").toString()); });
    button->installEventFilter(this);
    m_layout->addWidget(button);
    return button;
}

void RowActionBar::dress(QToolButton *button, const RowAction &action)
{
    const QString toolTip = action.toolTip.isEmpty() ? action.text : action.toolTip;
    setNames(button, action.id + u"RowButton"_s, action.text);
    button->setProperty("action", action.id);
    button->setAccessibleDescription(toolTip);
    button->setToolTip(toolTip);
    button->setIcon(action.dangerous ? icon(action.icon, Tone::Danger) : icon(action.icon));
    button->setEnabled(action.enabled);
}

void RowActionBar::setFill(const QColor &fill)
{
    if (std::exchange(m_fill, fill) != fill)
        update();
}

bool RowActionBar::hasKeyboard() const
{
    return isAncestorOf(QApplication::focusWidget());
}

bool RowActionBar::eventFilter(QObject *button, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(button, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key != Qt::Key_Escape && key != Qt::Key_Up && key != Qt::Key_Down)
        return QWidget::eventFilter(button, event);
    m_table->setFocus(Qt::TabFocusReason);
    if (key != Qt::Key_Escape)
        QApplication::sendEvent(m_table, event);
    return true;
}

void RowActionBar::wheelEvent(QWheelEvent *event)
{
    if (auto *table = qobject_cast<QAbstractScrollArea *>(m_table))
        QApplication::sendEvent(table->viewport(), event);
}

void RowActionBar::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    QLinearGradient fade(0, 0, 2 * kGrid, 0);
    QColor clear = m_fill;
    clear.setAlpha(0);
    fade.setColorAt(0, clear);
    fade.setColorAt(1, m_fill);
    painter.fillRect(rect().adjusted(0, 0, 0, -1), fade);
}
