// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

// For a form that scrolls: the wheel scrolls it and changes no number and no choice on its way,
// unless the field has the focus.
class WheelGuard : public QObject
{
public:
    // Guards the fields that the form, which owns it, has now.
    explicit WheelGuard(QWidget *form);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};
