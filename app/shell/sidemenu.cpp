// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/sidemenu.h"

#include "app/theme/looks.h"

#include <QLabel>
#include <QPushButton>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kWidth = 220;
constexpr int kCollapsedWidth = 56;

} // namespace

SideMenu::SideMenu(QWidget *parent)
    : QFrame(parent)
    , m_layout(new QVBoxLayout(this))
{
    setObjectName("sideMenu"_L1);
    setProperty("look", u"sidemenu"_s);
    setFixedWidth(kWidth);
    m_layout->setContentsMargins(kGrid, kGrid, kGrid, kGrid);
    m_layout->setSpacing(kGrid / 4);
    m_layout->addStretch();
}

void SideMenu::setEntries(const QList<Entry> &entries)
{
    if (entries == m_entries)
        return;
    qDeleteAll(m_buttons);
    qDeleteAll(m_headings);
    m_buttons.clear();
    m_headings.clear();
    m_entries = entries;
    QString section;
    for (const Entry &entry : entries) {
        if (std::exchange(section, entry.section) != entry.section)
            addHeading(entry.section);
        m_buttons.append(addButton(entry));
    }
    showWords();
    setCurrent(m_current);
}

void SideMenu::setCurrent(const QString &address)
{
    m_current = address;
    const QString head = address.section(u'/', 0, 0);
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        setOpen(m_buttons.at(i), m_entries.at(i).address == head);
}

// The open page's entry is not a pressed button: pressing it again leads to the page's beginning.
void SideMenu::setOpen(QWidget *button, bool isOpen)
{
    button->setAccessibleDescription(isOpen ? tr("This page is open") : QString());
    if (button->property("open").toBool() == isOpen)
        return;
    button->setProperty("open", isOpen);
    button->style()->unpolish(button);
    button->style()->polish(button);
}

void SideMenu::setCollapsed(bool collapsed)
{
    m_collapsed = collapsed;
    setFixedWidth(collapsed ? kCollapsedWidth : kWidth);
    showWords();
}

QAbstractButton *SideMenu::addButton(const Entry &entry)
{
    auto *button = new QPushButton(icon(entry.icon), {}, this);
    button->setObjectName(entry.address % "MenuButton"_L1);
    button->setProperty("kind", u"menu"_s);
    button->setIconSize({20, 20});
    button->setCursor(Qt::PointingHandCursor);
    m_layout->insertWidget(m_layout->count() - 1, button);
    connect(button, &QPushButton::clicked, this,
            [this, address = entry.address] { emit chosen(address); });
    return button;
}

void SideMenu::addHeading(const QString &section)
{
    auto *heading = new QLabel(section, this);
    heading->setContentsMargins(kGrid + 2, 2 * kGrid, 0, kGrid / 2);
    setType(heading, LabelType::Help);
    m_layout->insertWidget(m_layout->count() - 1, heading);
    m_headings.append(heading);
}

void SideMenu::showWords()
{
    for (QLabel *heading : std::as_const(m_headings))
        heading->setVisible(!m_collapsed);
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        const QString &title = m_entries.at(i).title;
        m_buttons.at(i)->setText(m_collapsed ? QString() : u' ' % title);
        m_buttons.at(i)->setToolTip(m_collapsed ? title : QString());
        m_buttons.at(i)->setAccessibleName(title);
    }
}
