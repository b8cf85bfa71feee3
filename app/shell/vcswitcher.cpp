// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/vcswitcher.h"

#include "app/theme/icons.h"
#include "app/theme/looks.h"
#include "app/widgets/choicelist.h"

#include <QEvent>
#include <QFrame>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPopupWidth = 260;
constexpr int kMostRows = 8;

} // namespace

VcSwitcher::VcSwitcher(QWidget *parent)
    : MenuButton(parent)
    , m_popup(new QFrame(this, Qt::Popup))
    , m_search(new QLineEdit(m_popup))
    , m_list(new ChoiceList(m_search, m_popup))
{
    setObjectName("vcButton"_L1);
    setIcon(::icon(Icon::Layers));
    m_popup->setObjectName("vcPopup"_L1);
    m_popup->setProperty("look", u"card"_s);
    m_search->setObjectName("vcSearchEdit"_L1);
    m_list->setObjectName("vcList"_L1);
    auto *layout = new QVBoxLayout(m_popup);
    layout->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    layout->setSpacing(kGrid);
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    connect(this, &MenuButton::clicked, this, &VcSwitcher::openList);
    connect(m_search, &QLineEdit::textChanged, this, &VcSwitcher::fill);
    connect(m_list, &ChoiceList::chosen, this, &VcSwitcher::choose);
    retranslate();
}

void VcSwitcher::setVcs(const QList<model::VcName> &names, const model::VcName &current)
{
    m_names = names;
    m_current = current;
    setVisible(!names.isEmpty());
    setText(u' ' % current.value());
    retranslate();
    if (m_popup->isVisible())
        fill();
}

void VcSwitcher::openList()
{
    m_search->clear();
    fill();
    m_popup->setFixedWidth(kPopupWidth);
    m_popup->adjustSize();
    m_popup->move(mapToGlobal(QPoint(0, height() + kGrid / 2)));
    m_popup->show();
    m_search->setFocus();
}

void VcSwitcher::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    MenuButton::changeEvent(event);
}

void VcSwitcher::fill()
{
    QPixmap nothing(16, 16);
    nothing.fill(Qt::transparent);
    const QIcon blank(nothing);
    m_list->clear();
    for (const auto &name : std::as_const(m_names)) {
        if (!name.value().contains(m_search->text().trimmed(), Qt::CaseInsensitive))
            continue;
        auto *item = m_list->addChoice(
            name == m_current ? ::icon(Icon::Check, Tone::Accent) : blank, name.value());
        if (name == m_current)
            m_list->setCurrentItem(item);
    }
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
    m_list->fitRows(kMostRows);
    m_popup->adjustSize();
}

void VcSwitcher::choose(int row)
{
    m_popup->hide();
    emit chosen(model::VcName(m_list->item(row)->text()));
}

void VcSwitcher::retranslate()
{
    m_search->setPlaceholderText(tr("Search VCs"));
    m_search->setAccessibleName(tr("Search VCs"));
    m_list->setAccessibleName(tr("Virtual clusters"));
    setToolTip(tr("The virtual cluster you work in"));
    setAccessibleName(tr("The virtual cluster you work in"));
    setAccessibleDescription(m_current.value());
}
