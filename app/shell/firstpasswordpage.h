// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/messagepage.h"

// All a person sees whose password was made by somebody else: choose one of your own, or leave.
class FirstPasswordPage : public MessagePage
{
    Q_OBJECT

public:
    explicit FirstPasswordPage(QWidget *parent = nullptr);

signals:
    void changeRequested();

protected:
    void retranslate() override;
};
