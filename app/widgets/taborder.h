// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

// What Tab comes to right before this one, to put another behind it: QWidget::setTabOrder() orders
// only what has the focus itself.
inline QWidget *tabStopBefore(QWidget *widget)
{
    QWidget *stop = widget->previousInFocusChain();
    while (stop != widget && (stop->focusPolicy() == Qt::NoFocus || stop->focusProxy()))
        stop = stop->previousInFocusChain();
    return stop;
}
