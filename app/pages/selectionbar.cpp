// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/selectionbar.h"

#include "app/theme/looks.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

SelectionBar::SelectionBar(QWidget *parent)
    : QFrame(parent)
    , m_count(new QLabel)
    , m_buttons(new QHBoxLayout)
{
    setObjectName(u"selectionBar"_s);
    setProperty("look", u"bar"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, kGrid / 2, kGrid / 2, kGrid / 2);
    m_count->setObjectName(u"selectionCount"_s);
    setType(m_count, LabelType::Label);
    layout->addWidget(m_count);
    layout->addSpacing(kGrid);
    layout->addLayout(m_buttons);
    layout->addStretch();
    hide();
}

void SelectionBar::setSelection(int count, const QList<RowAction> &actions)
{
    setVisible(count > 1);
    while (QLayoutItem *item = m_buttons->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    if (count < 2)
        return;
    m_count->setText(tr("%n selected", nullptr, count));
    for (const RowAction &action : actions) {
        addButton(action.id, action.text,
                  action.dangerous ? icon(action.icon, Tone::Danger) : icon(action.icon),
                  [this, id = action.id] { emit actionTriggered(id); });
    }
    addButton(u"copy"_s, tr("Copy"), icon(Icon::Copy), [this] { emit copyRequested(); });
    addButton(u"clear"_s, tr("Clear selection"), icon(Icon::Close),
              [this] { emit clearRequested(); });
}

void SelectionBar::addButton(const QString &id, const QString &text, const QIcon &icon,
                             const std::function<void()> &press)
{
    auto *button = new QPushButton(icon, text);
    setNames(button, id + u"SelectionButton"_s, text);
    setKind(button, ButtonKind::Ghost);
    connect(button, &QPushButton::clicked, this, press);
    m_buttons->addWidget(button);
}
