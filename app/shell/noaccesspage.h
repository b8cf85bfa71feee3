// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/messagepage.h"

// All a person sees who is signed in but has no permission: whom to ask, and the way out.
class NoAccessPage : public MessagePage
{
    Q_OBJECT

public:
    explicit NoAccessPage(QWidget *parent = nullptr);

    void setPerson(const QString &username, const QString &supportAddress);

protected:
    void retranslate() override;

private:
    void writeMail();

    QString m_username;
    QString m_address;
};
