// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/vcswitcher.h"

#include "app/theme/icons.h"
#include "app/theme/looks.h"

#include <QFrame>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

VcSwitcher::VcSwitcher(QWidget *parent)
    : QToolButton(parent)
    , m_popup(new QFrame(this, Qt::Popup))
    , m_search(new QLineEdit(m_popup))
    , m_list(new QListWidget(m_popup))
{
    setObjectName("vcButton"_L1);
    setKind(this, ButtonKind::Ghost);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setIcon(::icon(Icon::Layers));
    m_popup->setObjectName("vcPopup"_L1);
    m_popup->setProperty("look", u"card"_s);
    m_search->setObjectName("vcSearchEdit"_L1);
    m_search->installEventFilter(this);
    m_list->setObjectName("vcList"_L1);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setIconSize({16, 16});
    auto *layout = new QVBoxLayout(m_popup);
    layout->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    layout->setSpacing(kGrid);
    layout->addWidget(m_search);
    layout->addWidget(m_list);
    connect(this, &QToolButton::clicked, this, &VcSwitcher::openList);
    connect(m_search, &QLineEdit::textChanged, this, &VcSwitcher::fill);
    connect(m_search, &QLineEdit::returnPressed, this, &VcSwitcher::choose);
    connect(m_list, &QListWidget::itemClicked, this, &VcSwitcher::choose);
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
    m_popup->resize(260, 68 + kRowHeight * qBound(1, int(m_names.size()), 8));
    m_popup->move(mapToGlobal(QPoint(0, height() + kGrid / 2)));
    m_popup->show();
    m_search->setFocus();
}

void VcSwitcher::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QToolButton::changeEvent(event);
}

bool VcSwitcher::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_search || event->type() != QEvent::KeyPress)
        return QToolButton::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
    if (step == 0)
        return QToolButton::eventFilter(watched, event);
    m_list->setCurrentRow(qBound(0, m_list->currentRow() + step, m_list->count() - 1));
    return true;
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
        auto *item = new QListWidgetItem(name.value(), m_list);
        item->setSizeHint({0, kRowHeight});
        item->setIcon(name == m_current ? ::icon(Icon::Check, Tone::Accent) : blank);
        if (name == m_current)
            m_list->setCurrentItem(item);
    }
    if (m_list->currentRow() < 0)
        m_list->setCurrentRow(0);
}

void VcSwitcher::choose()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    m_popup->hide();
    emit chosen(model::VcName(item->text()));
}

void VcSwitcher::retranslate()
{
    m_search->setPlaceholderText(tr("Search VCs"));
    m_search->setAccessibleName(tr("Search VCs"));
    m_list->setAccessibleName(tr("Virtual clusters"));
    setToolTip(tr("Virtual cluster"));
    setAccessibleName(tr("Virtual cluster"));
    setAccessibleDescription(m_current.value());
}
