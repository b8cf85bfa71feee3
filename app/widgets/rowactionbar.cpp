// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/rowactionbar.h"

#include "app/theme/looks.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

RowActionBar::RowActionBar(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QHBoxLayout(this))
{
    setObjectName(u"rowActionBar"_s);
    setCursor(Qt::ArrowCursor);
    m_layout->setContentsMargins(2 * kGrid, 0, kGrid / 2, 0);
    m_layout->setSpacing(0);
    hide();
}

void RowActionBar::setActions(const QList<RowAction> &actions)
{
    QStringList shown;
    for (const RowAction &action : actions)
        shown << action.id + (action.enabled ? u"+"_s : u"-"_s) + action.text + action.toolTip;
    if (shown == m_shown)
        return;
    m_shown = shown;
    while (QLayoutItem *item = m_layout->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const RowAction &action : actions) {
        auto *button = new QToolButton;
        setNames(button, action.id + u"RowButton"_s, action.text);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::NoFocus);
        button->setFixedSize(28, 28);
        button->setIconSize({18, 18});
        button->setIcon(action.dangerous ? icon(action.icon, Tone::Danger) : icon(action.icon));
        button->setToolTip(action.toolTip.isEmpty() ? action.text : action.toolTip);
        button->setEnabled(action.enabled);
        connect(button, &QToolButton::clicked, this,
                [this, id = action.id] { emit triggered(id); });
        m_layout->addWidget(button);
    }
    adjustSize();
}

void RowActionBar::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Colors &colors = Colors::of(palette());
    QPainter painter(this);
    QLinearGradient fade(0, 0, 2 * kGrid, 0);
    QColor clear = colors.raised;
    clear.setAlpha(0);
    fade.setColorAt(0, clear);
    fade.setColorAt(1, colors.raised);
    painter.fillRect(rect().adjusted(0, 1, 0, -1), fade);
}
