// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/messagepage.h"

#include "app/theme/looks.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

MessagePage::MessagePage(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_main(new QPushButton(this))
    , m_signOut(new QPushButton(this))
{
    setType(m_title, LabelType::Title);
    setType(m_text, LabelType::Secondary);
    setKind(m_main, ButtonKind::Primary);
    for (auto *label : {m_title, m_text})
        label->setTextFormat(Qt::PlainText);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kGrid);
    buttons->addStretch();
    buttons->addWidget(m_main);
    buttons->addWidget(m_signOut);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(2 * kGrid);
    layout->addStretch(2);
    layout->addWidget(m_title, 0, Qt::AlignHCenter);
    layout->addWidget(m_text, 0, Qt::AlignHCenter);
    layout->addLayout(buttons);
    layout->addStretch(3);
    connect(m_signOut, &QPushButton::clicked, this, &MessagePage::signOutRequested);
}

void MessagePage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void MessagePage::retranslate()
{
    m_main->setAccessibleName(m_main->text());
    m_signOut->setText(tr("Sign out"));
    m_signOut->setAccessibleName(m_signOut->text());
}
