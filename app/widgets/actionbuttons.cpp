// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/widgets/actionbuttons.h"

#include "app/widgets/taborder.h"

#include <QHBoxLayout>
#include <QPushButton>

ActionButtons::ActionButtons(QString suffix, ButtonKind kind, QWidget *parent)
    : QWidget(parent)
    , m_suffix(std::move(suffix))
    , m_kind(kind)
    , m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins({});
    m_layout->setSpacing(kGrid);
}

// Buttons stay what they are as long as there are so many: the one with the focus keeps it.
void ActionButtons::setActions(const QList<RowAction> &actions)
{
    while (m_buttons.size() > actions.size())
        delete m_buttons.takeLast();
    while (m_buttons.size() < actions.size())
        m_buttons << addButton();
    for (qsizetype i = 0; i < actions.size(); ++i)
        dress(m_buttons[i], actions[i]);
}

QPushButton *ActionButtons::addButton()
{
    auto *button = new QPushButton;
    setKind(button, m_kind);
    connect(button, &QPushButton::clicked, this,
            [this, button] { emit triggered(button->property("action").toString()); });
    m_layout->addWidget(button);
    // Not behind all that was there before.
    setTabOrder(m_buttons.isEmpty() ? tabStopBefore(this) : m_buttons.last(), button);
    return button;
}

void ActionButtons::dress(QPushButton *button, const RowAction &action) const
{
    setNames(button, action.id + m_suffix, action.text);
    button->setProperty("action", action.id);
    button->setText(action.text);
    button->setIcon(action.dangerous ? icon(action.icon, Tone::Danger) : icon(action.icon));
    button->setToolTip(action.toolTip);
    button->setAccessibleDescription(action.toolTip);
    button->setEnabled(action.enabled);
    button->ensurePolished(); // its size is asked for before it is shown
}
