// SPDX-FileCopyrightText: Berth contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>
#include <QTimer>

// Scrolls to what has the focus in the area, with `around` pixels of what stands above and below it:
// once messages that have just appeared there have found their place.
inline void scrollToFocus(QScrollArea *area, int around)
{
    QTimer::singleShot(0, area, [area, around] {
        QWidget *focus = area->window()->focusWidget();
        if (focus && area->widget()->isAncestorOf(focus))
            area->ensureWidgetVisible(focus, 0, around);
    });
}
