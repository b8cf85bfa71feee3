// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/firstpasswordpage.h"

#include "app/theme/looks.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

FirstPasswordPage::FirstPasswordPage(QWidget *parent)
    : QWidget(parent)
    , m_title(new QLabel(this))
    , m_text(new QLabel(this))
    , m_change(new QPushButton(this))
    , m_signOut(new QPushButton(this))
{
    setObjectName("firstPasswordPage"_L1);
    m_change->setObjectName("changePasswordButton"_L1);
    m_signOut->setObjectName("leaveButton"_L1);
    setType(m_title, LabelType::Title);
    setType(m_text, LabelType::Secondary);
    setKind(m_change, ButtonKind::Primary);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(kGrid);
    buttons->addStretch();
    buttons->addWidget(m_change);
    buttons->addWidget(m_signOut);
    buttons->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(2 * kGrid);
    layout->addStretch(2);
    layout->addWidget(m_title, 0, Qt::AlignHCenter);
    layout->addWidget(m_text, 0, Qt::AlignHCenter);
    layout->addLayout(buttons);
    layout->addStretch(3);
    connect(m_change, &QPushButton::clicked, this, &FirstPasswordPage::changeRequested);
    connect(m_signOut, &QPushButton::clicked, this, &FirstPasswordPage::signOutRequested);
    retranslate();
}

void FirstPasswordPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void FirstPasswordPage::retranslate()
{
    m_title->setText(tr("Choose a password of your own"));
    m_text->setText(tr("Somebody else made the one you have. Change it, then you can go on."));
    m_change->setText(tr("Change password…"));
    m_change->setAccessibleName(m_change->text());
    m_signOut->setText(tr("Sign out"));
    m_signOut->setAccessibleName(m_signOut->text());
}
