// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pages/selectionbar.h"

#include "app/theme/looks.h"
#include "app/widgets/actionbuttons.h"

#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto kCopy = "copy"_L1;
constexpr auto kClear = "clear"_L1;

RowAction action(QLatin1StringView id, const QString &text, Icon icon)
{
    RowAction result;
    result.id = id;
    result.text = text;
    result.icon = icon;
    return result;
}

} // namespace

SelectionBar::SelectionBar(QWidget *parent)
    : QFrame(parent)
    , m_count(new QLabel)
    , m_buttons(new ActionButtons(u"SelectionButton"_s, ButtonKind::Ghost))
{
    setObjectName(u"selectionBar"_s);
    setProperty("look", u"bar"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(2 * kGrid, kGrid / 2, kGrid / 2, kGrid / 2);
    m_count->setObjectName(u"selectionCount"_s);
    setType(m_count, LabelType::Label);
    layout->addWidget(m_count);
    layout->addSpacing(kGrid);
    layout->addWidget(m_buttons);
    layout->addStretch();
    connect(m_buttons, &ActionButtons::triggered, this, &SelectionBar::trigger);
    hide();
}

void SelectionBar::setSelection(int count, const QList<RowAction> &actions)
{
    m_count->setText(tr("%n selected", nullptr, count));
    m_buttons->setActions(actions
                          + QList<RowAction>{action(kCopy, tr("Copy"), Icon::Copy),
                                             action(kClear, tr("Clear selection"), Icon::Close)});
    setVisible(count > 1);
}

void SelectionBar::trigger(const QString &id)
{
    if (id == kCopy)
        emit copyRequested();
    else if (id == kClear)
        emit clearRequested();
    else
        emit actionTriggered(id);
}
