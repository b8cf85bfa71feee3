// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/firstpasswordpage.h"

#include <QLabel>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

FirstPasswordPage::FirstPasswordPage(QWidget *parent)
    : MessagePage(parent)
{
    setObjectName("firstPasswordPage"_L1);
    mainButton().setObjectName("changePasswordButton"_L1);
    signOutButton().setObjectName("leaveButton"_L1);
    connect(&mainButton(), &QPushButton::clicked, this, &FirstPasswordPage::changeRequested);
    FirstPasswordPage::retranslate();
}

void FirstPasswordPage::retranslate()
{
    titleLabel().setText(tr("Choose a password of your own"));
    textLabel().setText(tr("Somebody else made the one you have. Change it, then you can go on."));
    mainButton().setText(tr("Change password…"));
    MessagePage::retranslate();
}
